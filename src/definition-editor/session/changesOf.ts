import { isRecord } from '../../metric/fieldChecks';
import { labelOfTile, metricOfTile, sectionsOf, type Board, type Tile } from '../../model/board/Board';
import { writeTile } from '../../model/board/boardDocument';
import { storedVariables } from '../../model/board/boardVariables';
import { movedTiles } from '../../model/board/movedTiles';
import { parseBoard } from '../../model/board/parseBoard';
import { entryIn, type BoardDocuments, type JsonObject } from '../../model/board/BoardDocuments';
import { sameJson } from '../../saving/sameJson';
import { documentsOf, type EditingSession } from './EditingSession';

/** What saving would change. */
export type Change =
  | {
      readonly kind: 'metric';
      readonly key: string;
      readonly label: string;
      readonly change: 'added' | 'removed' | 'changed';
      /** Names of the fields that differ, where it was changed. */
      readonly fields: readonly string[];
    }
  | { readonly kind: 'setting'; readonly key: string }
  /** Of a board with a document of its own; not for tiles that come and go with their metrics. */
  | {
      readonly kind: 'tile';
      readonly key: string;
      readonly label: string;
      readonly change: 'added' | 'removed' | 'moved' | 'changed';
    };

/** Whether there is anything to save. */
export function isChanged(session: EditingSession): boolean {
  const documents = documentsOf(session);
  return documents !== session.base && !sameJson(session.base, documents);
}

export const changesOf = (session: EditingSession): readonly Change[] =>
  changesBetween(session.base, documentsOf(session));

/** The metrics in the order of the documents, the removed ones after them, and then the settings. */
export function changesBetween(base: BoardDocuments, current: BoardDocuments): readonly Change[] {
  const [before, after] = [parseBoard(base), parseBoard(current)];
  const isOwn = before.own !== undefined || after.own !== undefined;
  const settings = differing(base.board.value, current.board.value);
  const isArranged = isOwn && !sameJson(sectionsOf(before), sectionsOf(after));
  const named = [
    ...settings,
    ...(isArranged && !settings.includes('sections') ? ['sections'] : []),
    ...(sameJson(storedVariables(before), storedVariables(after)) ? [] : ['variables']),
  ];
  return [
    ...keysOf(current, base).flatMap((key): readonly Change[] => {
      const [was, is] = [entryIn(base, key), entryIn(current, key)];
      if (sameJson(was, is)) return [];
      const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      const fields = change === 'changed' ? differing(metricIn(was), metricIn(is)) : [];
      return [{ kind: 'metric', key, label: labelOf(is ?? was, key), change, fields }];
    }),
    ...(isOwn ? tileChanges(before, after) : []),
    ...named.map((key): Change => ({ kind: 'setting', key })),
  ];
}

function tileChanges(before: Board, after: Board): readonly Change[] {
  const [was, is] = [tilesByKey(before), tilesByKey(after)];
  const moved = movedTiles(before, after);
  const comesWithMetric = (tile: Tile): boolean => {
    const metric = metricOfTile(tile) ?? '';
    return before.metrics.has(metric) !== after.metrics.has(metric);
  };
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((key): readonly Change[] => {
    const [a, b] = [was.get(key), is.get(key)];
    const board = b ? after : before;
    const told = (change: 'added' | 'removed' | 'moved' | 'changed'): readonly Change[] => [
      { kind: 'tile', key, label: labelOfTile(board, key), change },
    ];
    if (!a || !b) {
      const tile = a ?? b;
      return !tile || comesWithMetric(tile) ? [] : told(a ? 'removed' : 'added');
    }
    if (!sameJson(writeTile(a), writeTile(b))) return told('changed');
    return moved.has(key) ? told('moved') : [];
  });
}

const tilesByKey = ({ sections }: Board): ReadonlyMap<string, Tile> =>
  new Map(sections.flatMap(({ tiles }) => tiles.map((tile) => [tile.key, tile] as const)));

const keysOf = (...boards: readonly BoardDocuments[]): readonly string[] => [
  ...new Set(
    boards.flatMap(({ definitions }) => definitions.flatMap(({ value }) => Object.keys(value ?? {}))),
  ),
];

const metricIn = (entry: unknown): JsonObject | undefined =>
  isRecord(entry) && isRecord(entry.metric) ? entry.metric : undefined;

function labelOf(entry: unknown, key: string): string {
  const label = metricIn(entry)?.label;
  return typeof label === 'string' && label !== '' ? label : key;
}

const differing = (a: JsonObject = {}, b: JsonObject = {}): readonly string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((field) => !sameJson(a[field], b[field]));

import { isRecord } from '../../../model/metric/fieldChecks';
import { labelOfTile, metricOfTile, sectionsOf, type Board, type Tile } from '../../../model/board/Board';
import { writeTile } from '../../../model/board/boardDocument';
import { storedVariables } from '../../../model/board/variablesOfBoard';
import { movedTiles } from '../../../model/board/movedTiles';
import { parseBoard } from '../../../model/board/parseBoard';
import {
  allDocuments,
  entryIn,
  valueOf,
  type BoardDocuments,
  type JsonObject,
} from '../../../model/board/BoardDocuments';
import { boardDocumentsIn, boardEntry, boardTitle, showing } from '../../../model/board/severalBoards';
import { boardsIn, firstBoardId, type ListedBoard } from '../../../persistence/boardNames';
import { sameJson } from '../../../persistence/sameJson';
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
  /** Of the list of boards; the key is the id. */
  | {
      readonly kind: 'board';
      readonly key: string;
      readonly label: string;
      readonly change: 'added' | 'removed' | 'renamed' | 'moved' | 'deleted' | 'restored' | 'changed';
    }
  /** Of a board with a document of its own; not for tiles that come and go with their metrics. */
  | {
      readonly kind: 'tile';
      readonly key: string;
      readonly label: string;
      readonly change: 'added' | 'removed' | 'moved' | 'changed';
    };

/** Whether there is anything to save. */
export function isChanged(session: EditingSession): boolean {
  const { base } = session;
  const documents = documentsOf(session);
  if (documents === base) return false;
  return allDocuments(documents).some(({ name, value }) => !sameJson(value, valueOf(base, name)));
}

export const changesOf = (session: EditingSession): readonly Change[] =>
  changesBetween(session.base, documentsOf(session));

/** The metrics in the order of the documents, the removed ones after them, then tiles, boards and settings. */
export function changesBetween(base: BoardDocuments, current: BoardDocuments): readonly Change[] {
  const boards = boardChanges(base, current);
  const added = boards.flatMap(({ key, change }) => (change === 'added' ? [key] : []));
  const names = current.layout ? boardDocumentsIn(current).map(({ name }) => name) : [undefined];
  const pairs = names
    .map((name) => [parseBoard(showing(base, name)), parseBoard(showing(current, name))] as const)
    .filter(([before, after]) => (before.own ?? after.own) !== undefined && !added.includes(after.id));
  const settings = differing(base.board.value, current.board.value);
  const isArranged = pairs.some(([before, after]) => !sameJson(sectionsOf(before), sectionsOf(after)));
  const isOffered = pairs.some(
    ([before, after]) => !sameJson(storedVariables(before), storedVariables(after)),
  );
  const named = [
    ...settings,
    ...(isArranged && !settings.includes('sections') ? ['sections'] : []),
    ...(isOffered ? ['variables'] : []),
    ...(sameJson(base.index?.value?.playlist, current.index?.value?.playlist) ? [] : ['playlist']),
  ];
  return [
    ...keysOf(current, base).flatMap((key): readonly Change[] => {
      const [was, is] = [entryIn(base, key), entryIn(current, key)];
      if (sameJson(was, is)) return [];
      const change = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      const fields = change === 'changed' ? differing(metricIn(was), metricIn(is)) : [];
      return [{ kind: 'metric', key, label: labelOf(is ?? was, key), change, fields }];
    }),
    ...pairs.flatMap(([before, after]) => tileChanges(before, after)),
    ...boards,
    ...named.map((key): Change => ({ kind: 'setting', key })),
  ];
}

/** The first board of an installation was there before the list of boards was. */
function boardChanges(
  base: BoardDocuments,
  current: BoardDocuments,
): readonly (Change & { readonly kind: 'board' })[] {
  const [was, is] = [base, current].map(({ index }) => boardsIn(index?.value)) as [Listed, Listed];
  const idsOf = (boards: Listed, others: Listed): readonly string[] =>
    boards.map(({ id }) => id).filter((id) => others.some((board) => board.id === id));
  const before = idsOf(was, is);
  const movedId = idsOf(is, was).find((id, index) => id !== before[index]);
  const told = [...is, ...was.filter(({ id }) => !is.some((board) => board.id === id))].flatMap(({ id }) => {
    if (!base.index?.value && id === firstBoardId) return [];
    const [first, last] = [was, is].map((boards) => boards.find((board) => board.id === id));
    const change = changeOfBoard(first, last, sameJson(boardEntry(base, id), boardEntry(current, id)));
    const label = boardTitle(last ? current : base, id);
    return change ? [{ kind: 'board', key: id, label, change } as const] : [];
  });
  if (movedId === undefined) return told;
  return [...told, { kind: 'board', key: movedId, label: boardTitle(current, movedId), change: 'moved' }];
}

type Listed = readonly ListedBoard[];

function changeOfBoard(before: ListedBoard | undefined, after: ListedBoard | undefined, isSame: boolean) {
  if (!before || !after) return before ? 'removed' : 'added';
  if (before.deletedAt !== after.deletedAt) return after.deletedAt === undefined ? 'restored' : 'deleted';
  if (before.title !== after.title) return 'renamed';
  return isSame ? undefined : 'changed';
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

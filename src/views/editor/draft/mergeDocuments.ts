import { freeKey, isMetricEntry, type Board, type MetricEntry } from '../../../model/board/Board';
import {
  hasKey,
  homeOf,
  valueOf,
  withBoard,
  withEntry,
  type BoardDocuments,
  type JsonObject,
  type SavedDocument,
} from '../../../model/board/BoardDocuments';
import { namedDocuments } from '../../../model/board/namedDocuments';
import { parseBoard } from '../../../model/board/parseBoard';
import { toDocuments } from '../../../model/board/toDocuments';
import { withListed } from '../../../model/board/boardDocument';
import { boardDocumentsIn, completed, showing, withOthers } from '../../../model/board/severalBoards';
import { boardDocumentName, boardsName, firstBoardId } from '../../../persistence/boardNames';
import type { Conflict } from './EditingSession';
import { mergeIndex } from './mergeIndex';
import { mergeLayouts } from './mergeLayouts';
import { mergeLists } from './mergeLists';
import { takeOne } from './takeOne';

export interface Merged {
  readonly documents: BoardDocuments;
  readonly conflicts: readonly Conflict[];
}

/**
 * Brings what was changed from `base` to `mine` into `theirs`: metric by metric, setting by setting, and board by board. Where both
 * changed the same in different ways mine stands, and a conflict says so.
 */
export function mergeDocuments(base: BoardDocuments, mine: BoardDocuments, found: BoardDocuments): Merged {
  const theirs = completed(found, base);
  const merge = (name: string | undefined): Merged =>
    mergeBoard(showing(base, name), showing(mine, name), showing(theirs, name));
  const shown = mine.layout?.name;
  const first = merge(shown);
  const known = new Set(boardDocumentsIn(mine).map(({ name }) => name));
  const further = (mine.others ?? []).map(({ name }) => ({ name, ...merge(name) }));
  const others = [
    ...further.flatMap(({ documents: { layout } }) => layout ?? []),
    ...boardDocumentsIn(theirs).filter(
      ({ name }) => !known.has(name) && name !== first.documents.layout?.name,
    ),
  ];
  return {
    documents: withOthers(first.documents, others),
    conflicts: [
      ...first.conflicts,
      ...further.flatMap(({ name, conflicts }) =>
        conflicts.filter(
          ({ kind, document }) => (kind === 'tile' || kind === 'variable') && document === name,
        ),
      ),
    ],
  };
}

/** The same of the board that all three show. */
function mergeBoard(base: BoardDocuments, mine: BoardDocuments, found: BoardDocuments): Merged {
  const theirs = withCreated(found);
  const [b, m, t] = [base, mine, theirs].map(parseBoard) as [Board, Board, Board];
  if (!m.own && !t.own) return mergeLibraries(base, mine, theirs);
  if (m.own && isMadeByMe(base, mine, theirs)) {
    const { documents, conflicts } = mergeLibraries(base, mine, theirs);
    const { index, clashes } = mergeIndex(base.index, mine.index, theirs.index);
    return {
      documents: { ...documents, layout: mine.layout, index },
      conflicts: [...conflicts, ...clashes],
    };
  }
  // What I changed of the places of tiles in their metrics is brought into the board's document.
  const own = m.own ?? { kept: {} };
  const { id } = t.own ? t : m;
  const changed = m.own ? mine : toDocuments({ ...m, id, own }, base);
  const { documents, conflicts } = mergeLibraries(base, changed, theirs);
  const { sections, clashes, kept } = mergeLayouts(b, { ...m, own }, t);
  const { settings, metrics } = parseBoard(documents);
  const name = boardDocumentName(theirs.board.name, id);
  const { index, clashes: ofBoards } = mergeIndex(base.index, changed.index, theirs.index);
  const before = {
    ...documents,
    index,
    layout: theirs.layout?.name === name ? theirs.layout : { name, value: undefined },
  };
  return {
    documents: toDocuments({ id, own: { kept }, settings, metrics, sections }, before),
    conflicts: [
      ...conflicts,
      ...ofBoards,
      ...clashes.map((clash): Conflict => ({ ...clash, document: name })),
    ],
  };
}

/** A board that nobody else knows; the first one of an installation is what all saw before, laid out by its metrics. */
function isMadeByMe(base: BoardDocuments, mine: BoardDocuments, theirs: BoardDocuments): boolean {
  const isFirst =
    !base.index?.value && mine.layout?.name === boardDocumentName(mine.board.name, firstBoardId);
  return !isFirst && base.layout?.value === undefined && theirs.layout?.value === undefined;
}

/** A board's document is written before the list names it: what is in there already is of somebody who creates the board just now. */
function withCreated(documents: BoardDocuments): BoardDocuments {
  const { board, layout, index } = documents;
  if (!layout?.value || Object.keys(layout.value).length === 0) return documents;
  const id = layout.name.slice(boardDocumentName(board.name, '').length);
  const value = withListed(index?.value, id, true);
  return { ...documents, index: { name: boardsName(board.name), value } };
}

/** The same of metrics and settings alone. */
function mergeLibraries(base: BoardDocuments, mine: BoardDocuments, theirs: BoardDocuments): Merged {
  const board = mergeFields(base.board.value, mine.board.value, theirs.board.value, (field, b, m, t) =>
    lists.includes(field) ? mergeLists(b, m, t) : undefined,
  );
  const name = theirs.board.name;
  const conflicts: Conflict[] = board.clashes.map((clash) => ({ ...clash, kind: 'setting', document: name }));
  // Their names of documents first; mine are there for those that only I have named.
  const known = { ...theirs, definitions: [...theirs.definitions, ...onlyIn(mine, theirs)] };
  let documents = withBoard({ ...known, layout: namingAll(mine, theirs) }, board.value);
  for (const { name: document } of documents.definitions) {
    const merged = mergeFields(
      valueOf(base, document),
      valueOf(mine, document),
      valueOf(theirs, document),
      (_, b, m, t) => mergeEntries(b, m, t),
    );
    conflicts.push(...merged.clashes.map((clash): Conflict => ({ ...clash, kind: 'metric', document })));
    documents = {
      ...documents,
      definitions: documents.definitions.map((other) =>
        other.name === document ? { name: document, value: merged.value } : other,
      ),
    };
  }
  return { documents: withUniqueKeys({ ...documents, layout: theirs.layout }, mine, theirs), conflicts };
}

/** A board's document that names the documents of metrics of both. */
function namingAll(
  { layout: mine }: BoardDocuments,
  { layout: theirs }: BoardDocuments,
): SavedDocument | undefined {
  const documents = [theirs, mine].flatMap((layout) => namedDocuments(undefined, [], layout?.value));
  const { name } = theirs ?? mine ?? {};
  return name === undefined ? undefined : { name, value: { documents } };
}

const lists: readonly string[] = ['sections', 'definitionDocuments'];

const onlyIn = (a: BoardDocuments, b: BoardDocuments) =>
  a.definitions.filter(({ name }) => !b.definitions.some((other) => other.name === name));

interface MergedFields {
  readonly value: JsonObject | undefined;
  readonly clashes: readonly Pick<Conflict, 'key' | 'base' | 'mine' | 'theirs'>[];
}

/** In the order of theirs, with what only mine has after it. */
function mergeFields(
  base: JsonObject | undefined,
  mine: JsonObject | undefined,
  theirs: JsonObject | undefined,
  mergeBoth: (field: string, base: unknown, mine: unknown, theirs: unknown) => unknown,
): MergedFields {
  const one = takeOne(base, mine, theirs);
  if (one) return { value: one.value, clashes: [] };
  const clashes: { key: string; base: unknown; mine: unknown; theirs: unknown }[] = [];
  const at = (object: JsonObject | undefined, key: string): unknown =>
    hasKey(object, key) ? object?.[key] : undefined;
  const keys = new Set([...Object.keys(theirs ?? {}), ...Object.keys(mine ?? {})]);
  const fields = [...keys].map((key): [string, unknown] => {
    const [b, m, t] = [at(base, key), at(mine, key), at(theirs, key)];
    const taken = takeOne(b, m, t);
    if (taken) return [key, taken.value];
    const merged = mergeBoth(key, b, m, t);
    if (merged === undefined) clashes.push({ key, base: b, mine: m, theirs: t });
    return [key, merged ?? m];
  });
  const value = Object.fromEntries(fields.filter(([, field]) => field !== undefined));
  const isNothing = theirs === undefined && Object.keys(value).length === 0;
  return { value: isNothing ? undefined : value, clashes };
}

/** Where a tile stands is apart from what it shows, and how large it is from both; within one of these only one may have changed. */
const placeFields: readonly (readonly string[])[] = [['section', 'order'], ['size']];

/** @returns undefined when it cannot be done without losing something */
function mergeEntries(base: unknown, mine: unknown, theirs: unknown): JsonObject | undefined {
  if (!isMetricEntry(base) || !isMetricEntry(mine) || !isMetricEntry(theirs)) return undefined;
  const parts = (entry: MetricEntry): readonly JsonObject[] => [
    ...placeFields.map((fields) => pick(entry.metric, (field) => fields.includes(field))),
    pick(entry.metric, (field) => !placeFields.flat().includes(field)),
    pick(entry, (field) => field !== 'metric'),
  ];
  const [b, m, t] = [parts(base), parts(mine), parts(theirs)];
  const merged = b.map((part, index) => takeOne(part, m[index], t[index]));
  if (merged.includes(undefined)) return undefined;
  const [position, size, content, rest] = merged.map((part) => part?.value as JsonObject);
  return { ...rest, metric: { ...content, ...position, ...size } };
}

const pick = (object: JsonObject, isWanted: (field: string) => boolean): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([field]) => isWanted(field)));

/** Two people may have given one key to two metrics in two documents: mine is renamed, as one of them would be hidden. */
function withUniqueKeys(
  documents: BoardDocuments,
  mine: BoardDocuments,
  theirs: BoardDocuments,
): BoardDocuments {
  return documents.definitions.reduce((result, { name, value }) => {
    const added = Object.keys(value ?? {}).filter(
      (key) =>
        !hasKey(valueOf(theirs, name), key) &&
        homeOf(theirs, key) !== undefined &&
        countOf(result, key) > Math.max(countOf(mine, key), countOf(theirs, key)),
    );
    return added.reduce((renamed, key) => {
      const free = freeKey(key, (other) => homeOf(renamed, other) !== undefined);
      return withEntry(withEntry(renamed, name, key, undefined), name, free, value?.[key]);
    }, result);
  }, documents);
}

const countOf = ({ definitions }: BoardDocuments, key: string): number =>
  definitions.filter(({ value }) => hasKey(value, key)).length;

import type { MetricDefinition } from '../../../schema/metricDefinition';
import {
  metricOf,
  newKey,
  newTileKey,
  placeOf,
  tileOf,
  tilesWith,
  type Board,
  type TilePosition,
} from '../../../model/board/Board';
import {
  entryIn,
  homeOf,
  valueOf,
  withBoard,
  type BoardDocuments,
  type JsonObject,
} from '../../../model/board/BoardDocuments';
import { withListed } from '../../../model/board/boardDocument';
import {
  resizeTile,
  withEntryAt,
  withFields,
  withLayout,
  withMetric,
  withNewTile,
  withOwnMetric,
  withoutMetric,
  withoutSection,
  withoutTile,
  withSectionMoved,
  withSectionRenamed,
  withSettings,
  withStoredTile,
  withTileAt,
  withTileFields,
  withVariables,
} from '../../../model/board/changeBoard';
import { areSeveral } from '../../../model/board/severalBoards';
import { documentSizes } from '../../../model/board/documentSizes';
import { contentOf, parseBoard } from '../../../model/board/parseBoard';
import { spanOf, type Span } from '../../../model/board/span';
import { toDocuments, withoutOwn } from '../../../model/board/toDocuments';
import { readsChoices } from '../../../model/metric/boardVariables';
import { placeIn } from '../../../model/metric/parseMetricDefinitions';
import { sameJson } from '../../../persistence/sameJson';
import { isChanged } from './changesOf';
import { currentConflicts } from './conflicts';
import type { EditingCommand } from './EditingCommand';
import { editBoards, type CommandOnBoards } from './editBoards';
import { withChoicesRenamed } from './renameChoices';
import { withVersion, type RestoredMetrics } from './restoreBoard';
import { copyOf, documentsOf, type EditingSession, type WorkingCopy } from './EditingSession';

/**
 * The session after a command, as one step that can be undone; the same object when the command changes nothing.
 * @param joins whether this belongs to the step before it, as typing does, if that is of the same kind and on the same metric
 */
export function edit(
  session: EditingSession,
  command: EditingCommand,
  { joins = false }: { readonly joins?: boolean } = {},
): EditingSession {
  const { current, origin, past, conflicts } = session;
  const changed = apply(session, command);
  if (changed.current === current) return session;
  const key = 'key' in command ? command.key : undefined;
  const step = { type: command.type, ...(key !== undefined && { key }), current, origin, conflicts };
  const last = past[past.length - 1];
  const isJoined =
    joins &&
    last !== undefined &&
    last.type === step.type &&
    last.key === key &&
    session.future.length === 0 &&
    isChanged(session);
  return {
    ...session,
    ...changed,
    past: isJoined ? past : [...past, step],
    future: [],
    conflicts: conflicts.length > 0 ? currentConflicts(conflicts, documentsOf(changed)) : conflicts,
  };
}

function apply(copy: WorkingCopy, command: EditingCommand): WorkingCopy {
  const { current, origin } = copy;
  switch (command.type) {
    case 'restore':
      return areSeveral(documentsOf(copy)) && parseBoard(command.documents).own
        ? {
            current: withVersion(current, command.documents, command.metrics ?? noneReplaced(current)),
            origin,
          }
        : restored(copy, command.documents);
    case 'add-board':
    case 'rename-board':
    case 'move-board':
    case 'delete-board':
    case 'restore-board':
    case 'set-audience':
    case 'set-playlist':
      return editBoards(copy, command);
    case 'add-metric': {
      const { metric, place, key = newKey(current, metric.label) } = command;
      return current.metrics.has(key) ? copy : put(copy, { [key]: { metric } }, place);
    }
    case 'put-metrics': {
      const { metrics, beside, settings = {}, place, layout } = command;
      const entries = Object.fromEntries(
        Object.entries(metrics).map(([key, metric]) => [key, { metric, ...beside?.[key] }]),
      );
      const changed = put({ current: withSettings(current, settings), origin }, entries, place);
      if (!layout) return changed;
      const keys = new Map(Object.entries(layout.keys));
      const keyOf = (metric: string): string => keys.get(metric) ?? metric;
      return { ...changed, current: withLayout(changed.current, layout.document, keyOf) };
    }
    case 'remove-tile':
      // What one board does not show any more may be on another.
      return areSeveral(origin)
        ? { current: withStoredTile(current, command.key, undefined), origin }
        : byDefault();
    default:
      return byDefault();
  }

  function byDefault(): WorkingCopy {
    return { current: changedBy(current, command as CommandOnBoard), origin };
  }
}

const noneReplaced = ({ metrics }: Board): RestoredMetrics => ({ shared: [...metrics.keys()], as: 'kept' });

type CommandOnBoard = Exclude<
  EditingCommand,
  CommandOnBoards | { type: 'restore' | 'add-metric' | 'put-metrics' }
>;

function changedBy(board: Board, command: CommandOnBoard): Board {
  switch (command.type) {
    case 'change-metric':
      return withFields(board, command.key, command.changes);
    case 'duplicate-metric': {
      const original = Object(board.metrics.get(command.key)) as JsonObject;
      const metric = metricOf(board, command.key);
      const [first] = tilesWith(board, command.key);
      const place = first === undefined ? undefined : placeOf(board, first);
      if (!metric || first === undefined || !place) return board;
      const copied = { ...original, metric: { ...metric, label: command.label } };
      return withMetric(board, newKey(board, command.label), copied, place, tileOf(board, first)?.span);
    }
    case 'own-metric':
      return withOwnMetric(board, command.key, command.to);
    case 'remove-metric':
      return withoutMetric(board, command.key);
    case 'add-tile': {
      const { visual, place, key = newTileKey(board, visual.metric ?? visual.kind) } = command;
      return withNewTile(board, { key, span: spanOf('normal'), visual }, place);
    }
    case 'change-tile':
      return withTileFields(board, command.key, command.changes);
    case 'remove-tile':
      return withoutTile(board, command.key);
    case 'move-tile':
      return withTileAt(board, command.key, command.place);
    case 'resize-tile':
      return resizeTile(board, command.key, command.span);
    case 'rename-section':
      return withSectionRenamed(board, command.from, command.to.trim());
    case 'remove-section':
      return withoutSection(board, command.section);
    case 'move-section':
      return withSectionMoved(board, command.section, command.before);
    case 'change-settings':
      return withSettings(board, command.changes);
    case 'change-variables':
      return withVariables(
        command.renamed ? withChoicesRenamed(board, command.renamed, command.shared ?? []) : board,
        command.variables,
      );
  }
}

type Entries = Readonly<Record<string, JsonObject & { readonly metric: MetricDefinition }>>;

/** With all of them in one place, one after the other; without one, each where its own fields say. */
function put(copy: WorkingCopy, entries: Entries, place: TilePosition | undefined): WorkingCopy {
  const needsOwn = Object.values(entries).some(readsChoices);
  if (!place && (copy.current.own || needsOwn))
    return { ...copy, current: withEntriesOn(copy.current, entries) };
  if (!place) return withEntries(copy, entries);
  const current = Object.entries(entries).reduce(
    (board, [key, entry]) =>
      withMetric(board, key, contentOf(entry) as JsonObject, place, spanIn(entry.metric)),
    copy.current,
  );
  return { ...copy, current };
}

/** What is new stands last in the section that its fields name, and what is there moves only into another section. */
function withEntriesOn(board: Board, entries: Entries): Board {
  const inOrder = Object.entries(entries)
    .map(([key, entry]) => ({ key, entry, ...placeIn(entry.metric as unknown as JsonObject) }))
    .sort((a, b) => compareOrders(a.order, b.order));
  return inOrder.reduce((result, { key, entry, section, size }) => {
    const content = contentOf(entry) as JsonObject;
    const [first] = tilesWith(result, key);
    const tile = first === undefined ? undefined : tileOf(result, first);
    if (!tile) return withMetric(result, key, content, { section }, size && spanOf(size));
    const changed = resizeTile(withEntryAt(result, key, content), tile.key, size ? spanOf(size) : tile.span);
    const isThere = section === undefined || placeOf(result, tile.key)?.section === section;
    return isThere ? changed : withTileAt(changed, tile.key, { section });
  }, board);
}

/** As a metric says it; undefined where it says nothing. */
function spanIn(metric: MetricDefinition): Span | undefined {
  const { size } = placeIn(metric as unknown as JsonObject);
  return size && spanOf(size);
}

const compareOrders = (a = Infinity, b = Infinity): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where a metric wants its tile is said in the language of documents, so they are put there, and stay as they were given. */
function withEntries(copy: WorkingCopy, entries: Entries): WorkingCopy {
  const documents = documentsOf(copy);
  const last = documents.definitions[documents.definitions.length - 1];
  const changed = Object.entries(entries).filter(([key, entry]) => !sameJson(entryIn(documents, key), entry));
  if (changed.length === 0 || !last) return copy;
  const inPlace = withEntriesIn(documents, changed, (key) => homeOf(documents, key)?.name ?? last.name);
  const parsed = withStandingTiles(parseBoard(inPlace), copy.current, new Set(changed.map(([key]) => key)));
  // It finds room for them.
  const housed = toDocuments(parsed, copy.origin);
  const isBegun = housed.definitions.length > documents.definitions.length;
  const { definitionDocuments } = housed.board.value ?? {};
  const origin = withEntriesIn(
    isBegun ? withBoard(documents, { ...documents.board.value, definitionDocuments }) : documents,
    changed,
    (key) => homeOf(housed, key)?.name ?? last.name,
  );
  // An order that is longer than the one which would do may be too much.
  const isTooLarge = documentSizes(origin).some(({ bytesLeft }) => bytesLeft < 0);
  return isTooLarge ? { current: parsed, origin: copy.origin } : copyOf(origin);
}

/** Nobody moved the tiles of other metrics, so they are the same objects as before. */
function withStandingTiles(board: Board, before: Board, changed: ReadonlySet<string>): Board {
  const standing = new Map(
    before.sections.flatMap(({ tiles }) => tiles.map((tile) => [tile.key, tile] as const)),
  );
  const sections = board.sections.map((section) => ({
    ...section,
    tiles: section.tiles.map((tile) => (changed.has(tile.key) ? tile : (standing.get(tile.key) ?? tile))),
  }));
  return { ...board, sections };
}

/** With entries in the documents of these names, and in none of the others. */
function withEntriesIn(
  documents: BoardDocuments,
  entries: readonly (readonly [string, JsonObject])[],
  homeOfKey: (key: string) => string,
): BoardDocuments {
  const homes = new Map(entries.map(([key]) => [key, homeOfKey(key)]));
  const definitions = documents.definitions.map(({ name, value }) => {
    const here = entries.filter(([key]) => homes.get(key) === name);
    const left = Object.entries(value ?? {}).filter(
      ([key]) => !homes.has(key) || homes.get(key) === name || homeOf(documents, key)?.name !== name,
    );
    const isSame = here.length === 0 && left.length === Object.keys(value ?? {}).length;
    return { name, value: isSame ? value : Object.fromEntries([...left, ...here]) };
  });
  return { ...documents, definitions };
}

/**
 * A document cannot be taken away by saving, so that one which was not there then becomes an empty one, and a board that had
 * none of its own is not listed.
 */
function restored(copy: WorkingCopy, version: BoardDocuments): WorkingCopy {
  const documents = documentsOf(copy);
  const { definitions, board } = version;
  const orEmpty = (name: string, value: JsonObject | undefined): JsonObject | undefined =>
    value ?? (valueOf(documents, name) && {});
  const origin = withBoard(
    {
      ...withBoardsOf(version, documents),
      definitions: definitions.map(({ name, value }) => ({ name, value: orEmpty(name, value) })),
    },
    orEmpty(board.name, board.value),
  );
  return sameJson(origin, documents) ? copy : { current: parseBoard(origin), origin };
}

/** Documents with the board's own of a version, listed among the boards that there are now. */
function withBoardsOf(version: BoardDocuments, documents: BoardDocuments): BoardDocuments {
  const { id, own } = parseBoard(version);
  const { index, layout } = version;
  if (!own || !index || !layout)
    return parseBoard(documents).own ? withoutOwn(documents, documents) : documents;
  const value = withListed(documents.index?.value ?? index.value, id, true);
  return { ...documents, layout, index: { ...index, value } };
}

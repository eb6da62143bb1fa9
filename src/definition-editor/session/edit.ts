import type { MetricDefinition } from '../../contract/metricDefinition';
import { metricOf, newKey, placeOf, tileOf, type Board, type TilePosition } from '../../model/board/Board';
import {
  homeOf,
  valueOf,
  withBoard,
  type BoardDocuments,
  type JsonObject,
} from '../../model/board/BoardDocuments';
import {
  withFields,
  withMetric,
  withoutMetric,
  withoutSection,
  withSectionMoved,
  withSectionRenamed,
  withSettings,
  withSize,
  withTileAt,
} from '../../model/board/changeBoard';
import { contentOf, parseBoard } from '../../model/board/parseBoard';
import { toDocuments } from '../../model/board/toDocuments';
import { placeIn } from '../../metric/parseMetricDefinitions';
import { sameJson } from '../../saving/sameJson';
import { isChanged } from './changesOf';
import { currentConflicts } from './conflicts';
import type { EditingCommand } from './EditingCommand';
import { documentsOf, type EditingSession, type WorkingCopy } from './EditingSession';

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
  if (command.type === 'restore') return restored(copy, command.documents);
  return { current: changedBy(copy, command), origin: copy.origin };
}

function changedBy(copy: WorkingCopy, command: Exclude<EditingCommand, { type: 'restore' }>): Board {
  const { current: board, origin } = copy;
  switch (command.type) {
    case 'add-metric': {
      const { metric, place, key = newKey(board, metric.label) } = command;
      if (board.metrics.has(key)) return board;
      const entries = { [key]: { metric } };
      return place ? withEntriesAt(board, entries, place) : withEntries(board, origin, entries);
    }
    case 'change-metric':
      return withFields(board, command.key, command.changes);
    case 'duplicate-metric': {
      const original = Object(board.metrics.get(command.key)) as JsonObject;
      const metric = metricOf(board, command.key);
      const place = placeOf(board, command.key);
      if (!metric || !place) return board;
      const copied = { ...original, metric: { ...metric, label: command.label } };
      return withMetric(board, newKey(board, command.label), copied, place, tileOf(board, command.key)?.size);
    }
    case 'remove-metric':
      return withoutMetric(board, command.key);
    case 'move-tile':
      return withTileAt(board, command.key, command.place);
    case 'resize-tile':
      return withSize(board, command.key, command.size);
    case 'rename-section':
      return withSectionRenamed(board, command.from, command.to.trim());
    case 'remove-section':
      return withoutSection(board, command.section);
    case 'move-section':
      return withSectionMoved(board, command.section, command.before);
    case 'change-settings':
      return withSettings(board, command.changes);
    case 'put-metrics': {
      const { metrics, beside, settings = {}, place } = command;
      const entries = Object.fromEntries(
        Object.entries(metrics).map(([key, metric]) => [key, { metric, ...beside?.[key] }]),
      );
      const changed = withSettings(board, settings);
      return place ? withEntriesAt(changed, entries, place) : withEntries(changed, origin, entries);
    }
  }
}

type Entries = Readonly<Record<string, JsonObject & { readonly metric: MetricDefinition }>>;

/** With all of them in one place, one after the other. */
const withEntriesAt = (board: Board, entries: Entries, place: TilePosition): Board =>
  Object.entries(entries).reduce(
    (result, [key, entry]) =>
      withMetric(
        result,
        key,
        contentOf(entry) as JsonObject,
        place,
        placeIn(entry.metric as unknown as JsonObject).size,
      ),
    board,
  );

/** With each where its own fields say: that is the language of documents, which say of the other tiles what these stand between. */
function withEntries(board: Board, origin: BoardDocuments, entries: Entries): Board {
  const documents = toDocuments(board, origin);
  const changed = Object.entries(entries).filter(
    ([key, entry]) => !sameJson(homeOf(documents, key)?.value?.[key], entry),
  );
  if (changed.length === 0) return board;
  const homes = changed.map(([key]) => homeOf(documents, key));
  const last = documents.definitions[documents.definitions.length - 1];
  const definitions = documents.definitions.map((document) => {
    const put = changed.filter((_, index) => (homes[index] ?? last) === document);
    return put.length > 0
      ? { ...document, value: { ...document.value, ...Object.fromEntries(put) } }
      : document;
  });
  const parsed = parseBoard({ ...documents, definitions });
  const put = new Set(changed.map(([key]) => key));
  // Nobody moved the others.
  const standing = new Map(
    board.sections.flatMap(({ tiles }) => tiles.map((tile) => [tile.key, tile] as const)),
  );
  const sections = parsed.sections.map((section) => ({
    ...section,
    tiles: section.tiles.map((tile) => (put.has(tile.key) ? tile : (standing.get(tile.key) ?? tile))),
  }));
  return { ...parsed, sections };
}

/** A document cannot be taken away by saving, so that one which was not there then becomes an empty one. */
function restored(copy: WorkingCopy, { definitions, board }: BoardDocuments): WorkingCopy {
  const documents = documentsOf(copy);
  const orEmpty = (name: string, value: JsonObject | undefined): JsonObject | undefined =>
    value ?? (valueOf(documents, name) && {});
  const origin = withBoard(
    {
      definitions: definitions.map(({ name, value }) => ({ name, value: orEmpty(name, value) })),
      board: documents.board,
    },
    orEmpty(board.name, board.value),
  );
  return sameJson(origin, documents) ? copy : { current: parseBoard(origin), origin };
}

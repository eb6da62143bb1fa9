import type { MetricDefinition } from '../../../schema/metricDefinition';
import { freeKey, metricOfTile } from '../../../model/board/Board';
import { readBoardDocument, writeBoardDocument } from '../../../model/board/boardDocument';
import { homeOf, type BoardDocuments, type JsonObject } from '../../../model/board/BoardDocuments';
import { documentSizes, type DocumentSize } from '../../../model/board/documentSizes';
import { edit } from '../draft/edit';
import type { EditingCommand, TilePosition } from '../draft/EditingCommand';
import { beginEditing, documentsOf } from '../draft/EditingSession';
import type { ImportPlan, PlannedMetric } from './planImport';

/** `put`: under its key, where it replaces another metric of that key. `rename`: beside that, under a key of its own. */
export type ImportChoice = 'skip' | 'put' | 'rename';

/** What is likely meant: whatever is new or different and can work. A new board changes no metric that other boards show. */
export const likelyChoice = (planned: PlannedMetric, asNew = false): ImportChoice =>
  planned.status === 'invalid' || planned.status === 'same' || planned.isByHand
    ? 'skip'
    : asNew && planned.status === 'differs'
      ? 'rename'
      : 'put';

/** The import as one command; undefined when nothing is to be done. */
export function importCommand(
  plan: ImportPlan,
  choiceOf: (planned: PlannedMetric) => ImportChoice,
  withSettings: boolean,
  documents: BoardDocuments,
): PutMetrics | undefined {
  const { renamed, ...chosen } = chosenMetrics(plan, choiceOf, documents);
  const settings = withSettings ? plan.settings : undefined;
  const layout = withSettings ? plan.layout : undefined;
  if (Object.keys(chosen.metrics).length === 0 && !settings && !layout) return undefined;
  return {
    type: 'put-metrics',
    ...chosen,
    ...(settings ? { settings } : {}),
    ...(layout
      ? { layout: { document: withoutLost(layout, plan, choiceOf, documents), keys: renamed } }
      : {}),
  };
}

/** The import as a board of its own: the commands in their order, which belong to one step. */
export function newBoardCommands(
  plan: ImportPlan,
  choiceOf: (planned: PlannedMetric) => ImportChoice,
  board: { readonly id: string; readonly title: string; readonly firstTitle: string },
  documents: BoardDocuments,
): readonly EditingCommand[] {
  const { renamed, ...chosen } = chosenMetrics(plan, choiceOf, documents);
  const document = withoutLost(plan.document, plan, choiceOf, documents);
  const { title: _title, documents: _documents, ...others } = document;
  return [
    { type: 'add-board', ...board, document: { ...others, sections: [] } },
    { type: 'put-metrics', ...chosen, layout: { document, keys: renamed } },
  ];
}

type PutMetrics = EditingCommand & { readonly type: 'put-metrics' };

/** A board's document without tiles of metrics that are neither here nor taken. */
function withoutLost(
  document: JsonObject,
  { metrics }: ImportPlan,
  choiceOf: (planned: PlannedMetric) => ImportChoice,
  documents: BoardDocuments,
): JsonObject {
  const lost = new Set<unknown>(
    metrics.flatMap((planned) =>
      (planned.status === 'invalid' || choiceOf(planned) === 'skip') && !homeOf(documents, planned.key)
        ? [planned.key]
        : [],
    ),
  );
  const { own, sections } = readBoardDocument(document);
  const left = sections.map((section) => ({
    ...section,
    tiles: section.tiles.filter((tile) => !lost.has(metricOfTile(tile))),
  }));
  return lost.size > 0 ? writeBoardDocument(own, left) : document;
}

/** The metrics that are taken, and the new keys of those that get one. */
function chosenMetrics(
  plan: ImportPlan,
  choiceOf: (planned: PlannedMetric) => ImportChoice,
  documents: BoardDocuments,
): Pick<PutMetrics, 'metrics' | 'beside'> & { readonly renamed: Readonly<Record<string, string>> } {
  const metrics = new Map<string, MetricDefinition>();
  const beside = new Map<string, JsonObject>();
  const keys = new Set(plan.metrics.map(({ key }) => key));
  const renamed: Record<string, string> = {};
  for (const planned of plan.metrics) {
    const choice = choiceOf(planned);
    if (planned.status === 'invalid' || choice === 'skip') continue;
    const { key } = planned;
    const isTaken = (other: string): boolean =>
      keys.has(other) || metrics.has(other) || homeOf(documents, other) !== undefined;
    const free = choice === 'put' ? key : keyBeside(key, isTaken);
    metrics.set(free, planned.metric);
    if (free !== key) renamed[key] = free;
    if (Object.keys(planned.beside).length > 0) beside.set(free, planned.beside);
  }
  return {
    metrics: Object.fromEntries(metrics),
    ...(beside.size > 0 ? { beside: Object.fromEntries(beside) } : {}),
    renamed,
  };
}

/**
 * Tiles that were copied, as one command that adds them under keys of their own: in that place, or without one each as the last
 * of its section.
 */
export function pasteCommand(
  tiles: readonly MetricDefinition[],
  documents: BoardDocuments,
  place?: TilePosition,
): EditingCommand & { readonly type: 'put-metrics' } {
  const metrics = new Map<string, MetricDefinition>();
  for (const tile of tiles) {
    const isHere = (key: string): boolean => homeOf(documents, key) !== undefined;
    const isTaken = (key: string): boolean => metrics.has(key) || isHere(key);
    const key = freeKey(tile.label, isHere);
    metrics.set(isTaken(key) ? keyBeside(key, isTaken) : key, tile);
  }
  return { type: 'put-metrics', metrics: Object.fromEntries(metrics), place };
}

/** How large the documents would be after commands. */
export const sizesAfter = (
  documents: BoardDocuments,
  commands: readonly EditingCommand[],
): readonly DocumentSize[] =>
  documentSizes(
    documentsOf(commands.reduce((session, command) => edit(session, command), beginEditing(documents))),
  );

function keyBeside(key: string, isTaken: (key: string) => boolean): string {
  let number = 2;
  while (isTaken(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

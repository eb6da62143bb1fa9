import type { MetricDefinition } from '../../contract/metricDefinition';
import { freeKey } from '../../model/board/Board';
import { homeOf, type BoardDocuments, type JsonObject } from '../../model/board/BoardDocuments';
import { documentSizes, type DocumentSize } from '../../model/board/documentSizes';
import { edit } from '../session/edit';
import type { EditingCommand, TilePosition } from '../session/EditingCommand';
import { beginEditing, documentsOf } from '../session/EditingSession';
import type { ImportPlan, PlannedMetric } from './planImport';

/** `put`: under its key, where it replaces another metric of that key. `rename`: beside that, under a key of its own. */
export type ImportChoice = 'skip' | 'put' | 'rename';

/** What is likely meant: whatever is new or different and can work. */
export const likelyChoice = (planned: PlannedMetric): ImportChoice =>
  planned.status === 'invalid' || planned.status === 'same' || planned.isByHand ? 'skip' : 'put';

/** The import as one command; undefined when nothing is to be done. */
export function importCommand(
  plan: ImportPlan,
  choiceOf: (planned: PlannedMetric) => ImportChoice,
  withSettings: boolean,
  documents: BoardDocuments,
): EditingCommand | undefined {
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
  const settings = withSettings ? plan.settings : undefined;
  const layout = withSettings ? plan.layout : undefined;
  if (metrics.size === 0 && !settings && !layout) return undefined;
  return {
    type: 'put-metrics',
    metrics: Object.fromEntries(metrics),
    ...(beside.size > 0 ? { beside: Object.fromEntries(beside) } : {}),
    ...(settings ? { settings } : {}),
    ...(layout ? { layout: { document: layout, keys: renamed } } : {}),
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

/** How large the documents would be after a command. */
export const sizesAfter = (documents: BoardDocuments, command: EditingCommand): readonly DocumentSize[] =>
  documentSizes(documentsOf(edit(beginEditing(documents), command)));

function keyBeside(key: string, isTaken: (key: string) => boolean): string {
  let number = 2;
  while (isTaken(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

import type { StoredVisual } from '../schema/boardDocuments';
import { isName, isText } from '../model/metric/fieldChecks';
import { agentsMeasure, type AgentsVisual } from './agents/agentsMeasure';
import { partsOf, type TileMeasure } from './Measure';
import { columns, tableMeasure, type TableVisual } from './table/tableMeasure';

/**
 * What a stored tile brings along to be evaluated by formulas; undefined where that is nothing, or cannot be read. Knows nothing of
 * drawing, so that the doctor can ask too.
 */
export function tileMeasure(visual: StoredVisual, label: string): TileMeasure | undefined {
  const present = Object.fromEntries(Object.entries(visual).filter(([, value]) => value !== null));
  const { kind, parts, rows, columns: saved } = present;
  if (kind === 'breakdown') return isName(parts) ? partsOf(label, parts) : undefined;
  const areTexts = (...fields: readonly string[]): boolean =>
    fields.every((field) => present[field] === undefined || isText(present[field]));
  if (columns(saved) !== undefined) return undefined;
  // Each field that is read has just been checked.
  if (kind === 'table' && isName(rows) && areTexts('rowKey'))
    return tableMeasure(present as unknown as TableVisual, label);
  if (kind === 'agents' && areTexts('activity', 'team', 'queue', 'limits', 'taskLimits'))
    return agentsMeasure(present as unknown as AgentsVisual, label);
  return undefined;
}

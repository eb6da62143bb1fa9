import type { MetricDefinition } from '../../../schema/metricDefinition';
import { parseMetricDefinitions } from '../../../model/metric/parseMetricDefinitions';
import type { Problem } from '../../../model/metric/Problem';
import type { UnreadText } from './planImport';
import { readExchangeText } from './readExchangeText';

export interface ClipboardTiles {
  readonly status: 'read';
  readonly tiles: readonly MetricDefinition[];
  /** What is no metric, and why. */
  readonly leftOut: readonly { readonly label: string; readonly problem: Problem }[];
}

/**
 * The tiles of a text that was copied here or in another account, or why there are none. Without their order, which belongs to
 * the board they come from.
 */
export function tilesFromClipboardText(text: string): ClipboardTiles | UnreadText {
  const content = readExchangeText(text);
  if (content.status !== 'read') return content;
  const parsed = parseMetricDefinitions(content.definitions);
  return {
    status: 'read',
    tiles: parsed.flatMap((one) => {
      if ('problem' in one) return [];
      const { order: _, ...definition } = one.definition;
      return [definition];
    }),
    leftOut: parsed.flatMap((one) => ('problem' in one ? [{ label: one.label, problem: one.problem }] : [])),
  };
}

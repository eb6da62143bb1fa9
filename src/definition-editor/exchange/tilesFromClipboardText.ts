import type { MetricDefinition } from '../../contract/metricDefinition';
import { parseMetricDefinitions } from '../../metric/parseMetricDefinitions';
import { readExchangeText } from './readExchangeText';

/**
 * The tiles of a text that was copied here or in another account. Without their order, which belongs to the board they come
 * from; what is no metric is left out.
 * @returns none for any other text: what is pasted may be anything
 */
export function tilesFromClipboardText(text: string): readonly MetricDefinition[] {
  const content = readExchangeText(text);
  if (content.status !== 'read') return [];
  return parseMetricDefinitions(content.definitions).flatMap((parsed) => {
    if ('problem' in parsed) return [];
    const { order: _, ...definition } = parsed.definition;
    return [definition];
  });
}

import * as React from 'react';
import type { MetricDefinition } from '../../schema/metricDefinition';
import { valueOf } from '../../model/metric/Loaded';
import type { Reading } from '../../model/metric/Reading';
import type { RowOfTable } from '../../model/series/seriesOf';
import { useStrings } from '../../strings/StringsContext';
import { drawTrend, limitsOf, pointsToNow, type DrawnTrend } from './drawnTrend';
import { comparisonInWords, fillingInWords, trendStateInWords } from './trendInWords';
import { useCollectedAt, useTrend } from './TrendsContext';

/** The past of a metric that a tile shows, as far as it is there. */
export interface TileTrend {
  /** Undefined where there is nothing to draw. */
  readonly drawn: DrawnTrend | undefined;
  /** How the value stands to a usual day, or why nobody knows; empty without any past. */
  readonly words: string;
}

/** @param row given for a cell of a table */
export function useDrawnTrend(
  definition: MetricDefinition | undefined,
  reading: Reading,
  row?: RowOfTable,
): TileTrend {
  const strings = useStrings();
  const loaded = useTrend(definition, row);
  const collectedAt = useCollectedAt()?.();
  const trend = loaded && valueOf(loaded);
  const state = loaded && trendStateInWords(loaded, strings);
  const drawn = React.useMemo(() => {
    if (!trend || !definition || state !== undefined || 'problem' in reading) return undefined;
    const points = pointsToNow(trend, reading, collectedAt);
    return drawTrend(trend, points, shownLimits(limitsOf(definition), reading));
  }, [trend, definition, reading, collectedAt, state]);
  const words =
    loaded && definition
      ? [
          state ?? (trend && comparisonInWords(trend, reading, collectedAt, definition, strings)),
          trend && drawn && fillingInWords(trend.past, strings.text),
        ].filter(Boolean)
      : [];
  return { drawn, words: words.join(' · ') };
}

/** The limit that is crossed, or the next one. */
function shownLimits<L extends { readonly level: string }>(
  limits: readonly L[],
  reading: Reading,
): readonly L[] {
  const isCritical = reading.status === 'value' && reading.level === 'critical';
  const first = limits[0];
  const critical = limits.find(({ level }) => level === 'critical');
  return isCritical && critical ? [critical] : first ? [first] : [];
}

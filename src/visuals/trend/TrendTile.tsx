import * as React from 'react';
import { valueOf } from '../../metric/Loaded';
import { useStrings } from '../../strings/StringsContext';
import { describeReading } from '../describeReading';
import { ReadingTile } from '../ReadingTile';
import type { TileProps } from '../VisualKind';
import { drawTrend, limitsOf, pointsToNow } from './drawnTrend';
import type { TrendReading } from './trend';
import { comparisonInWords, fillingInWords, trendStateInWords } from './trendInWords';
import { TrendLines } from './TrendLines';
import { useCollectedAt, useTrend } from './TrendsContext';

/** The value, its day as a line, and how it stands to the same weekday of the weeks before. */
export function TrendTile({
  reading: { reading, definition },
  ...setting
}: TileProps<TrendReading>): React.ReactElement {
  const strings = useStrings();
  const loaded = useTrend(definition);
  const collectedAt = useCollectedAt()?.();
  const trend = loaded && valueOf(loaded);
  const state = loaded && trendStateInWords(loaded, strings);
  const drawn = React.useMemo(() => {
    if (!trend || !definition || state !== undefined) return undefined;
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
  return (
    <ReadingTile
      {...setting}
      reading={reading}
      content={describeReading(reading, strings, words.join(' · '))}
      isPictureTall
      picture={
        drawn && !('problem' in reading) ? (
          <span className="tile-picture trend">
            <span className="trend-box">
              <TrendLines drawn={drawn} />
            </span>
          </span>
        ) : undefined
      }
    />
  );
}

/** The limit that is crossed, or the next one. */
function shownLimits<L extends { readonly level: string }>(
  limits: readonly L[],
  reading: TrendReading['reading'],
): readonly L[] {
  const isCritical = reading.status === 'value' && reading.level === 'critical';
  const first = limits[0];
  const critical = limits.find(({ level }) => level === 'critical');
  return isCritical && critical ? [critical] : first ? [first] : [];
}

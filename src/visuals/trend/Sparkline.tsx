import * as React from 'react';
import type { MetricDefinition } from '../../schema/metricDefinition';
import { flag } from '../../model/metric/fieldChecks';
import { useStrings } from '../../strings/StringsContext';
import type { PlainTextKey } from '../../strings/TextKey';
import { describeReading, type TileContent } from '../describeReading';
import { ReadingTile, type ReadingTileProps } from '../ReadingTile';
import type { VisualContext, VisualField } from '../VisualKind';
import type { DrawnTrend } from './drawnTrend';
import { TrendLines } from './TrendLines';
import { useDrawnTrend } from './useDrawnTrend';
import type { WithTrend } from './WithTrend';

const name: PlainTextKey = 'TrendBeside';

/** In the schema and in the form of a visual that has it. */
export const trendSchema = { trend: { check: flag } } as const;
export const trendField: VisualField = { field: 'trend', label: name, input: 'flag' };

/** The metric whose day is shown beside its value; undefined where nobody wants it. */
export function trendOf(
  { trend, metric }: WithTrend & { readonly metric: string },
  { metricOf }: VisualContext,
): MetricDefinition | undefined {
  const parsed = trend ? metricOf(metric) : undefined;
  return parsed && 'definition' in parsed ? parsed.definition : undefined;
}

export const Sparkline = ({ drawn }: { readonly drawn: DrawnTrend }): React.ReactElement => (
  <span className="spark">
    <span className="trend-box">
      <TrendLines drawn={drawn} />
    </span>
  </span>
);

/** A tile of one value with its day beside it. */
export function SparkTile({
  definition,
  describe = describeReading,
  ...tile
}: Omit<ReadingTileProps, 'content' | 'beside'> & {
  readonly definition: MetricDefinition;
  readonly describe?: ((...about: Parameters<typeof describeReading>) => TileContent) | undefined;
}): React.ReactElement {
  const { drawn, words } = useDrawnTrend(definition, tile.reading);
  return (
    <ReadingTile
      {...tile}
      content={describe(tile.reading, useStrings(), words)}
      beside={drawn ? <Sparkline drawn={drawn} /> : undefined}
    />
  );
}

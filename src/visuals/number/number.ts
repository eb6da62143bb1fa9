import { name } from '../../model/metric/fieldChecks';
import { levelOf } from '../../model/metric/levels';
import { describeReading } from '../describeReading';
import { metricReading } from '../metricReading';
import { trendField, trendOf, trendSchema } from '../trend/Sparkline';
import type { WithTrend } from '../trend/WithTrend';
import type { TrendReading } from '../trend/trend';
import { TrendDetails } from '../trend/TrendDetails';
import type { VisualKind } from '../VisualKind';
import { NumberTile } from './NumberTile';

export interface NumberVisual extends WithTrend {
  /** Key of a metric of the library. */
  readonly metric: string;
}

/** The value of a metric in large digits: what a tile shows unless something else is stored. */
export const number: VisualKind<NumberVisual, TrendReading> = {
  kind: 'number',
  schema: { metric: { check: name, isRequired: true }, ...trendSchema },
  spans: { usual: { columns: 2, rows: 1 }, least: { columns: 1, rows: 1 } },
  form: {
    name: 'VisualNumber',
    icon: 'M5 2h2v12H5V6H3V4zM11 2h9v7h-7v3h7v2h-9V7h7V4h-7z',
    fields: [{ field: 'metric', label: 'VisualMetric', input: 'metric' }, trendField],
  },
  measures: ({ metric }) => [{ metric }],
  prepare: (visual, context) => {
    const { metric } = visual;
    const definition = trendOf(visual, context);
    return ([reading]) => ({ reading: metricReading(reading, metric, context.label), definition });
  },
  Tile: NumberTile,
  Details: TrendDetails,
  describe: ({ reading }, strings) => describeReading(reading, strings),
  levelOf: ({ reading }) => levelOf(reading),
};

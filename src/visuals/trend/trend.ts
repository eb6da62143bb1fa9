import type { MetricDefinition } from '../../schema/metricDefinition';
import { name } from '../../model/metric/fieldChecks';
import { levelOf } from '../../model/metric/levels';
import type { Reading } from '../../model/metric/Reading';
import { describeReading } from '../describeReading';
import { metricReading } from '../metricReading';
import type { VisualKind } from '../VisualKind';
import { TrendDetails } from './TrendDetails';
import { trendColours, trendSheet } from './trendSheet';
import { TrendTile } from './TrendTile';

export interface TrendVisual {
  /** Key of a metric of the library. */
  readonly metric: string;
}

export interface TrendReading {
  readonly reading: Reading;
  /** The metric whose past is drawn; undefined when what is saved is not one. */
  readonly definition: MetricDefinition | undefined;
}

/** The value of a metric, with its day as a line. The past is no part of the reading: it comes by itself, and later. */
export const trend: VisualKind<TrendVisual, TrendReading> = {
  kind: 'trend',
  schema: { metric: { check: name, isRequired: true } },
  picture: 'tall',
  spans: { usual: { columns: 3, rows: 1 }, least: { columns: 2, rows: 1 } },
  form: {
    name: 'VisualTrend',
    icon: 'M1 12.2 7.4 6l4.2 3.4L20.4 2l1.2 1.4-10 8.4-4.2-3.3L2.3 13.5zM1 14.5h22V16H1z',
    fields: [{ field: 'metric', label: 'VisualMetric', input: 'metric' }],
  },
  measures: ({ metric }) => [{ metric }],
  prepare: ({ metric }, { label, metricOf }) => {
    const parsed = metricOf(metric);
    const definition = parsed && 'definition' in parsed ? parsed.definition : undefined;
    return ([reading]) => ({ reading: metricReading(reading, metric, label), definition });
  },
  Tile: TrendTile,
  sheet: trendSheet,
  properties: trendColours,
  Details: TrendDetails,
  describe: ({ reading }, strings) => describeReading(reading, strings),
  levelOf: ({ reading }) => levelOf(reading),
};

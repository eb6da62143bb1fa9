import { name } from '../../metric/fieldChecks';
import { levelOf } from '../../metric/levels';
import type { Reading } from '../../metric/Reading';
import { describeReading } from '../describeReading';
import { metricReading } from '../metricReading';
import { ReadingTile } from '../ReadingTile';
import type { VisualKind } from '../VisualKind';
import { NumberDetails } from './NumberDetails';

export interface NumberVisual {
  /** Key of a metric of the library. */
  readonly metric: string;
}

/** The value of a metric in large digits: what a tile shows unless something else is stored. */
export const number: VisualKind<NumberVisual, Reading> = {
  kind: 'number',
  schema: { metric: { check: name, isRequired: true } },
  spans: { usual: { columns: 2, rows: 1 }, least: { columns: 1, rows: 1 } },
  form: {
    name: 'VisualNumber',
    icon: 'M5 2h2v12H5V6H3V4zM11 2h9v7h-7v3h7v2h-9V7h7V4h-7z',
    fields: [{ field: 'metric', label: 'VisualMetric', input: 'metric' }],
  },
  measures: ({ metric }) => [{ metric }],
  prepare:
    ({ metric }, { label }) =>
    ([reading]) =>
      metricReading(reading, metric, label),
  Tile: ReadingTile,
  Details: NumberDetails,
  describe: describeReading,
  levelOf,
};

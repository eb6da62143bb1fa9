import { name, text as aText } from '../../model/metric/fieldChecks';
import { levelOf } from '../../model/metric/levels';
import { isScalar, type Reading, type ShapedReading } from '../../model/metric/Reading';
import { partsOf } from '../Measure';
import { metricReading } from '../metricReading';
import type { VisualKind } from '../VisualKind';
import { BreakdownDetails } from './BreakdownDetails';
import { describeBreakdown, type BreakdownReading, type ShownPart } from './BreakdownReading';
import { breakdownSheet, partColours } from './breakdownSheet';
import { BreakdownTile } from './BreakdownTile';

export interface BreakdownVisual {
  /** A formula that gives named counts: `{ Lunch: 12, Free: 2 }`, or a list of `{ label, count }`. */
  readonly parts: string;
  /** Key of the metric whose value and level the tile shows. @default the total, which has no level */
  readonly metric?: string;
  /** Text after the total, such as `agents`. */
  readonly unit?: string;
}

const agentsByActivity =
  "data.workspace_statistics.realtime.activity_statistics.filter((a) => a.friendly_name !== 'Offline').map((a) => ({ label: a.friendly_name, count: a.workers }))";
const tasksByState = 'data.workspace_statistics.realtime.tasks_by_status';
const waitingByQueue = 'data.queues.map((q) => ({ label: q.friendly_name, count: waiting(q) }))';

const waitingByChannel =
  'Object.entries(data.channels).map((entry) => ({ label: entry[0], count: waiting(entry[1]) }))';

/** A whole in its parts, such as agents by activity: which parts there are is in the data. */
export const breakdown: VisualKind<BreakdownVisual, BreakdownReading> = {
  kind: 'breakdown',
  schema: {
    parts: { check: name, isRequired: true },
    metric: { check: name },
    unit: { check: aText },
  },
  spans: { usual: { columns: 4, rows: 1 }, least: { columns: 2, rows: 1 } },
  picture: 'tall',
  form: {
    name: 'VisualBreakdown',
    icon: 'M1 4h11v8H1zM13 4h6v8h-6zM20 4h3v8h-3z',
    fields: [
      {
        field: 'parts',
        label: 'VisualParts',
        input: 'formula',
        choices: [
          { value: agentsByActivity, label: 'VisualPartsActivities' },
          { value: tasksByState, label: 'VisualPartsStates' },
          { value: waitingByQueue, label: 'VisualPartsQueues' },
          { value: waitingByChannel, label: 'VisualPartsChannels' },
        ],
        start: () => agentsByActivity,
      },
      { field: 'metric', label: 'VisualHeadline', input: 'metric', empty: 'VisualHeadlineTotal' },
      { field: 'unit', label: 'WorkbenchUnit', input: 'text' },
    ],
  },
  measures: ({ parts, metric }, label) => [
    partsOf(label, parts),
    ...(metric === undefined ? [] : [{ metric }]),
  ],
  prepare: ({ parts: formula, metric, unit }, { label }) => {
    const headlineOf = (whole: Whole, value: ShapedReading | undefined): Reading =>
      metric === undefined || 'problem' in whole
        ? whole.status === 'parts'
          ? totalOf(whole, unit)
          : whole
        : metricReading(value, metric, label);
    return ([found, value]) => {
      const whole: Whole =
        found && (found.status === 'parts' || isWithoutValue(found))
          ? found
          : { key: '', label, status: 'no-data' };
      return {
        headline: headlineOf(whole, value),
        parts: whole.status === 'parts' ? largestFirst(whole) : [],
        formula,
      };
    };
  },
  Tile: BreakdownTile,
  sheet: breakdownSheet,
  properties: partColours,
  Details: BreakdownDetails,
  describe: describeBreakdown,
  levelOf: ({ headline }) => levelOf(headline),
};

type Whole = Extract<ShapedReading, { status: 'parts' }> | WithoutValue;
type WithoutValue = Exclude<Reading, { status: 'value' | 'too-few' }>;

const isWithoutValue = (reading: ShapedReading): reading is WithoutValue =>
  isScalar(reading) && reading.status !== 'value' && reading.status !== 'too-few';

const totalOf = (
  { parts: _parts, total, ...about }: Extract<ShapedReading, { status: 'parts' }>,
  unit: string | undefined,
): Reading => ({ ...about, status: 'value', value: total, unit, level: 'normal', styleProblems: [] });

const largestFirst = ({ parts, total }: Extract<ShapedReading, { status: 'parts' }>): readonly ShownPart[] =>
  parts
    .map((part, place) => ({ ...part, place, share: total > 0 ? part.count / total : 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);

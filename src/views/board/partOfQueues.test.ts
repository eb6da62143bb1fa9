import { parseMetricDefinitions } from '../../model/metric/parseMetricDefinitions';
import { createStrings } from '../../strings/createStrings';
import { aDashboardData } from '../../testing/aDashboardData';
import { aMoment } from '../../testing/anEvaluatedMetric';
import { ReadingsStore } from './ReadingsStore';
import { describeReading } from '../../visuals/describeReading';

const queue = { sid: 'WQ1', friendly_name: 'Support', realtime: { total_tasks: 3 }, cumulative: {} };
const capped = { queues: { collected: 50, of: 200 } };

/** What a tile of this formula says, over 50 queues, and given what the Function says is left out. */
function sentence(formula: string, completeness: unknown, fields: object = {}): string {
  const data = { ...aDashboardData(), queues: Array.from({ length: 50 }, () => queue), completeness };
  const readings = new ReadingsStore();
  readings.evaluate(
    parseMetricDefinitions({ a: { metric: { label: 'A', formula, ...fields } } }),
    aMoment({ data }),
  );
  const reading = readings.get('a');
  return reading ? describeReading(reading, createStrings('en')).sentence : '';
}
const overAll = 'data.queues.filter((q) => q.realtime.total_tasks > 2).length';

it('says on the tile of how many queues a figure over all queues was made', () => {
  expect(sentence(overAll, capped)).toBe('A, 50, 50 of 200 queues');
  const thresholds = { firstThresholdValue: 5, firstThresholdStyle: 'Error' };
  expect(sentence(overAll, capped, thresholds)).toBe('A, 50, Critical, 50 of 200 queues · over 5');
});

it('says nothing of it on a tile of one queue, or of the workspace', () => {
  expect(sentence('queue("Support").realtime.total_tasks', capped)).toBe('A, 3');
  expect(sentence('waiting(data)', capped)).toBe('A, 18');
});

it.each([
  [undefined],
  [null],
  ['all'],
  [{}],
  [{ queues: null }],
  [{ queues: { collected: '50', of: 200 } }],
  [{ queues: { collected: 50 } }],
  [{ queues: { collected: 50, of: 50, late: 3 } }],
])('says nothing of it given the completeness %j', (completeness) => {
  expect(sentence(overAll, completeness)).toBe('A, 50');
});

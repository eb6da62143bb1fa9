import { anEvaluatedMetric } from '../../testing/anEvaluatedMetric';
import type { MetricDefinition } from '../../schema/metricDefinition';
import type { Reading } from './Reading';
import { sameReading } from './sameReading';

const definition = {
  formula: '11',
  unit: 'calls',
  firstThresholdValue: 10,
  firstThresholdStyle: 'Error',
} as const;
const reading = (part: Partial<MetricDefinition> = {}, now = '2026-11-22T11:42:15Z'): Reading =>
  anEvaluatedMetric({ ...definition, ...part }, { now: Date.parse(now) });

it('is true of two evaluations that gave the same', () => {
  expect(reading()).not.toBe(reading());
  expect(sameReading(reading(), reading())).toBe(true);
});

it.each<[string, Partial<MetricDefinition>]>([
  ['another text', { formula: '12' }],
  ['another label', { label: 'Other' }],
  ['another unit', { unit: 'tasks' }],
  ['no unit', { unit: '' }],
  ['another style', { firstThresholdStyle: 'Warn' }],
  ['another limit', { firstThresholdValue: 9 }],
  ['no limit crossed', { firstThresholdValue: 12 }],
  ['another problem of a style', { defaultStyle: { statColour: 'red' } }],
  ['another status', { formula: 'null' }],
])('is false given %s', (_, part) => {
  expect(sameReading(reading(), reading(part))).toBe(false);
  expect(sameReading(reading(part), reading())).toBe(false);
});

it('is true of a stale reading until its age reads otherwise', () => {
  const after159Seconds = reading({}, '2026-11-22T11:44:54.999Z');
  expect(sameReading(reading({}, '2026-11-22T11:44:45.001Z'), after159Seconds)).toBe(true);
  expect(sameReading(after159Seconds, reading({}, '2026-11-22T11:44:55Z'))).toBe(false);
});

import type { MetricDefinition } from '../../../schema/metricDefinition';
import { parseMetricDefinitions } from '../../../model/metric/parseMetricDefinitions';
import type { Reading } from '../../../model/metric/Reading';
import { previewReadings } from './previewReadings';

const now = Date.parse('2026-11-22T12:00:00.000Z');
const moment = {
  data: undefined,
  now,
  staleAfterSeconds: 150,
  locale: 'en-GB',
  colours: new Map<string, string>(),
};

function previewed(fields: object): Readonly<Record<string, Reading>> {
  const [parsed] = parseMetricDefinitions({ a: { metric: { label: 'A', formula: 'waiting()', ...fields } } });
  if (!parsed) throw new Error('There is no definition.');
  return Object.fromEntries(
    previewReadings(parsed, moment, 'What is wrong.').map(({ state, reading }) => [state, reading]),
  );
}
/** Text and, where one is crossed, the threshold of each state that has a value. */
const shown = (fields: Partial<MetricDefinition>) =>
  Object.fromEntries(
    Object.entries(previewed(fields)).flatMap(([state, reading]) =>
      reading.status === 'value' ? [[state, [reading.text, reading.crossed?.limit]]] : [],
    ),
  );
const two = { firstThresholdValue: 5, secondThresholdValue: 10 };

it.each<[string, Partial<MetricDefinition>, object]>([
  ['no thresholds', {}, { normal: ['1', undefined] }],
  ['thresholds', two, { normal: ['5', undefined], first: ['6', '5'], second: ['11', '10'] }],
  [
    'inverted ones',
    { firstThresholdValue: 10, secondThresholdValue: 5, invertThresholds: true },
    { normal: ['10', undefined], first: ['9', '10'], second: ['4', '5'] },
  ],
  ['the second alone', { secondThresholdValue: 0 }, { normal: ['0', undefined], second: ['1', '0'] }],
  ['text', { firstThresholdValue: 'Closed' }, { normal: ['–', undefined], first: ['Closed', 'Closed'] }],
  [
    'a format',
    { ...two, format: 'duration' },
    { normal: ['5 s', undefined], first: ['6 s', '5 s'], second: ['11 s', '10 s'] },
  ],
])('shows a value within and one across each threshold given %s', (_what, fields, wanted) => {
  expect(shown(fields)).toEqual(wanted);
});

it('shows them at once, though the metric waits before a threshold counts, grows, or asks for more cases', () => {
  const slow: Partial<MetricDefinition> = {
    ...two,
    holdSeconds: 60,
    increment: true,
    sampleFormula: '0',
    minimumSample: 10,
  };
  expect(shown(slow)).toEqual(shown(two));
});

it('shows how it looks without data and with a formula that fails, whatever is wrong with it now', () => {
  const others = {
    'no-data': { key: 'a', label: 'A', status: 'no-data' },
    error: {
      key: 'a',
      label: 'A',
      status: 'formula-error',
      problem: { kind: 'formula', message: 'What is wrong.' },
    },
  };
  expect(previewed({ formula: '1 +' })).toMatchObject(others);
  expect(previewed({ formula: undefined })).toEqual(others);
});

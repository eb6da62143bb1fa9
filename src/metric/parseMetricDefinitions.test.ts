import { parseMetricDefinitions } from './parseMetricDefinitions';

const parse = (metric: unknown): unknown => parseMetricDefinitions({ key: { metric } })[0];

it('keeps the order of the document, and labels that repeat', () => {
  const metric = { label: 'Waiting', formula: '1' };
  expect(
    parseMetricDefinitions({ b: { metric }, a: { metric } }).map(({ key, label }) => [key, label]),
  ).toEqual([
    ['b', 'Waiting'],
    ['a', 'Waiting'],
  ]);
});

it('keeps fields that it does not know', () => {
  expect(parse({ label: 'L', formula: '1', value: 7, section: 'Now' })).toEqual({
    key: 'key',
    label: 'L',
    definition: { label: 'L', formula: '1', value: 7, section: 'Now' },
  });
});

it.each([undefined, ''])('is labelled with its key given the label %j', (label) => {
  expect(parse({ label, formula: '1' })).toMatchObject({ label: 'key' });
});

it('takes null for absent', () => {
  expect(parse({ label: 'L', formula: '1', firstThresholdValue: null })).toEqual({
    key: 'key',
    label: 'L',
    definition: { label: 'L', formula: '1' },
  });
});

it.each([
  ['formula', 5, 'must be text'],
  ['label', 5, 'must be text'],
  ['format', 1, 'must be text'],
  ['increment', 'yes', 'must be true or false'],
  ['firstThresholdValue', 'soon', 'must be a number'],
  ['secondThresholdValue', [1], 'must be a number'],
  ['defaultStyle', 3, 'must be the name of a style or an object of colours'],
  ['firstThresholdStyle', { statColour: 1 }, 'must name colours by text'],
  ['invertThresholds', 0, 'must be true or false'],
])('names the field given %s of %j', (field, value, problem) => {
  expect(parse({ label: 'L', formula: '1', [field]: value })).toEqual({
    key: 'key',
    label: field === 'label' ? 'key' : 'L',
    problem: `In "key", "${field}" ${problem}; it is ${JSON.stringify(value)}.`,
  });
});

it('says so given a metric without a formula', () => {
  expect(parse({ label: 'L' })).toMatchObject({ problem: 'In "key", "formula" is missing.' });
});

it.each([null, 5, 'x', [], {}, { metric: null }, { metric: [] }])(
  'shows the right shape given the entry %j',
  (entry) => {
    expect(parseMetricDefinitions({ key: entry })).toEqual([
      { key: 'key', label: 'key', problem: expect.stringContaining('has no "metric" object') },
    ]);
  },
);

it.each([undefined, null, [], 'x', {}])('finds no metric in the document %j', (document) => {
  expect(parseMetricDefinitions(document)).toEqual([]);
});

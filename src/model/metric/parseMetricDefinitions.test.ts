import { inEnglish } from '../../testing/inEnglish';
import { parseMetricDefinitions, type ParsedDefinition } from './parseMetricDefinitions';

const parse = (metric: unknown): ParsedDefinition | undefined =>
  parseMetricDefinitions({ key: { metric } })[0];
const problemOf = (parsed: ParsedDefinition | undefined): string | undefined =>
  parsed && 'problem' in parsed ? inEnglish(parsed.problem) : undefined;

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
  expect(parse({ label: 'L', formula: '1', value: 7, colour: 'Now' })).toEqual({
    key: 'key',
    label: 'L',
    definition: { label: 'L', formula: '1', value: 7, colour: 'Now' },
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
  ['firstThresholdValue', true, 'must be a number or text'],
  ['secondThresholdValue', [1], 'must be a number or text'],
  ['decimals', 7, 'must be a whole number from 0 to 6'],
  ['decimals', -1, 'must be a whole number from 0 to 6'],
  ['decimals', 1.5, 'must be a whole number from 0 to 6'],
  ['decimals', '2', 'must be a whole number from 0 to 6'],
  ['unit', 5, 'must be text'],
  ['hysteresis', -0.1, 'must be a number, 0 or more'],
  ['holdSeconds', '60', 'must be a number, 0 or more'],
  ['minimumSample', -1, 'must be a number, 0 or more'],
  ['sampleFormula', 5, 'must be text'],
  ['description', {}, 'must be text'],
  ['section', 5, 'must be text'],
  ['order', '3', 'must be a number'],
  ['size', 'large', 'must be one of "small", "normal", "wide"'],
  ['defaultStyle', 3, 'must be the name of a style or an object of colours'],
  ['firstThresholdStyle', { statColour: 1 }, 'must name colours by text'],
  ['invertThresholds', 0, 'must be true or false'],
])('names the field given %s of %j', (field, value, problem) => {
  const parsed = parse({ label: 'L', formula: '1', [field]: value });
  expect(Object.keys(parsed ?? {}).sort()).toEqual(['key', 'label', 'problem']);
  expect(parsed).toMatchObject({ key: 'key', label: field === 'label' ? 'key' : 'L' });
  expect(problemOf(parsed)).toBe(`In "key", "${field}" ${problem}; it is ${JSON.stringify(value)}.`);
});

it('takes a definition with every field at its limits', () => {
  const full = {
    label: 'L',
    formula: '1',
    format: 'percent',
    decimals: 6,
    unit: 'calls',
    increment: false,
    firstThresholdValue: '80',
    secondThresholdValue: -1.5,
    hysteresis: 0,
    holdSeconds: 0,
    sampleFormula: '2',
    minimumSample: 0,
    description: '',
    section: 'Now',
    order: -1,
    size: 'wide',
  };
  expect(parse(full)).toMatchObject({ definition: full });
  expect(parse({ ...full, decimals: 0, size: 'small' })).toHaveProperty('definition');
});

it.each(['seconds', 'duration', 'number', 'percent'])(
  'refuses a threshold of text for the format "%s", which shows none: it would never be crossed',
  (format) => {
    expect(problemOf(parse({ formula: '1', format, secondThresholdValue: '60s' }))).toBe(
      `In "key", "secondThresholdValue" must be a number, as the format "${format}" shows no text; it is "60s".`,
    );
    expect(parse({ formula: '1', format, secondThresholdValue: ' ' })).toHaveProperty('definition');
  },
);

it.each(['', 'time'])('takes a threshold of text for the format "%s"', (format) => {
  expect(parse({ formula: '1', format, firstThresholdValue: 'None' })).toHaveProperty('definition');
});

it.each([
  [{ minimumSample: 20 }, '"minimumSample" needs "sampleFormula"'],
  [{ minimumSample: 20, sampleFormula: ' ' }, '"minimumSample" needs "sampleFormula"'],
  [{ sampleFormula: '5' }, '"sampleFormula" needs "minimumSample"'],
])('says which field of the sample is missing given %j', (fields, problem) => {
  expect(problemOf(parse({ formula: '1', ...fields }))).toMatch(problem);
});

it('takes a sample formula without text for none', () => {
  expect(parse({ formula: '1', sampleFormula: '' })).toMatchObject({
    definition: expect.not.objectContaining({ sampleFormula: '' }),
  });
});

it('keeps the place of a broken definition, so that its tile does not move', () => {
  expect(parse({ section: ' Now ', order: 3, size: 'small' })).toMatchObject({
    section: 'Now',
    order: 3,
    size: 'small',
    problem: expect.anything(),
  });
  expect(parse({ formula: '1', section: ' ' })).not.toHaveProperty('section');
  const wrongPlace = parse({ formula: '1', order: '3', size: 'large' });
  expect(wrongPlace).not.toHaveProperty('order');
  expect(wrongPlace).not.toHaveProperty('size');
});

it('says so given a metric without a formula', () => {
  expect(problemOf(parse({ label: 'L' }))).toBe('In "key", "formula" is missing.');
});

it.each([null, 5, 'x', [], {}, { metric: null }, { metric: [] }])(
  'shows the right shape given the entry %j',
  (entry) => {
    const [parsed] = parseMetricDefinitions({ key: entry });
    expect(parsed).toMatchObject({ key: 'key', label: 'key' });
    expect(problemOf(parsed)).toBe(
      '"key" has no "metric" object. A definition looks like { "metric": { "label": "…", "formula": "…" } }.',
    );
  },
);

it.each([undefined, null, [], 'x', {}])('finds no metric in the document %j', (document) => {
  expect(parseMetricDefinitions(document)).toEqual([]);
});

import type { Demand, Problem } from '../model/metric/Problem';
import { createStrings } from '../strings/createStrings';
import { describeProblem } from './describeProblem';

const english = createStrings('en').text;
const spanish = createStrings('es').text;

const demands: Readonly<Record<Demand['must'], Demand>> = {
  text: { must: 'text' },
  columns: { must: 'columns' },
  sort: { must: 'sort' },
  'agent-limits': { must: 'agent-limits' },
  'variable-name': { must: 'variable-name' },
  'stored-choice': { must: 'stored-choice' },
  name: { must: 'name' },
  flag: { must: 'flag' },
  number: { must: 'number' },
  'number-from-0': { must: 'number-from-0' },
  'number-above-0': { must: 'number-above-0' },
  'number-or-text': { must: 'number-or-text' },
  names: { must: 'names' },
  'time-of-day': { must: 'time-of-day' },
  'number-or-band': { must: 'number-or-band' },
  'above-from': { must: 'above-from' },
  style: { must: 'style' },
  'colour-names': { must: 'colour-names' },
  'whole-number': { must: 'whole-number', from: 0, to: 6 },
  choice: { must: 'choice', choices: ['small', 'wide'] },
};
const contrast = {
  kind: 'low-contrast',
  field: 'statColour',
  name: 'x',
  contrast: 2.7,
  needed: 4.5,
} as const;
/** One of each kind, and none left out. */
const problems: Readonly<Record<Exclude<Problem['kind'], 'formula' | 'field'>, Problem>> = {
  'source-failed': { kind: 'source-failed', source: 'data.agents', problem: 'No permission.' },
  'needs-choice': { kind: 'needs-choice', variable: 'queue', type: 'queue', gone: ['Night'] },
  'formula-gives-no-rows': { kind: 'formula-gives-no-rows', found: '5' },
  'too-many-rows': { kind: 'too-many-rows', count: 501, most: 500 },
  'row-without-name': { kind: 'row-without-name', found: '{}' },
  'in-row-key': { kind: 'in-row-key', problem: { kind: 'formula', message: 'no' } },
  'in-column': { kind: 'in-column', column: 'Waiting', problem: { kind: 'formula-missing' } },
  'unknown-column': { kind: 'unknown-column', column: 'Wait', columns: ['Waiting'] },
  'formula-gives-list': { kind: 'formula-gives-list' },
  'formula-gives-object': { kind: 'formula-gives-object' },
  'in-sample-formula': { kind: 'in-sample-formula', problem: { kind: 'formula-gives-list' } },
  'formula-gives-no-parts': { kind: 'formula-gives-no-parts', found: '5' },
  'part-no-count': { kind: 'part-no-count', found: '{"a":-1}' },
  'unknown-visual': { kind: 'unknown-visual', visual: 'pie', visuals: ['number', 'gauge'] },
  'visual-field-missing': { kind: 'visual-field-missing', visual: 'gauge', field: 'target' },
  'gauge-needs-number': { kind: 'gauge-needs-number', found: '"soon"' },
  'sample-no-number': { kind: 'sample-no-number', found: '"many"' },
  'unknown-format': { kind: 'unknown-format', format: 'x', formats: ['', 'time'] },
  'not-finite': { kind: 'not-finite', found: 'NaN' },
  'format-needs-number': { kind: 'format-needs-number', format: 'seconds', found: '"soon"' },
  'format-needs-time': { kind: 'format-needs-time', found: '"soon"' },
  'no-time-zone': { kind: 'no-time-zone' },
  'unknown-time-zone': { kind: 'unknown-time-zone', timeZone: 'Mars/Olympus' },
  'unknown-style': { kind: 'unknown-style', name: 'Red', styles: ['Default', 'Warn'] },
  'unknown-colour': { kind: 'unknown-colour', field: 'statColour', name: 'red' },
  'low-contrast': { ...contrast, ground: 'y' },
  'settings-no-object': { kind: 'settings-no-object', found: '5' },
  'too-many-documents': { kind: 'too-many-documents', count: 40, most: 30 },
  'in-definition': { kind: 'in-definition', key: 'calls', fault: { kind: 'formula-missing' } },
  'no-metric': { kind: 'no-metric', key: 'calls' },
  'metric-deleted': { kind: 'metric-deleted', key: 'calls' },
  'formula-missing': { kind: 'formula-missing' },
  'threshold-no-number': { kind: 'threshold-no-number', field: 'f', format: 'seconds', found: '"60s"' },
  'threshold-unclear': { kind: 'threshold-unclear', field: 'f', found: '"> 5"' },
  'sample-formula-missing': { kind: 'sample-formula-missing' },
  'minimum-sample-missing': { kind: 'minimum-sample-missing' },
};
const all: readonly Problem[] = [
  ...Object.values(problems),
  { ...contrast, ground: undefined },
  ...Object.values(demands).map((demand) => ({ kind: 'field', field: 'f', demand, found: '5' }) as const),
];

it.each(all)('says in English and in other words in Spanish, with all values, %j', (problem) => {
  const [one, other] = [describeProblem(problem, english), describeProblem(problem, spanish)];
  expect(one).not.toBe(other);
  for (const words of [one, other]) expect(words).toMatch(/^\p{L}|^"/u);
  for (const words of [one, other]) expect(words).not.toMatch(/\{\{|undefined|\[object/);
});

it('says what the formula language says of a formula in its own words, which are English', () => {
  const problem = { kind: 'formula', message: 'Unexpected "=".' } as const;
  expect(describeProblem(problem, spanish)).toBe('Unexpected "=".');
});

it('puts the parts of a sentence together in the order of the language', () => {
  const fault = { kind: 'field', field: 'order', demand: demands.number, found: '"3"' } as const;
  const problem = { kind: 'in-definition', key: 'calls', fault } as const;
  expect(describeProblem(problem, english)).toBe('In "calls", "order" must be a number; it is "3".');
  expect(describeProblem(problem, spanish)).toBe('En "calls": "order" debe ser un número; es "3".');
});

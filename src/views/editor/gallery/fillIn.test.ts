import { compileFormula } from '../../../model/formula';
import { fillInFormula, fillInText, parametersIn } from './fillIn';

const dataWith = (name: string) => ({
  queues: [{ friendly_name: name, realtime: { tasks_by_status: { pending: 3, reserved: 1 } } }],
  workspace_statistics: { realtime: { activity_statistics: [{ friendly_name: name, workers: 7 }] } },
});

it.each([
  'Support',
  "L'Équipe",
  'The "A" team',
  `Both ' and "`,
  'back\\slash',
  'trailing\\',
  "'); data; ('",
  '`${data}`',
  'two\nlines\r',
  '\u2028\u2029',
  '// no comment /* */',
  '{{queue}}',
  '$& $1',
  '🎧 Ventas',
  ' ',
])('fills in the name %j so that it is that name', (name) => {
  const evaluate = (formula: string) => compileFormula(formula).evaluate({ data: dataWith(name) });
  expect(evaluate(fillInFormula('waiting({{queue}})', { queue: name }))).toBe(4);
  expect(evaluate(fillInFormula('waiting({{queues}})', { queues: [name, name] }))).toBe(8);
  expect(evaluate(fillInFormula('{{breaks}}', { breaks: [name] }))).toBe(7);
});

it('writes names as somebody would who knows the language', () => {
  expect(fillInFormula('{{queue}}', { queue: 'Support' })).toBe("'Support'");
  expect(fillInFormula('{{queue}}', { queue: "L'Équipe" })).toBe('"L\'Équipe"');
  expect(fillInFormula('{{queue}}', { queue: `'"` })).toBe(`'\\'"'`);
});

it('fills in a parameter as often as it stands there, and leaves one alone that has no value', () => {
  expect(fillInFormula('{{wait}} + {{wait}} + {{target}}', { wait: 60 })).toBe('60 + 60 + {{target}}');
});

it('adds up activities, none of them being 0', () => {
  expect(fillInFormula('{{breaks}}', { breaks: ['Break', 'Lunch'] })).toBe(
    "activity('Break') + activity('Lunch')",
  );
  expect(fillInFormula('{{breaks}}', { breaks: [] })).toBe('0');
});

it('writes names into a text without quotes, several with commas', () => {
  expect(fillInText('{{queue}}: over {{wait}} s', { queue: "L'Équipe", wait: 60 })).toBe(
    "L'Équipe: over 60 s",
  );
  expect(fillInText('{{queues}}', { queues: ['A', 'B'] })).toBe('A, B');
  expect(fillInText('{{queue}}, {{queues}}', { queue: '', queues: [] })).toBe('…, …');
});

it('names the parameters of templates once', () => {
  expect(parametersIn('{{queue}} {{within}}', '{{queue}} {{wait}}')).toEqual(['queue', 'within', 'wait']);
  expect(parametersIn('none')).toEqual([]);
});

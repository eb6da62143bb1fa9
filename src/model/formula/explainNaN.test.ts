import { compileFormula, type FormulaError } from './index';

const data = {
  a: 5,
  zero: 0,
  word: 'Support',
  digits: '7',
  list: [1, 2],
  none: null,
  queues: [
    { name: 'A', waiting: 1 },
    { name: 'B', waiting: 2 },
  ],
};

/** What a supervisor reads, and the part of the formula that is underlined. */
function explanation(formula: string): [message: string, part: string] {
  const compiled = compileFormula(formula);
  expect(compiled.evaluate({ data })).toBeNaN();
  const error = compiled.explainNaN({ data });
  return [error.message, formula.slice(error.start, error.end)];
}

describe('a formula that gives no number', () => {
  test.each([
    ['data.a + data.digts', 'data has no "digts". Did you mean "digits"?', 'digts'],
    ['data.b - 1', 'data has no "b". It has "a", "zero", "word", "digits", "list", "none", "queues".', 'b'],
    ['2 * (1 - -data.zro)', 'data has no "zro". Did you mean "zero"?', 'zro'],
    ['data.word - 1', 'data.word is the text "Support", which is no number.', 'data.word'],
    ['1 / data.list', 'data.list is a list, and one number is needed.', 'data.list'],
    ['({}) * 2', '{} is an object, and one number is needed.', '{}'],
    [
      'data.zero / data.zero',
      'data.zero / data.zero divides 0 by 0. Write percent(part, whole), which then gives no answer, or check data.zero first.',
      'data.zero / data.zero',
    ],
    [
      '5 % data.zero',
      '5 % data.zero divides 0 by 0. Write percent(part, whole), which then gives no answer, or check data.zero first.',
      '5 % data.zero',
    ],
    ['Infinity - Infinity', 'Infinity - Infinity gives no number (NaN).', 'Infinity - Infinity'],
    ['data.a > 1 ? data.word * 1 : 0', 'data.word is the text "Support", which is no number.', 'data.word'],
    ['data.a < 1 ? 0 : data.word * 1', 'data.word is the text "Support", which is no number.', 'data.word'],
    ['data.word * 1 && 5', 'data.word is the text "Support", which is no number.', 'data.word'],
    ['data.zero || data.word * 1', 'data.word is the text "Support", which is no number.', 'data.word'],
    ['+data.word', 'data.word is the text "Support", which is no number.', 'data.word'],
    ['-NaN', 'NaN gives no number (NaN).', 'NaN'],
    ['~~1 - NaN', 'NaN gives no number (NaN).', 'NaN'],
    ['Math.max(1, data.digts)', 'data has no "digts". Did you mean "digits"?', 'digts'],
    [
      'Math.max(...data.list, data.word)',
      'data.word is the text "Support", which is no number.',
      'data.word',
    ],
    ['Math.sqrt(-1)', 'Math.sqrt(-1) gives no number (NaN).', 'Math.sqrt(-1)'],
    ['Math.max(...[NaN])', 'Math.max(...[NaN]) gives no number (NaN).', 'Math.max(...[NaN])'],
    ['data.queues.reduce((n, q) => n + q.waits, 0)', 'q has no "waits". It has "name", "waiting".', 'waits'],
    ['data.queues.map((q) => q.waits * 2)[0]', 'q has no "waits". It has "name", "waiting".', 'waits'],
    ['data.queues?.map((q) => q.waits * 2)[0]', 'q has no "waits". It has "name", "waiting".', 'waits'],
    ['((q) => q.waits * 2)(data.queues[0])', 'q has no "waits". It has "name", "waiting".', 'waits'],
    [
      '1 + ((f) => f(data.queues[1]))((q) => q.name / 2)',
      'q.name is the text "B", which is no number.',
      'q.name',
    ],
    [
      'Math.max(...data.queues.map((q) => q.waits - 1))',
      'q has no "waits". It has "name", "waiting".',
      'waits',
    ],
    [
      'data.queues.find((q) => q.waits > 1)?.waiting - 1',
      'Nothing in data.queues fits.',
      'data.queues.find((q) => q.waits > 1)',
    ],
    ['((x) => x)(NaN)', 'NaN gives no number (NaN).', 'NaN'],
    ['[NaN, 1].map((x) => x)[0]', 'x gives no number (NaN).', 'x'],
    ['[NaN][0]', '[NaN][0] gives no number (NaN).', '[NaN][0]'],
  ])('%s: %s', (formula, message, part) => {
    expect(explanation(formula)).toEqual([message, part]);
  });
});

describe('NaN that a word is given', () => {
  test.each([
    ['percent(data.digts * 1, 5)', 'data has no "digts". Did you mean "digits"?', 'digts'],
    ['sum(data.queues, (q) => q.waits * 1)', 'q has no "waits". It has "name", "waiting".', 'waits'],
    ['average(data.queues, (q) => q.name / 2)', 'q.name is the text "A", which is no number.', 'q.name'],
  ])('is explained in %s: %s', (formula, message, part) => {
    const evaluate = (): unknown => compileFormula(formula).evaluate({ data });
    expect(evaluate).toThrow(message);
    try {
      evaluate();
    } catch (error: unknown) {
      const { start, end } = error as FormulaError;
      expect(formula.slice(start, end)).toBe(part);
    }
  });
});

import { compileFormula } from './index';

const data = { a: 5, zero: 0, word: 'Support', digits: '7', list: [1, 2], none: null };

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
    ['data.b - 1', 'data has no "b". It has "a", "zero", "word", "digits", "list", "none".', 'b'],
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
    [
      'data.list.reduce((n, x) => n + x.y, 0)',
      'data.list.reduce((n, x) => n + x.y, 0) gives no number (NaN).',
      'data.list.reduce((n, x) => n + x.y, 0)',
    ],
    ['[NaN][0]', '[NaN][0] gives no number (NaN).', '[NaN][0]'],
  ])('%s: %s', (formula, message, part) => {
    expect(explanation(formula)).toEqual([message, part]);
  });
});

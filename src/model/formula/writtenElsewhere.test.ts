import { builtins } from './builtins';
import { compileFormula, FormulaError } from './index';
import { listMethods } from './listMethods';
import { methods } from './methods';
import { mostArguments } from './mostArguments';
import { busyDay } from './test-data/exampleDays';
import { textMethods } from './textMethods';
import { Builtin, members, native } from './values';
import { words } from './words';

const outcome = (text: string): unknown => {
  try {
    return compileFormula(text).evaluate({ data: busyDay });
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error.message;
    throw error;
  }
};

describe('a decimal comma', () => {
  test.each([
    ['waiting(data) * 1,5', '1.5'],
    ['0,1 + 0,2', '0.1'],
    ['percent(1,5, 10)', '1.5'],
    ['Math.round(1,7)', '1.7'],
    ['Math.max(waiting(data), 0,5)', '0.5'],
    ['Math.max(waiting(data),0,5)', '0.5'],
    ['sum([1,5, 2])', '1.5'],
    ['sum(data.queues, (q) => waiting(q) * 1,5)', '1.5'],
    ['waiting(data) > 0,5 ? 1 : 2', '0.5'],
    ['waiting(data) > 2 ? 0,5 : 2', '0.5'],
    ['(2,25)', '2.25'],
    ['-0,5', '0.5'],
    ['data.queues[0,5]', '0.5'],
    ['`${1,5}`', '1.5'],
    ['({ a: 1,5 })', '1.5'],
    ['((x) => x * 2)(1,5)', '1.5'],
    ['((x) => { return 1,5; })(1)', '1.5'],
    ['Math.max(waiting(data),1,5)', '1.5'],
    ['Math.max(1,5, 7)', '1.5'],
    ['Math.max(1,5 * waiting(data))', '1.5'],
    ['sum([waiting(data), 1,5])', '1.5'],
    ['sum([waiting(data),1,5])', '1.5'],
    ['[1,5, 2,5].length', '1.5'],
    ['[1,5].includes(1,5)', '1.5'],
    ['[1].concat(1,5)', '1.5'],
    ['data.queues.at(1,5)', '1.5'],
    ['(2.25).toFixed(1,5)', '1.5'],
    ['[1].reduce((a, b) => a + b, 1,5)', '1.5'],
    ["'abc'.slice(0,5, 1)", '0.5'],
    ['((x, y = 2) => x * y)(1,5)', '1.5'],
    ['((f) => f(1,5))((a, b) => a + b)', '1.5'],
    ['sum(1,5)', '1.5'],
    ["serviceLevel('Support', 0,5)", '0.5'],
  ])('is refused in %s, with what to write', (text, written) => {
    expect(outcome(text)).toContain(`full stop, ${written}.`);
  });

  test('that may be a separator of thousands is refused, with both ways to write it', () => {
    expect(outcome('waiting(data) > 1,000')).toBe(
      '"1,000" can be read in two ways: write 1000 for a large number, 1.000 for a small one. If two values are meant, put a space after the comma.',
    );
  });

  test.each([
    ["'abcdefg'.slice(0,5)", 'abcde'],
    ["'abcdefg'.slice(-3,7)", 'efg'],
    ["'abcdefg'.substring(1,3)", 'bc'],
    ["data.queues.slice(0,2).map((q) => q.friendly_name).join(', ')", 'Support, Sales'],
    ['percent(1,4)', 25],
    ['Math.pow(2,5)', 32],
    ['Date.UTC(1970,0,1)', 0],
    ['Math.max(1,2)', 2],
    ['Math.min(3,2,1)', 1],
    ['Math.hypot(3,4)', 5],
    ['[1,2,3].length', 3],
    ['[10,20,\n30].length', 3],
    ['sum([1,2,3])', 6],
    ['[0,5].includes(waiting(data))', false],
    ['((a, b) => a + b)(1,5)', 6],
    ['((part) => percent(part,40))(10)', 25],
  ])('is not seen in %s, where two values are meant', (text, value) => {
    expect(outcome(text)).toBe(value);
  });

  test.each([
    ['Math.max(1, 5)', 5],
    ['Math.max(1.5,2.5)', 2.5],
    ['[1, 2, 3].length', 3],
    ['[1 ,5].length', 2],
    ["'1,5'", '1,5'],
    ['[1_0,2].length', 2],
    ['((a1,b) => b)(1, 2)', 2],
  ])('is not seen in %s', (text, value) => {
    expect(outcome(text)).toBe(value);
  });
});

describe('a comma where one value is needed', () => {
  test.each([
    '1, 2',
    '(waiting(data), 5)',
    '[1, 2][0, 1]',
    '`${1, 2}`',
    '((a) => (a, 2))(1)',
    'data.queues, 5',
  ])('is refused in %s', (text) => {
    expect(outcome(text)).toMatch(/^A formula is one value: a comma can stand only between/);
  });
});

describe('numbers as people write them', () => {
  test.each([
    ['waiting(data) > 5 %', 'A formula has no percent sign'],
    ['5% > 3', 'A formula has no percent sign'],
    ['(5 %)', 'A formula has no percent sign'],
    ['waiting(data) * 5 % + 1', 'A formula has no percent sign'],
    ['waiting(data) * 5 % - 1', 'A formula has no percent sign'],
    ['waiting(data) > 10s', 'write 10.'],
    ['waiting(data) > 10 s', 'write 10.'],
    ['waiting(data) > 5 min ? 1 : 2', 'write 300.'],
    ['waiting(data) > 1.5h', 'write 5400.'],
    ['500ms', 'write 0.5.'],
    ['waiting(data) > 1:30', 'for 1:30 write 90.'],
    ['waiting(data) > 1.000', 'Write 1000 for one thousand, and 1 for one.'],
    ['1.000,5', 'Write 1000 for one thousand, and 1 for one.'],
    ['1.000.000', 'Write 1000 for one thousand, and 1 for one.'],
    ['5 × 3', 'To multiply, write *.'],
    ['5 · 3', 'To multiply, write *.'],
    ['2 x 3', 'To multiply, write *.'],
    ['5 − 3', 'write the one of the keyboard, -.'],
    ['5 – 3', 'write the minus sign of the keyboard, -.'],
    ['5 ÷ 3', 'To divide, write /.'],
    ['٥', 'Write numbers with the digits 0 to 9.'],
    ['５ + 1', 'Write numbers with the digits 0 to 9.'],
    ['½', 'Write 0.5.'],
    ['waiting(data)²', 'For a square, write x ** 2.'],
    ['1٫5', 'Write a decimal number with a full stop'],
    ['5 ％', 'A formula has no percent sign.'],
  ])('are refused in %s, with what to write', (text, advice) => {
    expect(outcome(text)).toContain(advice);
  });

  test.each([
    ['5 % 3', 2],
    ['5 % -3', 2],
    ['5 % .5', 0],
    ['waiting(data) > 5 ? 1:30', 1],
    ['1.001', 1.001],
    ['0.000', 0],
  ])('are read as JavaScript does in %s', (text, value) => {
    expect(outcome(text)).toBe(value);
  });
});

describe('signs and words of other languages', () => {
  test.each([
    ['queue(‚Support‘)', "write a straight one, '."],
    ['queue(„Support“)', 'write a straight one, ".'],
    ['queue(«Support»)', 'write a straight one, ".'],
    ['queue(‹Support›)', "write a straight one, '."],
    ['queue(´Support´)', "write a straight one, '."],
    ['=waiting(data)', 'Leave out the "=" at the beginning.'],
    ['waiting(data) <> 5', 'For "not equal", write !==.'],
    ['waiting(data) and 5', 'For "and" write &&.'],
    ['waiting(data) or 5', 'For "or" write ||.'],
    ['percent(1; 2)', 'Put a comma between values'],
    ['percent(1，2)', 'write the one of the keyboard, ",".'],
    ['waiting（data）', 'write ( or ).'],
  ])('are refused in %s, with what to write', (text, advice) => {
    expect(outcome(text)).toContain(advice);
  });
});

describe('characters that nobody sees', () => {
  test.each(['waiting(data)\u00a0+\u00a01', '\ufeffwaiting(data) + 1', 'waiting(data)\u202f+\u20091\u3000'])(
    'are read as blanks in %j, as JavaScript reads them',
    (text) => {
      expect(outcome(text)).toBe(8);
    },
  );

  test.each([
    ['waiting(data)\u200b', 'a zero-width space'],
    ['\u200bwaiting(data)', 'a zero-width space'],
    ['wait\u200bing(data)', 'a zero-width space'],
    ['waiting\u200d(data)', 'U+200D'],
    ['data.queues\u200c.length', 'U+200C'],
    ['waiting(data)\u2060', 'U+2060'],
    ['waiting(data) \u200e+ 1', 'U+200E'],
    ['1\u00ad5', 'U+00AD'],
    ['data\ufe0f.queues', 'U+FE0F'],
    ['data.\u3164', 'U+3164'],
    ['1 + \u{e0041}', 'U+E0041'],
  ])('are named in %j', (text, name) => {
    expect(outcome(text)).toBe(`An invisible character stands here (${name}): delete it.`);
  });
});

describe('values that a function would leave out', () => {
  test.each([
    ['sum(1, 2, 3)', 'sum takes 2 values, and 3 are given. For several values write sum([a, b, c]).'],
    [
      "waiting('Support', 'Sales')",
      "waiting takes 1 value, and 2 are given. For several queues write waiting(['Sales', 'Support']).",
    ],
    ['percent(1, 5, 10)', 'percent takes 2 values, and 3 are given.'],
    [
      'Math.round(1, 7)',
      'Math.round takes 1 value, and 2 are given. Write a decimal number with a full stop, as in 1.5.',
    ],
    ['Math.round(...[1, 7])', 'Math.round takes 1 value, and 2 are given.'],
    ["'abc'.toUpperCase('en')", 'toUpperCase takes no value, and 1 are given.'],
    ['data.queues.flat(1, 5).length', 'flat takes 1 value, and 2 are given.'],
    ["queue('Support', 1).sid", 'queue takes 1 value, and 2 are given.'],
    ['(1.25).toFixed(1, 5)', 'toFixed takes 1 value, and 2 are given.'],
    ['Date.now(1)', 'Date.now takes no value, and 1 are given.'],
  ])('are refused in %s', (text, message) => {
    expect(outcome(text)).toContain(message.replace(', and 1 are given', ', and 1 is given'));
  });

  test.each([
    ['Math.max(1, 2, 3)', 3],
    ["['1', '2'].map(Number).length", 2],
    ["['1', '2', '3'].map(parseInt).length", 3],
    ['data.queues.map(waiting).length', 3],
    ['((a) => a)(1, 2)', 1],
    ['({ at: (a, b) => b }).at(1, 2)', 2],
    ["'a'.concat(1, 2, 3)", 'a123'],
  ])('are none in %s', (text, value) => {
    expect(outcome(text)).toBe(value);
  });

  test('have a limit for every function but those that take any number', () => {
    const functions = [
      ...[...textMethods.keys(), ...listMethods.keys(), ...methods.keys()].map((method) => `.${method}`),
      ...[...builtins, ...words].flatMap(([name, value]) =>
        value instanceof Builtin
          ? [
              ...(value[native] ? [name] : []),
              ...[...value[members]].flatMap(([member, inside]) =>
                inside instanceof Builtin ? [`${name}.${member}`] : [],
              ),
            ]
          : [],
      ),
    ];
    expect([...new Set(functions.filter((name) => mostArguments(name) === Infinity))].sort()).toEqual([
      '.concat',
      'Array.of',
      'Math.hypot',
      'Math.max',
      'Math.min',
      'Object.assign',
      'String.fromCharCode',
      'String.fromCodePoint',
    ]);
  });
});

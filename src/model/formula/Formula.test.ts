import { compileFormula, FormulaError } from './index';
import { compareValue } from './test-data/compareValue';
import { corpusData } from './test-data/corpus';
import { Random } from '../../testing/Random';
import { randomFormula } from './test-data/randomFormula';

const evaluate = (formula: string, ...data: unknown[]): unknown =>
  compileFormula(formula).evaluate({ data: data.length > 0 ? data[0] : {} });

function refusal(formula: string, ...data: unknown[]): FormulaError {
  try {
    evaluate(formula, ...data);
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error(`${formula} gave a value`);
}

/** Evaluates with JavaScript itself, to check the checks. */
const native = (formula: string): unknown => new Function(`return (${formula}\n)`)();

describe('random formulas over odd data', () => {
  test('give what JavaScript gives, or are refused, 25,000 times', () => {
    const random = new Random(20260131);
    const counts = { same: 0, 'both fail': 0, refused: 0 };
    for (let i = 0; i < 25_000; i++) {
      const formula = randomFormula(random);
      const comparison = compareValue(formula);
      if (typeof comparison !== 'string') throw new Error(`${formula}: ${comparison.difference}`);
      counts[comparison]++;
    }
    expect(counts.same).toBeGreaterThan(12_000);
    expect(counts.refused).toBeLessThan(3_000);
  });
});

describe('what JavaScript does, a formula does', () => {
  test.each([
    '(a => b => a + b)(1)(2)',
    '((a, b = a + 1) => b)(1)',
    '((a, b = a + 1) => b)(1, undefined)',
    '((a, b = a + 1) => b)(1, null)',
    '(({ a, b: [c, ...d], ...e }) => [a, c, d, e])({ a: 1, b: [2, 3, 4], f: 5, g: 6 })',
    '(({ a = 1, b: { c = 2 } = {} }) => a + c)({})',
    '(({ [`a` + 1]: b }) => b)({ a1: 7 })',
    '(([a, , b] = [1, 2, 3]) => a + b)()',
    "(([a, ...b]) => [a, b])('x😀y')",
    '((a, b, c, d, e) => [e, d, c, b, a])(1, 2, 3, 4, 5)',
    '((a, b, c, d, e) => () => () => [e, a])(1, 2, 3, 4, 5)()()',
    '((a, b, c, d = a, [e, f] = [d, b]) => [a, b, c, d, e, f])(1, 2, 3)',
    '((...all) => all.length)(...[1, 2], 3, ...[])',
    '[3, 1, 2].sort((...all) => all.length - 3)',
    '[1, 2].map((...all) => all.length)',
    '[1, 2].reduce((...all) => all.length)',
    'Array.from([1, 2], (...all) => all.length)',
    "'ab'.replace('b', (...all) => all.length)",
    '(x => { return x * 2; })(4)',
    '(function (x, y) { return x - y })(9, 4)',
    '[1, 2].map(function (x) { return x + 1 }).length',
    '(function () { return 7 }())',
    '[, 1].map((x) => 2)',
    '[, 1, undefined].filter(() => true)',
    '[1, , 2].reduce((a, b) => a + b)',
    '[1, , 2].reduceRight((a, b) => `${a}${b}`)',
    '[, 1].findIndex((x) => x === undefined)',
    '[, 1].indexOf(undefined)',
    '[, 1].includes(undefined)',
    '[1, , 3].flat()',
    '[1, , 3].join()',
    '[...[1, , 3]]',
    '[, 1].every((x) => x === 1)',
    '[, 1].some((x) => x === undefined)',
    '[1, , 3].concat([, 4])',
    '[1, , 3].slice(1)',
    '[1, , 3].reverse()',
    '[3, , 1].sort()',
    '[, 1].flatMap((x) => [x, x])',
    '[, 1].lastIndexOf(undefined)',
    '[1, 2, 3].lastIndexOf(3, -1)',
    '[1, 2, 3].lastIndexOf(3, -2)',
    '[1, 2, 3].lastIndexOf(1, -4)',
    '[1, 2, 3].indexOf(3, -1)',
    '[1, 2, 3].at(-1)',
    '[[1, [2, [3, [4]]]]].flat(2)',
    '[[1, [2, [3, [4]]]]].flat(Infinity)',
    '[1, 2, 3].slice(-2, 3)',
    '[10, 9, 1].sort()',
    '[10, 9, 1, undefined, null, NaN].sort()',
    '[3, 1, 2].sort((a, b) => (a > b ? 1 : -1))',
    '[{ a: 1 }, { a: 0 }].sort()',
    "['b', undefined, 'a'].sort((a, b) => 0)",
    '[].reduce((a, b) => a + b, 5)',
    '[[1, 2], [3]].join(";")',
    'null ?? undefined ?? 0 ?? 1',
    '({ a: { b: 1 } })?.a?.["b"]',
    'null?.a.b.c(d => d)[0]',
    '(null?.a)?.b',
    '({ a: null }).a?.b.c.d',
    '({ a: () => 5 }).a?.()',
    '({}).a?.()',
    '({}).a?.().b.c',
    '({ f: (x) => x + 1 }).f(1)',
    '({ f: { g: (x) => x + 1 } }).f["g"](1)',
    "['map'].map((m) => [1, 2][m]((x) => x + 1))",
    "'abc'[1]",
    "'abc'['1']",
    "'abc'.length",
    "('abc')?.[9]",
    '(5)["toFixed"](1)',
    'typeof Math',
    'typeof Number',
    'typeof Array',
    'typeof isNaN',
    'typeof (x => x)',
    'typeof {}',
    'typeof null',
    'void 0',
    '-"3"',
    '+true',
    '~"7"',
    '!""',
    '-(-0)',
    '1 / -0',
    '2 ** -1',
    '(-2) ** 2',
    '7 % -3',
    '-7 % 3',
    '5 / 0',
    '"b" > "a"',
    '"10" < "9"',
    '"10" < 9',
    'null >= 0',
    'undefined >= 0',
    '[2] > 1',
    'NaN != NaN',
    'null == 0',
    'null == undefined',
    '"1" == 1',
    'true == "1"',
    '[1] == 1',
    '[] == ""',
    '({}) == "[object Object]"',
    '"x" in { x: 1 }',
    '1 in [1, 2]',
    '"toString" in {}',
    '1 + "2" + 3',
    '[1, 2] + [3]',
    '({}) + 1',
    'null + 1',
    'undefined + 1',
    '1 << 33',
    '-1 >>> 0',
    '-9 >> 1',
    '5 & 6 | 1 ^ 3',
    '({ 1e3: 1, 0x10: 2, "a b": 3, .5: 4 })',
    '({ ...[1, 2], ..."ab", ...null, ...5, ...true })',
    '({ constructor: 1, toString: 2 }).constructor',
    '({ constructor: 1 }).hasOwnProperty("constructor")',
    '({ a: 1 }).hasOwnProperty("toString")',
    'Object.keys("ab")',
    'Object.keys([5, 6])',
    'Object.keys(5)',
    'Object.entries({ b: 1, a: 2, 1: 3 })',
    'Object.values("ab")',
    'Object.fromEntries([["a", 1], [2, 3]])',
    'Object.fromEntries([[]])',
    'Object.assign({ a: 1 }, null, { b: 2 }, "c")',
    'Object.hasOwn({ a: 1 }, "a")',
    'Object.hasOwn("ab", "length")',
    'Object.hasOwn(5, "a")',
    'Object.is(NaN, NaN)',
    'Object.is(0, -0)',
    'Object.is("a", "a")',
    'Array.from("a😀")',
    'Array.from({ length: 2 })',
    'Array.from({ length: 2, 0: "a" }, (x, i) => [x, i])',
    'Array.from({ length: "2" })',
    'Array.from({ length: -1 })',
    'Array.from(5)',
    'Array.from([1, 2], undefined)',
    'Array.of()',
    'Array.isArray("")',
    'Number()',
    'Number("")',
    'Number([7])',
    'Number(null)',
    'String()',
    'String(undefined)',
    'String([1, [2, null]])',
    'Boolean()',
    'parseInt("12px")',
    'parseInt("ff", 16)',
    'parseInt("z", 99)',
    'parseFloat(".5.")',
    'Number.parseInt("0x1f")',
    'isNaN(undefined)',
    'isFinite("5")',
    'Number.isSafeInteger(2 ** 53)',
    'Number.MAX_SAFE_INTEGER',
    'Math.max()',
    'Math.min()',
    'Math.max(1, "3", [2])',
    'Math.max(NaN, 1)',
    'Math.min(0, -0)',
    'Math.hypot()',
    'Math.hypot(3, 4)',
    'Math.round(2.5) + Math.round(-2.5)',
    'Math.clz32()',
    'Math.atan2(1, 2)',
    '[1, 4, 9].map(Math.sqrt)',
    '["1", "2", "3"].map(parseInt)',
    'String.fromCharCode(72, 105, 65536 + 33)',
    'String.fromCodePoint(128512)',
    'Date.UTC(2026, 0, 31)',
    'Date.parse("2026-01-31")',
    'Date.parse("nonsense")',
    'Date.parse()',
    '(1234.5).toFixed(1)',
    '(0.000001).toString()',
    '(255).toString(36)',
    '(1e21).toFixed(2)',
    '(NaN).toPrecision(101)',
    '(Infinity).toExponential(-1)',
    '(12345.678).toPrecision(3)',
    '(12345.678).toExponential(2)',
    '(12345.678).toExponential()',
    '(1234567.891).toLocaleString("en-GB")',
    '(5).valueOf()',
    'true.toString()',
    'false.valueOf()',
    '"abc".at(-1)',
    '"abc".at(5)',
    '"abc".charAt(1) + "abc".charCodeAt(1) + "😀".codePointAt(0)',
    '"a".concat(1, null, [2])',
    '"abc".padStart(5, "xy")',
    '"abc".padEnd(5)',
    '"abc".padEnd(6, "")',
    '"ab".repeat(2.9)',
    '"".repeat(5)',
    '"a,b,c".split(",", 2)',
    '"a,b".split()',
    '"a,b".split(undefined, 0)',
    '"abc".split("")',
    '"a.a.a".replace(".", "-")',
    '"a.a.a".replaceAll(".", "[$&$`$\'$$$1]")',
    '"abc".replaceAll("", "-")',
    '"abc".replace("", "-")',
    '"abc".replace("x", "-")',
    '"a$".replace("a", "x$")',
    '"abc".replaceAll("b", (m, i, s) => `${m}${i}${s}`)',
    '"abc".substr(-2, 1) + "abc".substring(2, 0) + "abc".slice(-2)',
    '"  a ".trim() + "|" + "  a ".trimStart() + "|" + "  a ".trimEnd()',
    '"ÄÖ".toLowerCase() + "straße".toUpperCase()',
    '"abc".startsWith("b", 1) && "abc".endsWith("b", 2) && "abc".includes("c", 2)',
    '"abcabc".indexOf("c", 3) + "abcabc".lastIndexOf("c", 4)',
    '"a".localeCompare("b")',
    '"a".localeCompare("ä", "sv")',
    '"x".toString() + "x".valueOf()',
    '`a${1}b${"c"}${[1, 2]}`',
    '`\\x41\\u{42}\\n${null}`',
    '"constructor" in {}',
  ])('%s', (formula) => {
    expect(evaluate(formula)).toEqual(native(formula));
  });

  test.each([
    ['[3, 1, 2].toSorted()', [1, 2, 3]],
    ['[3, , 1].toSorted((a, b) => a - b)', [1, 3, undefined]],
    ['[1, , 3].toReversed()', [3, undefined, 1]],
    ['[1, 2, 3].with(-1, 9)', [1, 2, 9]],
    ['[1, 2, 3].with(0, 9)', [9, 2, 3]],
    ['[1, 2, 3].findLast((x) => x < 3)', 2],
    ['[1, 2, 3].findLastIndex((x) => x > 3)', -1],
    ['Object.hasOwn({}, "toString")', false],
  ])('%s, also where the browser is too old for it', (formula, value) => {
    expect(evaluate(formula)).toEqual(value);
  });
});

describe('what JavaScript fails at, a formula fails at', () => {
  test.each([
    ['data.x.y', 'type'],
    ['data.x()', 'type'],
    ['data.x[0]', 'type'],
    ['data["x"]["y"]', 'type'],
    ['null.x', 'type'],
    ['null[data.k]', 'type'],
    ['(5)()', 'type'],
    ['"a"()', 'type'],
    ['(x => x)()()', 'type'],
    ['(null?.a).b', 'type'],
    ['(({ a }) => a)()', 'type'],
    ['(({ a }) => a)(null)', 'type'],
    ['(([a]) => a)(5)', 'type'],
    ['(([a]) => a)({})', 'type'],
    ['[...5]', 'type'],
    ['Math.max(...{})', 'type'],
    ['[].reduce((a) => a)', 'type'],
    ['[,].reduceRight((a) => a)', 'type'],
    ['[1].map()', 'type'],
    ['[1].sort(1)', 'type'],
    ['"a" in "abc"', 'type'],
    ['1 in null', 'type'],
    ['((a = b, b) => a)()', 'type'],
    ['((a = () => b, b = a()) => b)()', 'type'],
    ['((a = a) => a)()', 'type'],
    ['(5).toFixed(101)', 'type'],
    ['(NaN).toFixed(101)', 'type'],
    ['(5).toString(1)', 'type'],
    ['(5).toPrecision(0)', 'type'],
    ['"a".repeat(-1)', 'type'],
    ['"a".repeat(Infinity)', 'type'],
    ['String.fromCodePoint(-1)', 'type'],
    ['[1].with(5, 1)', 'type'],
    ['Object.keys(null)', 'type'],
    ['Object.assign(null, {})', 'type'],
    ['Object.fromEntries(5)', 'type'],
    ['Object.fromEntries([1])', 'type'],
    ['Object.hasOwn(null, "a")', 'type'],
    ['Array.from(null)', 'type'],
    ['"a".localeCompare("b", "no such language")', 'type'],
    ['(5).toLocaleString("?")', 'type'],
  ])('%s', (formula, code) => {
    expect(() => new Function('data', `return (${formula}\n)`)({})).toThrow();
    expect(refusal(formula).code).toBe(code);
  });
});

describe('what is not let through', () => {
  test('an empty language tag is refused even after the browser has begun to accept it', () => {
    expect(refusal('"a".localeCompare("b", "")').code).toBe('type');
    expect(evaluate('"a".localeCompare("b", "en")')).toBe(-1);
    expect(refusal('"a".localeCompare("b", "")').code).toBe('type');
  });

  test.each([
    ['data.constructor', '"constructor" cannot be used in a formula.'],
    ['data["__pro" + "to__"]', '"__proto__" cannot be used in a formula.'],
    [
      '[].push',
      '"push" cannot be used in a formula. Data cannot be changed. To add an entry, write [...list, x].',
    ],
    ['[].map', '"map" is a method: call it, as in x.map(…).'],
    [
      '"a".match("a")',
      '"match" cannot be used in a formula. A formula has no regular expressions. Write text.includes(\'…\').',
    ],
    ['(5).constructor', '"constructor" cannot be used in a formula.'],
    ['true.constructor', '"constructor" cannot be used in a formula.'],
    ['"a".constructor', '"constructor" cannot be used in a formula.'],
    ['(x => x).name', 'a function has no properties in a formula.'],
    ['Math.random()', 'A formula has no Math.random.'],
    ['Math["ran" + "dom"]()', 'A formula has no Math.random.'],
    ['Number.prototype', 'A formula has no Number.prototype.'],
    ['({ ["__pro" + "to__"]: 1 })', 'No key can be named "__proto__".'],
    ['Object.fromEntries([["__proto__", 1]])', 'No key can be named "__proto__".'],
    ['(x => x) + ""', 'A function is used as if it were a value. Call it: name(…).'],
    ['`${Math}`', 'A function is used as if it were a value. Call it: name(…).'],
    [
      '({ toString: () => "x" }) + ""',
      'An object with its own toString or valueOf cannot be calculated with.',
    ],
    ['Object.keys(Math)', 'An object is needed here, and a function was given.'],
    ['({ ...Math })', 'An object is needed here, and a function was given.'],
    [
      '"a".localeCompare("b", ["de"])',
      'A language tag such as "en-GB" is needed here, and a list was given.',
    ],
    [
      '(1.5).toLocaleString("en", { maximumFractionDigits: 0 })',
      'A formula takes no options after the language tag. For a number of digits write toFixed(1).',
    ],
  ])('%s: %s', (formula, message) => {
    const error = refusal(formula);
    expect(error.code).toBe('blocked');
    expect(error.message).toBe(message);
  });

  test.each([['(x) => x'], ['Math.max'], ['queue'], ['[{ a: Math.max }]'], ['({ then: (r) => r(1) })']])(
    'a function does not leave the engine: %s',
    (formula) => {
      const error = refusal(formula);
      expect([error.code, error.message]).toEqual([
        'not-a-value',
        'The formula gives a function instead of a value. Call it: name(…).',
      ]);
    },
  );

  test('functions that lie in the data are neither called nor looked into nor let out', () => {
    const data = { f: () => 'called', list: [() => 1] };
    expect(refusal('data.f()', data).message).toBe('data.f is a function of the page and cannot be called.');
    expect(refusal('data.f.name', data).code).toBe('blocked');
    expect(refusal('data.f + 1', data).code).toBe('blocked');
    expect(refusal('data.list', data).code).toBe('not-a-value');
    expect(refusal('[1].map(data.f)', data).code).toBe('type');
    expect(refusal('data.f.call(1)', data).code).toBe('blocked');
    expect(refusal('data.f.map(1)', data).code).toBe('blocked');
  });

  test('what page code adds to prototypes is not seen', () => {
    const polluted = Object.prototype as Record<string, unknown>;
    polluted['total_taskz'] = 5;
    (Array.prototype as unknown as Record<string, unknown>)['extra'] = 5;
    try {
      expect(evaluate('data.total_taskz')).toBeUndefined();
      expect(evaluate('[].extra')).toBeUndefined();
      expect(evaluate('({ total_taskz: 1 })')).toEqual({ total_taskz: 1 });
      expect(evaluate('(({ total_taskz = 3 }) => total_taskz)({})')).toBe(3);
    } finally {
      delete polluted['total_taskz'];
      delete (Array.prototype as unknown as Record<string, unknown>)['extra'];
    }
  });
});

describe('the data', () => {
  test('is frozen throughout, so that nothing can change what other tiles read', () => {
    const data = { list: [{ a: 1 }] };
    evaluate('data.list', data);
    expect(Object.isFrozen(data) && Object.isFrozen(data.list) && Object.isFrozen(data.list[0])).toBe(true);
  });

  test('stays as it is where JavaScript would sort, turn or extend it', () => {
    const data = { list: [2, 1], object: { a: 1 } };
    expect(evaluate('data.list.sort()', data)).toEqual([1, 2]);
    expect(evaluate('data.list.reverse()', data)).toEqual([1, 2]);
    expect(evaluate('Object.assign(data.object, { b: 2 })', data)).toEqual({ a: 1, b: 2 });
    expect(data).toEqual({ list: [2, 1], object: { a: 1 } });
  });

  test('may have keys of any name, even those of JavaScript', () => {
    const data: unknown = JSON.parse('{"constructor": 1, "__proto__": {"a": 2}, "hasOwnProperty": 3}');
    expect(evaluate('data.constructor', data)).toBe(1);
    expect(evaluate('data.__proto__.a', data)).toBe(2);
    expect(evaluate('data.hasOwnProperty', data)).toBe(3);
    expect(refusal('({ ...data })', data).code).toBe('blocked');
  });

  test('can be the whole value', () => {
    const data = corpusData();
    expect(evaluate('data', data)).toBe(data);
  });

  test.each([[undefined], [null], [5], ['text']])('can be %p without harm', (data) => {
    expect(evaluate('data', data)).toBe(data);
  });
});

describe('errors', () => {
  test.each([
    ['1 + data.a.b', 'data.a', 'a'],
    ['data.list.map((x) => x.y.z)', 'x.y', 'y'],
    ['Math.max(1, ({}).x.y)', '({}).x', 'x'],
  ])('of %s point at the part at fault', (formula, _part, word) => {
    const error = refusal(formula, { list: [{}] });
    expect(formula.slice(error.start, error.end)).toBe(word);
  });

  test.each([
    ['1 + (data.n.toFixed(200))', 'data.n.toFixed(200)'],
    ['2 * data.list.reduce((a, b) => a)', 'data.list.reduce((a, b) => a)'],
    ['data.n + ((x) => x)', 'data.n + ((x) => x)'],
    ['-((x) => x)', '-((x) => x)'],
    ['`${(x) => x}`', '(x) => x'],
    ['[...data.n]', '...data.n'],
    ['({ ...Math })', '...Math'],
    ['Math.max(...data.n)', '...data.n'],
    ['Math.max(Math)', 'Math.max(Math)'],
    ['data.n(1)', 'data.n(1)'],
    ['((x) => x)(1)(2)', '((x) => x)(1)(2)'],
    ['(({ a }) => a)(null)', '{ a }'],
  ])('of %s point at %s', (formula, part) => {
    const error = refusal(formula, { n: 5, list: [] });
    expect(formula.slice(error.start, error.end)).toBe(part);
  });

  test('name no place outside the text', () => {
    const error = refusal('((f) => f(f))((f) => [f(f)])');
    expect(error.code).toBe('too-deep');
    expect([error.start >= 0, error.end <= 28]).toEqual([true, true]);
  });

  test('are internal when the data itself fails: it is no plain data', () => {
    const data = Object.freeze({
      get broken(): number {
        throw new Error('no such luck');
      },
    });
    const error = refusal('1 + data.broken', data);
    expect([error.code, error.message]).toEqual([
      'internal',
      'The formula cannot be evaluated: Error: no such luck',
    ]);
    expect([error.start, error.end]).toEqual([0, 15]);
  });

  test('are of the kind too-deep when a text nests deeper than the stack of the browser', () => {
    // Six hundred terms fit the stack once, and not on a hundred levels of arrows.
    expect(refusal(`((f) => f(f))((f) => f(f)${'+1'.repeat(600)})`).code).toBe('too-deep');
    // A sum of ordinary length alone is not too deep, however small the stack of the engine that runs this.
    expect(evaluate(`1${'+1'.repeat(1_000)}`)).toBe(1_001);
  });
});

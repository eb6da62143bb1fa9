import type { Random } from '../../../testing/Random';

/** What a formula can make JavaScript do for it, at what price. Rows whose calls have one price stand together. */
export interface HostCall {
  /** As `docs/formula-costs.md` names them: `text.slice`, `list.sort`, `Math.max`, or an operator. */
  readonly calls: readonly string[];
  readonly given: string;
  /** What is charged beside the 1 to 4 units of the expression itself. */
  readonly charged: string;
  /** One call, built to be slow; the names it can use are those of `slowFormula`. */
  readonly slow: (random: Random, call: string) => string;
}

/** Arguments between commas; an empty one is left out. */
const listOf = (given: readonly string[]): string => given.filter((one) => one !== '').join(', ');
const methodOf = (call: string): string => call.slice(call.indexOf('.') + 1);

/** Texts of every length and alphabet: stable ones, and ones that are made anew and so have to be put together first. */
const someText = (random: Random): string =>
  random.pick(['s', 't', 's', 't', '(s + i)', '(i + t)', 's.slice(1)', "'é'", "''", '`${i}${s}`']);
const someNumber = (random: Random): string =>
  random.pick([
    'i',
    '(i / 7)',
    '(1e308 / (i + 1))',
    '(5e-324 * (i + 1))',
    '(1e21 + i)',
    '(-i)',
    '(i * 1e15)',
    '0',
    '(0 / 0)',
  ]);
const someCount = (random: Random): string =>
  random.pick(['', '0', '1', '2', '36', '100', 'i', '-1', 'i % 101', '1e9', 's.length']);
const someTag = (random: Random): string =>
  random.pick([
    "'de'",
    "(i % 2 ? 'de' : 'sv')",
    "['zh-u-co-stroke', 'de-u-co-phonebk', 'ar-u-nu-arab', 'th', 'ja', 'ko', 'hi'][i % 7]",
    "('en-x-a' + i)",
    "('en-x-' + String(i).padStart(8, 'a') + '-' + 'abcdefgh-abcdefgh')",
    "('en-x-a' + i % 99 + '-a'.repeat(9_000))",
    "('zz-' + i)",
    'undefined',
  ]);
const someList = (random: Random): string =>
  random.pick(['l', 'm', 'n', 'l', '[s, t, s, t]', '[l, m, n]', '[i, s, null]', '[[[m]]]']);
const someObject = (random: Random): string =>
  random.pick(['o', 'data', 'l', 's', '({ a: s, b: i, [t]: 1 })', 'data.queues[0]']);
const anything = (random: Random): string =>
  random.pick([someText, someNumber, someList, someObject])(random);
const callbacks = ['(x) => x', '(x, k) => k', '(x) => s', '(x) => [x]', '(a, b) => a - b', 'String', 'Number'];

const ofText =
  (...given: ((random: Random) => string)[]) =>
  (random: Random, call: string): string =>
    `${someText(random)}.${methodOf(call)}(${listOf(given.map((one) => one(random)))})`;
const ofNumber =
  (...given: ((random: Random) => string)[]) =>
  (random: Random, call: string): string =>
    `(${someNumber(random)}).${methodOf(call)}(${listOf(given.map((one) => one(random)))})`;
const ofList =
  (...given: ((random: Random) => string)[]) =>
  (random: Random, call: string): string =>
    `${someList(random)}.${methodOf(call)}(${listOf(given.map((one) => one(random)))})`;
const ofNothing =
  (...given: ((random: Random) => string)[]) =>
  (random: Random, call: string): string =>
    `${call}(${listOf(given.map((one) => one(random)))})`;
const someCallback = (random: Random): string => random.pick(callbacks);
const spreadList = (random: Random): string => random.pick(['...l', '...n', '...m', '...s', someNumber(random)]);

/** Every function of JavaScript's that a formula can reach, and every operator that does more work than its own. */
export const hostCalls: readonly HostCall[] = [
  {
    calls: ['text.at', 'text.charAt', 'text.charCodeAt', 'text.codePointAt'],
    given: 'a text of up to 100,000 characters, a position',
    charged: '1 per 32 characters of the text, which may have to be put together first',
    slow: ofText(someCount),
  },
  {
    calls: ['text.slice', 'text.substr', 'text.substring'],
    given: 'the text, two positions',
    charged: '1 per 32 characters of the text',
    slow: ofText(someCount, someCount),
  },
  {
    calls: ['text.trim', 'text.trimEnd', 'text.trimStart'],
    given: 'the text',
    charged: '1 per 32 characters of the text',
    slow: ofText(),
  },
  {
    calls: ['text.toLowerCase', 'text.toUpperCase'],
    given: 'the text',
    charged: '1 per 4 characters of the text',
    slow: ofText(),
  },
  {
    calls: ['text.toString', 'text.valueOf'],
    given: 'the text',
    charged: 'nothing: the text itself',
    slow: ofText(),
  },
  {
    calls: ['text.endsWith', 'text.includes', 'text.indexOf', 'text.lastIndexOf', 'text.startsWith'],
    given: 'the text, what is looked for, a position',
    charged: '1 per 16 characters of the text; from 5 characters looked for also 1 per 64 of both lengths multiplied',
    slow: ofText(someText, someCount),
  },
  {
    calls: ['text.concat'],
    given: 'the text and others',
    charged: '1 per 32 characters of each result on the way',
    slow: ofText(someText, someText, anything),
  },
  {
    calls: ['text.padEnd', 'text.padStart', 'text.repeat'],
    given: 'the text, a length or a count, a filling',
    charged: '1 per 32 characters of the result',
    slow: (random, call) =>
      `${someText(random)}.${methodOf(call)}(${listOf([someCount(random), call === 'text.repeat' ? '' : someText(random)])})`,
  },
  {
    calls: ['text.replace', 'text.replaceAll'],
    given: 'the text, what is looked for, the replacement or a function',
    charged: 'as text.indexOf; 2 per place found, 1 per "$" and 1 per 32 characters of what is made',
    slow: ofText(someText, (random) =>
      random.pick([someText(random), "'$&$&'", "'[$`]'", '"$\'"', '(x) => x + x', "'$'.repeat(900)"]),
    ),
  },
  {
    calls: ['text.split'],
    given: 'the text, a separator, a limit',
    charged: 'as text.indexOf; 1 per part',
    slow: (random) =>
      `${someText(random)}.split(${random.pick(["''", "'x'", "'xy'", 't', 'undefined'])}${random.chance(0.2) ? `, ${someCount(random) || '1'}` : ''})`,
  },
  {
    calls: ['text.localeCompare'],
    given: 'two texts, a language tag of up to 35 characters',
    charged: '20, 1 per 2 characters of both texts, 500 for each change of the tag',
    slow: ofText(someText, someTag),
  },
  {
    calls: ['number.toLocaleString'],
    given: 'a number, a language tag of up to 35 characters',
    charged: '60, 500 for each change of the tag',
    slow: ofNumber(someTag),
  },
  {
    calls: ['number.toExponential', 'number.toFixed', 'number.toPrecision'],
    given: 'a number, up to 100 digits',
    charged: '5 to 20',
    slow: ofNumber(someCount),
  },
  {
    calls: ['number.toString', 'number.valueOf', 'boolean.toString', 'boolean.valueOf'],
    given: 'a value, a radix',
    charged: '40 for a radix, 2 without',
    slow: (random, call) =>
      call === 'number.toString'
        ? `(${someNumber(random)}).toString(${random.pick(['', '2', '3', '7', '36', '10', '16'])})`
        : `(${call.startsWith('number') ? someNumber(random) : 'i > 3'}).${methodOf(call)}()`,
  },
  {
    calls: ['object.hasOwnProperty'],
    given: 'an object, a key',
    charged: '1 per 32 characters of a key longer than 256',
    slow: (random) => `o.hasOwnProperty(${anything(random)})`,
  },
  {
    calls: ['list.at'],
    given: 'a list, a position',
    charged: 'nothing',
    slow: ofList(someCount),
  },
  {
    calls: [
      'list.every',
      'list.filter',
      'list.find',
      'list.findIndex',
      'list.findLast',
      'list.findLastIndex',
      'list.forEach',
      'list.map',
      'list.some',
    ],
    given: 'a list, a function',
    charged: '1 per entry, and what the function costs each time',
    slow: ofList(someCallback),
  },
  {
    calls: ['list.reduce', 'list.reduceRight'],
    given: 'a list, a function, a value to begin with',
    charged: '1 per entry, and what the function costs each time',
    slow: (random, call) =>
      `${someList(random)}.${methodOf(call)}(${random.pick(['(a, x) => a + x', '(a, x) => x', '(a, x) => [x]', '(a) => s'])}, ${anything(random)})`,
  },
  {
    calls: ['list.flat', 'list.flatMap'],
    given: 'a list, a depth or a function',
    charged: '1 per entry at each level',
    slow: (random, call) =>
      `${someList(random)}.${methodOf(call)}(${call === 'list.flat' ? random.pick(['', '0', 'Infinity', '3']) : random.pick(['(x) => l', '(x) => [x, x]', '(x) => x'])})`,
  },
  {
    calls: ['list.includes', 'list.indexOf', 'list.lastIndexOf'],
    given: 'a list, a value, a position',
    charged: '1 per entry, 1 per 32 characters of texts of the same length above 256',
    slow: ofList(anything),
  },
  {
    calls: ['list.concat', 'list.slice', 'list.reverse', 'list.toReversed', 'list.with'],
    given: 'lists, positions, a value',
    charged: '1 per entry of the list and of the result',
    slow: (random, call) =>
      call === 'list.concat'
        ? `${someList(random)}.concat(${someList(random)}, ${anything(random)})`
        : call === 'list.slice'
          ? `${someList(random)}.slice(${random.pick(['', '1', '0, 9', '-2'])})`
          : call === 'list.with'
            ? `${someList(random)}.with(0, i)`
            : `${someList(random)}.${methodOf(call)}()`,
  },
  {
    calls: ['list.sort', 'list.toSorted'],
    given: 'a list, a comparison',
    charged: '1 per entry and 1 per comparison, or what the comparison costs each time',
    slow: (random, call) =>
      `${someList(random)}.${methodOf(call)}(${random.pick(['', '(a, b) => b - a', '(a, b) => i % 3 - 1', '() => 0'])})`,
  },
  {
    calls: ['list.join', 'list.toString'],
    given: 'a list, a separator',
    charged: '1 per entry at each level and 1 per 32 characters of the text',
    slow: (random, call) =>
      `${someList(random)}.${methodOf(call)}(${call === 'list.join' ? random.pick(['', 's', "''", 'i']) : ''})`,
  },
  {
    calls: [
      'abs acos acosh asin asinh atan atanh cbrt ceil clz32 cos cosh exp expm1 floor fround log log10 log1p log2 round sign sin sinh sqrt tan tanh trunc',
      'atan2 imul pow',
    ]
      .flatMap((names) => names.split(' '))
      .map((name) => `Math.${name}`),
    given: 'one or two numbers',
    charged: 'nothing',
    slow: (random, call) =>
      `${call}(${someNumber(random)}${/pow|imul|atan2/.test(call) ? `, ${someNumber(random)}` : ''})`,
  },
  {
    calls: ['Math.hypot', 'Math.max', 'Math.min'],
    given: 'any number of values',
    charged: '1 per value; Math.hypot 10',
    slow: ofNothing(spreadList, spreadList),
  },
  {
    calls: ['Number', 'isNaN', 'isFinite', 'parseFloat', 'parseInt', 'Number.parseFloat', 'Number.parseInt'],
    given: 'a value, a radix',
    charged: '2, and 1 per 16 characters of a text',
    slow: (random, call) =>
      `${call}(${random.pick(["'1'.repeat(s.length)", "('0x' + 'f'.repeat(99) + i)", "('0.'.padEnd(s.length, '123') + i)", "'7e-320'", anything(random)])}${call.endsWith('Int') ? `, ${random.pick(['2', '7', '10', '36'])}` : ''})`,
  },
  {
    calls: ['Number.isFinite', 'Number.isInteger', 'Number.isNaN', 'Number.isSafeInteger', 'Boolean', 'Array.isArray'],
    given: 'a value, which is not converted',
    charged: 'nothing',
    slow: ofNothing(anything),
  },
  {
    calls: ['String', 'template', 'operator +'],
    given: 'values of any kind',
    charged: '2 per number that becomes text, 1 per entry of a list, 1 per 32 characters of the text',
    slow: (random, call) =>
      call === 'String'
        ? `String(${anything(random)})`
        : call === 'template'
          ? `\`\${${anything(random)}}\${${anything(random)}}\``
          : `${anything(random)} + ${anything(random)}`,
  },
  {
    calls: ['String.fromCharCode', 'String.fromCodePoint'],
    given: 'any number of values',
    charged: '1 per value',
    slow: (random, call) => `${call}(${random.pick(['...n', '...l', 'i', '65, 66, i'])})`,
  },
  {
    calls: ['Array.from', 'Array.of', 'spread'],
    given: 'a list, a text, a length, a function',
    charged: '1 per entry, and what the function costs each time',
    slow: (random, call) =>
      call === 'Array.of'
        ? `Array.of(${spreadList(random)}, ${anything(random)})`
        : call === 'spread'
          ? random.pick(['[...s]', '[...l, ...m]', '({ ...o, a: i })', '(([, ...rest]) => rest)(l)', '(({ k1, ...rest }) => rest)(o)', '((...all) => all)(...l)'])
          : `Array.from(${random.pick(['s', 'l', '{ length: i }', '{ length: 40000 }', 'o', '[s, t]'])}${random.chance(0.5) ? `, ${someCallback(random)}` : ''})`,
  },
  {
    calls: ['Object.assign', 'Object.entries', 'Object.fromEntries', 'Object.keys', 'Object.values'],
    given: 'objects, lists or texts',
    charged: '2 per key, 1 per 8 characters of keys that are made',
    slow: (random, call) =>
      call === 'Object.assign'
        ? `Object.assign(o, ${someObject(random)})`
        : call === 'Object.fromEntries'
          ? `Object.fromEntries(${random.pick(['l.map((x) => [x, x])', '[[s, i]]', '[[s + i, i]]', "m.map((x, k) => ['k' + k + '_' + i, x])"])})`
          : `${call}(${someObject(random)})`,
  },
  {
    calls: ['Object.hasOwn', 'Object.is', 'operator ===', 'operator ==', 'operator <', 'operator in', 'key'],
    given: 'values, keys',
    charged: '1 per 32 characters of texts compared, 1 per 8 of keys, above 256 characters',
    slow: (random, call) =>
      call === 'Object.hasOwn'
        ? `Object.hasOwn(${someObject(random)}, ${anything(random)})`
        : call === 'Object.is'
          ? `Object.is(${someText(random)}, ${someText(random)})`
          : call === 'key'
            ? random.pick([`o[${anything(random)}]`, `data[${someText(random)}]`, `({ [${someText(random)}]: i })`, `l[${someText(random)}]`])
            : call === 'operator in'
              ? `${anything(random)} in ${random.pick(['o', 'l', 'data'])}`
              : `${anything(random)} ${call.slice(9)} ${anything(random)}`,
  },
  {
    calls: ['Date.now', 'Date.UTC'],
    given: 'up to 7 numbers',
    charged: '2',
    slow: (random, call) => (call === 'Date.now' ? 'Date.now()' : `Date.UTC(2026, ${someNumber(random)}, i, i, ${someNumber(random)})`),
  },
  {
    calls: ['Date.parse', 'seconds', 'secondsSince'],
    given: 'texts of up to 100 characters',
    charged: '10 per text',
    slow: (random, call) => {
      const date = (): string =>
        random.pick([
          "('2026-01-31T09:00:' + String(i % 60).padStart(2, '0') + '.123456789+01:00')",
          "'2026-01-31T09:00:00Z'",
          "'Mon, 25 Dec 1995 13:30:00 +0430'",
          "'('.repeat(90)",
          "'1 '.repeat(49)",
          's',
          'i',
        ]);
      return call === 'seconds' ? `seconds(${date()}, ${date()})` : `${call}(${date()})`;
    },
  },
  {
    calls: ['queue', 'activity', 'waiting', 'longestWait', 'serviceLevel'],
    given: 'the name of a queue or an activity, a queue, a list of these',
    charged: '4 and 1 per queue or activity looked at, 20 when none has exactly that name, 8 per queue calculated with (13 for serviceLevel)',
    slow: (random, call) =>
      call === 'activity'
        ? `activity(${random.pick(["'Available'", 's', "'Nobody' + i"])})`
        : call === 'queue'
          ? `queue(${random.pick(["'Support'", 'data.queues[i % 3].friendly_name', 's'])})`
          : `${call}(${random.pick(['data', 'data.queues', 'data.queues.map((q) => q.friendly_name)', "'Support'", 'l'])}${call === 'serviceLevel' ? ', 20' : ''})`,
  },
  {
    calls: ['agents', 'longestIn', 'free'],
    given: 'nothing, the name of an activity or a queue, a list of activities',
    charged: '6 per agent, 8 per agent and activity, 10 per time counted; for a queue as above',
    slow: (random, call) =>
      call === 'free'
        ? `free(${random.pick(['', "'Support'"])})`
        : `${call}(${random.pick(["'Available'", "['Available', 'Break']", "l.map(() => 'Available')"])})`,
  },
  {
    calls: ['percent', 'sum', 'average'],
    given: 'numbers, a list, a function',
    charged: '1 per entry, and what the function costs each time',
    slow: (random, call) =>
      call === 'percent'
        ? `percent(${random.pick(["'7'", 'i', "'0x' + i"])}, ${random.pick(["'9'.repeat(90)", 'i', '3'])})`
        : `${call}(${random.pick(['m', 'l', "l.map((x) => '1'.repeat(90))"])}${random.chance(0.5) ? ', (x) => i' : ''})`,
  },
];

const alphabets = ['x', 'xy', 'é', 'e\\u0301\\u0323', 'İ', 'ß', '😀', ' ', '1', '漢', 'Aa', '\\u0000'];

/** A formula that makes one call as often as its fuel lets it, with arguments that are costly for it. */
export function slowFormula(random: Random, call: string, row: HostCall): string {
  const text = (): string =>
    `'${random.pick(alphabets)}'.repeat(${random.pick([1, 2, 10, 30, 100, 127, 300, 1000, 5000, 20_000])})`;
  const count = random.pick([300, 2000, 8000, 20_000]);
  const length = (): number => random.pick([1, 3, 10, 100, 1000, 5000]);
  const names = `(s, t, l, m, n, o) => Array.from({ length: ${count} }, (_, i) => ${row.slow(random, call)})`;
  const list = `Array.from({ length: ${length()} }, (_, i) => ${random.pick(['i', '-i', "'k' + i", 'i / 7', '[i]'])})`;
  return (
    `(${names})(${text()}, ${text()} + ${random.pick(["'y'", "''"])}, ${list}, ` +
    `Array.from({ length: ${length()} }, (_, i) => i * 7919 % 5003), ` +
    `Array.from({ length: ${length()} }, (_, i) => 65 + i % 26), ` +
    `Object.fromEntries(Array.from({ length: ${random.pick([1, 8, 100, 1000])} }, (_, i) => ['k' + i, i])))`
  );
}

import { mostArguments } from '../mostArguments';
import { oddNames } from './oddData';
import type { Random } from '../../../testing/Random';

const literals = [
  '(0)',
  '(1)',
  '(2)',
  '(-1)',
  '1.5',
  'NaN',
  'Infinity',
  '(-0)',
  '(10)',
  "''",
  "'a'",
  "'b'",
  "'1'",
  "'Support'",
  'true',
  'false',
  'null',
  'undefined',
  '[]',
  '[1, 2]',
  '[,]',
  '[1, , 2]',
  '({})',
  '({ a: 1 })',
  '(100)',
  "' '",
  "'x'.repeat(300)",
  '(3)',
];
const lists = ['list', 'texts', 'mixed', 'nested', 'sparse', 'none', 'one', 'people'].map(
  (name) => `data.${name}`,
);
const objects = ['object', 'hollow', 'counts', 'people[0]', 'people.at(-1)', 'object.b'].map(
  (name) => `data.${name}`,
);
const binary = [
  '+',
  '+',
  '-',
  '*',
  '/',
  '%',
  '**',
  '<',
  '>',
  '<=',
  '>=',
  '==',
  '!=',
  '===',
  '!==',
  '<<',
  '>>',
  '>>>',
  '&',
  '|',
  '^',
  '&&',
  '||',
  '??',
  'in',
];
const unary = ['-', '+', '!', '~', 'typeof ', 'void '];
const keys = ['a', 'b', 'c', 'name', 'age', 'tags', 'length', '0', '1', 'constructor', 'nope'];
const listCalls = [
  'map',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'some',
  'every',
  'flatMap',
  'forEach',
];
const listPlain = ['at', 'concat', 'flat', 'includes', 'indexOf', 'join', 'lastIndexOf', 'slice', 'toString'];
const textPlain = [
  'at',
  'charAt',
  'charCodeAt',
  'codePointAt',
  'concat',
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
  'padEnd',
  'padStart',
  'repeat',
  'replace',
  'replaceAll',
  'slice',
  'split',
  'startsWith',
  'substr',
  'substring',
  'toLowerCase',
  'toUpperCase',
  'toString',
  'trim',
  'trimEnd',
  'trimStart',
  'valueOf',
];
const numberPlain = ['toExponential', 'toFixed', 'toPrecision', 'toString', 'valueOf'];
const statics = [
  'Math.max',
  'Math.min',
  'Math.round',
  'Math.floor',
  'Math.abs',
  'Math.hypot',
  'Math.pow',
  'Math.sign',
  'Math.trunc',
  'Math.clz32',
  'Math.imul',
  'Number',
  'String',
  'Boolean',
  'Number.isInteger',
  'Number.isNaN',
  'Number.isFinite',
  'Number.isSafeInteger',
  'Number.parseFloat',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'Array.isArray',
  'Array.of',
  'Array.from',
  'Object.keys',
  'Object.values',
  'Object.entries',
  'Object.fromEntries',
  'Object.is',
  'Date.parse',
  'Date.UTC',
  'String.fromCharCode',
  'String.fromCodePoint',
];
const replacements = ["'$&$&'", "'$$'", "'[$`]'", '"$\'"', "'$1'", "''", '(m, i) => m + i'];

/** A random formula over `oddData`: every construct and method of the language, with arguments of every kind. */
export function randomFormula(random: Random): string {
  return value(random, 1 + random.below(4), ['data']);
}

function value(random: Random, depth: number, names: readonly string[]): string {
  const next = (): string => value(random, depth - 1, names);
  const list = (): string => listValue(random, depth, names);
  if (depth <= 0) return leaf(random, names);
  switch (random.below(20)) {
    case 0:
    case 1:
    case 2:
      return `(${next()} ${random.pick(binary)} ${next()})`;
    case 3:
      return `(${random.pick(unary)}${next()})`;
    case 4:
      return `(${next()} ? ${next()} : ${next()})`;
    case 5:
      return `${random.chance(0.5) ? random.pick(objects) : next()}.${random.pick(keys.filter((key) => Number.isNaN(Number(key))))}`;
    case 6:
      return `${next()}?.${random.pick(['a', 'b', 'length', 'name', '[0]', `[${next()}]`, 'nope()', 'tags[0]'])}`;
    case 7:
      return `${next()}[${random.chance(0.5) ? `'${random.pick(keys)}'` : next()}]`;
    case 8:
      return `[${random.list(3, () => (random.chance(0.2) ? `...${list()}` : random.chance(0.1) ? '' : next())).join(', ')}]`;
    case 9:
      return `({ ${random.list(3, () => (random.chance(0.2) ? `...${next()}` : `${random.pick(['a', "'b'", '1', `[${next()}]`])}: ${next()}`)).join(', ')} })`;
    case 10:
      return `\`${random.pick(['', 'n=', '\\n'])}\${${next()}}${random.pick(['', '%'])}\``;
    case 11:
    case 12:
      return `${list()}.${random.pick(listCalls)}(${callback(random, depth, names)})`;
    case 13:
      return `${list()}.${random.pick(['reduce', 'reduceRight'])}(${arrow(random, depth, names, 2)}${random.chance(0.7) ? `, ${next()}` : ''})`;
    case 14:
      return `[...${list()}].${random.pick(['sort', 'reverse', 'toString'])}(${random.chance(0.5) ? '' : arrow(random, depth, names, 2)})`;
    case 15:
      return `${list()}${call(random, `.${random.pick(listPlain)}`, depth, names)}`;
    case 16:
      return textCall(random, depth, names);
    case 17:
      return `(${random.chance(0.5) ? `data.${random.pick(['minus', 'big', 'small', 'zero'])}` : next()}).${random.pick(numberPlain)}(${random.pick(['', '0', '2', '10', '36', '101', next()])})`;
    case 18:
      return call(random, random.pick(statics), depth, names);
    default:
      return `(${arrow(random, depth, names, 1 + random.below(3))})(${given(random, depth, names)})`;
  }
}

/** Something that is mostly a list, so that most calls of list methods get somewhere. */
function listValue(random: Random, depth: number, names: readonly string[]): string {
  switch (random.below(6)) {
    case 0:
      return value(random, depth - 1, names);
    case 1:
      return `[${value(random, depth - 1, names)}, ${value(random, depth - 1, names)}]`;
    case 2:
      return `Object.${random.pick(['keys', 'values', 'entries'])}(${random.pick(objects)})`;
    default:
      return random.pick(lists);
  }
}

function leaf(random: Random, names: readonly string[]): string {
  if (random.chance(0.35)) return random.pick(literals);
  const name = random.pick(names);
  if (name !== 'data') return name;
  return `data.${random.pick(oddNames)}`;
}

/** A call with no more values than the function takes, but for a few: those are refused. */
function call(random: Random, name: string, depth: number, names: readonly string[]): string {
  return `${name}(${given(random, depth, names, random.chance(0.02) ? 3 : Math.min(3, mostArguments(name)))})`;
}

function given(random: Random, depth: number, names: readonly string[], most = 3): string {
  return random
    .list(most, () =>
      random.chance(0.07) ? `...${listValue(random, depth, names)}` : value(random, depth - 1, names),
    )
    .join(', ');
}

function textCall(random: Random, depth: number, names: readonly string[]): string {
  const text = random.chance(0.5)
    ? `data.${random.pick(['text', 'empty', 'accents', 'digits'])}`
    : value(random, depth - 1, names);
  if (random.chance(0.2)) {
    const needle = random.pick(["''", "'p'", "'pp'", "'o'", "'😀'", value(random, 1, names)]);
    return `${text}.${random.pick(['replace', 'replaceAll'])}(${needle}, ${random.pick(replacements)})`;
  }
  if (random.chance(0.03)) return `${text}.localeCompare(${value(random, depth - 1, names)})`;
  return `${text}${call(random, `.${random.pick(textPlain)}`, depth, names)}`;
}

function callback(random: Random, depth: number, names: readonly string[]): string {
  if (random.chance(0.08))
    return random.pick(['Number', 'String', 'Boolean', 'parseInt', 'Math.max', 'isNaN', '1', '']);
  return arrow(random, depth, names, random.below(4));
}

function arrow(random: Random, depth: number, names: readonly string[], most: number): string {
  const own = [...new Set(random.list(most, () => `${random.pick(['x', 'y', 'z'])}${random.below(100)}`))];
  const params = own.map((name) => parameter(random, name, names));
  if (random.chance(0.05)) params.push(`...${(own[own.length] = 'rest')}`);
  const body = value(random, depth - 1, [...names, ...own, ...own]);
  return `(${params.join(', ')}) => ${random.chance(0.1) ? `{ return ${body} }` : body.startsWith('{') ? `(${body})` : body}`;
}

function parameter(random: Random, name: string, names: readonly string[]): string {
  switch (random.below(12)) {
    case 0:
      return `${name} = ${value(random, 1, names)}`;
    case 1:
      return `[${random.pick(['', ', '])}${name}]`;
    case 2:
      return `{ name: ${name} }`;
    case 3:
      return `{ a: ${name} = ${value(random, 1, names)} }`;
    case 4:
      return `{ a, ...${name} }`.replace('a,', `a: _${name},`);
    default:
      return name;
  }
}

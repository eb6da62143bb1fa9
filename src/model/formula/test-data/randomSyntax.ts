import type { Random } from '../../../testing/Random';

const names = [
  'a',
  'b',
  'x',
  'data',
  '_',
  '$',
  'é',
  'ñ1',
  'async',
  'of',
  'let',
  'get',
  'set',
  'static',
  'undefined',
  '𝒳',
  'inx',
  'typeofx',
];
const words = [
  'if',
  'this',
  'new',
  'delete',
  'enum',
  'super',
  'function',
  'class',
  'return',
  'null',
  'true',
  'void',
  'typeof',
  'in',
  'instanceof',
  'eval',
  'arguments',
  'await',
  'yield',
];
const keys = ['a', 'if', 'typeof', 'get', 'set', 'async', 'constructor', 'this', '_1', 'null'];
const numbers = [
  '0',
  '1',
  '1.',
  '.5',
  '1.5',
  '1e3',
  '1E-2',
  '0x1F',
  '0b11',
  '0o17',
  '1_000',
  '1_0.0_1',
  '0.0',
  '9e+9',
  '5..a',
  '2 .b',
];
const oddNumbers = ['017', '08', '1n', '0x', '1__0', '1_', '1e', '.', '0b2'];
const texts = [
  "''",
  "'a'",
  '"b"',
  "'\\n'",
  "'\\x41'",
  "'\\u0041'",
  "'\\u{1F600}'",
  "'\\0'",
  "'\\\n'",
  "'\u2028'",
  "'it\\'s'",
  "'\\\r\n\\q'",
];
const oddTexts = ["'\\1'", "'\\'", '"\\8"', "'\\u00'", "'\n'", "'\\u{110000}'"];
const binary = [
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
  ' in ',
];
const oddBinary = [' instanceof ', '=', '+=', '??=', '&&=', '=>', ' ', '<!--', '--'];
const unary = ['-', '+', '!', '~', 'typeof ', 'void ', '- -', 'typeof('];
const oddUnary = ['--', 'delete ', 'new ', '++', 'await ', '...'];
const blanks = [
  '',
  '',
  '',
  '',
  ' ',
  ' ',
  '\n',
  '\t',
  '/**/',
  '/* x */',
  '//\n',
  '\u00a0',
  '\ufeff',
  '\u2028',
  '/***/',
  '\v',
  '\f',
  '\r\n',
];
const noise = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ',',
  ';',
  ':',
  '?',
  '?.',
  '.',
  '...',
  '=>',
  '=',
  '`',
  '${',
  "'",
  '"',
  '\\',
  '#',
  '@',
  ' ',
  '\n',
  '1',
  'a',
  '-',
  '+',
  '/',
  '*',
  '!',
  '\u2019',
  '\u200b',
  '😀',
  '<!--',
  '-->',
  '**',
];

/** A random expression: mostly valid JavaScript, mostly of the kind a formula may use; every third one is damaged. */
export function randomSyntax(random: Random): string {
  const text = `${blank(random)}${expression(random, 1 + random.below(5))}${blank(random)}`;
  return random.chance(0.35) ? damage(random, text) : text;
}

/** One of the usual, and sometimes one of the odd. */
function mostly(random: Random, usual: readonly string[], odd: readonly string[]): string {
  return random.pick(random.chance(0.04) ? odd : usual);
}

function blank(random: Random): string {
  return random.chance(0.8) ? '' : random.pick(blanks);
}

function damage(random: Random, text: string): string {
  let damaged = text;
  for (let i = random.below(3); i >= 0; i--) {
    const at = random.below(damaged.length + 1);
    const length = random.pick([0, 0, 1, 1, 2, 5]);
    const inserted = random.chance(0.3) ? '' : random.pick(random.chance(0.2) ? words : noise);
    damaged = damaged.slice(0, at) + inserted + damaged.slice(at + length);
  }
  return damaged;
}

function expression(random: Random, depth: number): string {
  if (depth <= 0) return atom(random);
  const first = (): string => expression(random, depth - 1);
  const gap = blank(random);
  switch (random.below(16)) {
    case 0:
      return atom(random);
    case 1:
    case 2:
      return `${first()}${gap}${mostly(random, binary, oddBinary)}${gap}${first()}`;
    case 3:
      return `${mostly(random, unary, oddUnary)}${gap}${first()}`;
    case 4:
      return `${first()}${gap}?${first()}${gap}:${gap}${first()}`;
    case 5:
    case 6:
      return `(${gap}${first()}${gap})`;
    case 7:
      // A formula has no comma operator: one in a while shows that it stays refused.
      return random.chance(0.05) ? `(${first()},${gap}${first()})` : `[${first()},${gap}${first()}]`;
    case 8:
    case 9:
      return member(random, first());
    case 10:
      return `${first()}${random.pick(['', '', '?.'])}(${items(random, depth)})`;
    case 11:
      return `[${items(random, depth)}]`;
    case 12:
      return `({${properties(random, depth)}${gap}})`;
    case 13:
    case 14:
      return arrow(random, depth);
    default:
      return random.chance(0.5)
        ? template(random, depth)
        : `${first()}${mostly(random, ['', ''], ['++', '--', '`t`', '=>1', ';', ', x'])}`;
  }
}

function atom(random: Random): string {
  const usual = [
    random.pick(names),
    random.pick(names),
    random.pick(numbers),
    random.pick(texts),
    'null',
    'true',
  ];
  return mostly(random, usual, [random.pick(oddNumbers), random.pick(oddTexts), random.pick(words), '/x/']);
}

function member(random: Random, object: string): string {
  const index = `[${expression(random, 1)}]`;
  const name = random.pick(random.chance(0.7) ? keys : words);
  const link = mostly(
    random,
    [`.${name}`, `.${name}`, `?.${name}`, index, `?.${index}`],
    [`.#${name}`, '.', '?.', '..a'],
  );
  return `${object}${blank(random)}${link}`;
}

function items(random: Random, depth: number): string {
  const list = random.list(3, () => `${random.chance(0.15) ? '...' : ''}${expression(random, depth - 1)}`);
  return `${blank(random)}${list.join(`${blank(random)},${blank(random)}`)}${random.chance(0.15) ? ',' : ''}`;
}

function properties(random: Random, depth: number): string {
  return `${random.list(3, () => property(random, depth)).join(',')}${random.chance(0.15) ? ',' : ''}`;
}

function property(random: Random, depth: number): string {
  if (random.chance(0.04))
    return random.pick([
      'a(){}',
      'get a(){return 1}',
      '__proto__:a',
      'if',
      'a=1',
      'async f(){}',
      '*g(){}',
      "'a'",
    ]);
  const value = expression(random, depth - 1);
  switch (random.below(6)) {
    case 0:
      return random.pick(names);
    case 1:
      return `${random.pick(texts)}:${value}`;
    case 2:
      return `${random.pick(numbers)}:${value}`;
    case 3:
      return `[${value}]:${expression(random, 1)}`;
    case 4:
      return `...${value}`;
    default:
      return `${random.pick(keys)}${blank(random)}:${value}`;
  }
}

function arrow(random: Random, depth: number): string {
  const body = expression(random, depth - 1);
  const list = random
    .list(3, () => pattern(random, depth))
    .concat(random.chance(0.1) ? [`...${pattern(random, 1)}`] : []);
  const params = list.join(',');
  if (random.chance(0.06)) return oddArrow(random, params, body);
  switch (random.below(6)) {
    case 0:
      return `${random.pick(names)}${blank(random)}=>${blank(random)}${body}`;
    case 1:
      return `(${params})=>${blank(random)}{${blank(random)}return ${body}${random.pick(['', ';', '\n'])}}`;
    case 2:
      return `function${blank(random)}(${params}){return ${body}}`;
    default:
      return `(${params})${blank(random)}=>${blank(random)}${body}`;
  }
}

function oddArrow(random: Random, params: string, body: string): string {
  const start = random.pick([
    '(x)=>',
    'async x=>',
    `async(${params})=>`,
    `(${params},)=>`,
    `(${params})\n=>`,
    'function f()',
    'function*()',
  ]);
  return `${start}${random.pick(['{}', '{a:1}', '{return}', `{return\n${body}}`, `{${body};}`, body])}`;
}

function pattern(random: Random, depth: number): string {
  const name = random.pick(names);
  if (depth <= 0 || random.chance(0.4)) return name;
  if (random.chance(0.04)) return random.pick([`(${name})`, 'if', `{a,...{b}}`, `[...a,]`, 'a.b', '1']);
  const inner = pattern(random, depth - 1);
  switch (random.below(6)) {
    case 0:
      return `${name}=${expression(random, depth - 1)}`;
    case 1:
      return `[${inner},${random.pick(['', ',', '...'])}${pattern(random, depth - 1)}]`;
    case 2:
      return `{${name}}`;
    case 3:
      return `{${random.pick(keys)}:${inner},...${name}}`;
    case 4:
      return `{${name}=${expression(random, 1)}}`;
    default:
      return `{[${expression(random, 1)}]:${inner}}`;
  }
}

function template(random: Random, depth: number): string {
  const chunks = random.list(
    2,
    () =>
      `${mostly(random, ['', 'a', '\\n', '\\x41', '\\u{41}', '\n', '\r\n', '$', '\\`'], ['\\1', '${}'])}\${${expression(random, depth - 1)}}`,
  );
  return `\`${chunks.join('')}${mostly(random, ['', 'z', '{'], ['\\u00', '${'])}\``;
}

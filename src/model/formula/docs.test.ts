import { readFileSync } from 'fs';
import { join } from 'path';
import { builtins } from './builtins';
import { compileFormula, explainUnknownName, FormulaError } from './index';
import { limits } from './limits';
import { listMethods } from './listMethods';
import { members } from './values';
import type { Builtin } from './values';
import { textMethods } from './textMethods';
import { busyDay, quietNight } from './test-data/exampleDays';
import { words } from './words';

const page = readFileSync(join(__dirname, '../../../docs/formulas.md'), 'utf8');

interface Example {
  readonly formula: string;
  readonly expected: string;
}

/** An example ends at `// → value`; several may stand in one block. */
function examplesOf(markdown: string): Example[] {
  const blocks = markdown
    .split('```js\n')
    .slice(1)
    .map((part) => part.split('```')[0] ?? '');
  return blocks.flatMap((block) => {
    const pieces = block.split(/^(.*?)[ ]?\/\/ → (.*)$/m);
    const examples: Example[] = [];
    for (let i = 0; i + 2 < pieces.length; i += 3) {
      examples.push({ formula: `${pieces[i]}${pieces[i + 1]}`.trim(), expected: pieces[i + 2] ?? '' });
    }
    if (pieces[pieces.length - 1]?.trim() !== '') throw new Error(`An example has no value: ${block}`);
    return examples;
  });
}

function describeOutcome(formula: string, data: unknown): string {
  try {
    const compiled = compileFormula(formula);
    const value = compiled.evaluate({ data });
    return value === undefined
      ? `Error: ${compiled.explainUndefined({ data }).message}`
      : JSON.stringify(value).split(',').join(', ');
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return `Error: ${explainUnknownName(error, formula, { data }).message}`;
  }
}

const examples = examplesOf(page);

describe('docs/formulas.md', () => {
  test.each(examples.map(({ formula, expected }) => [formula, expected]))(
    '%s gives %s',
    (formula, expected) => {
      const [byDay, atNight] = expected.split('; at night: ');
      expect(describeOutcome(formula, busyDay)).toBe(byDay);
      if (atNight !== undefined) expect(describeOutcome(formula, quietNight)).toBe(atNight);
    },
  );

  test('has 52 templates, each with its value by day and at night', () => {
    const cookbook = examplesOf(page.slice(page.indexOf('## Cookbook'), page.indexOf('## For programmers')));
    expect(cookbook).toHaveLength(52);
    expect(cookbook.filter((example) => !example.expected.includes('; at night: '))).toEqual([]);
  });

  /** The second cell of the table row that begins with a cell. */
  const row = (first: string): string =>
    page
      .split('\n')
      .find((line) => line.startsWith(`| ${first} |`))
      ?.split('|')[2]
      ?.trim() ?? '';
  const sorted = (names: Iterable<string>): string[] => [...names].sort();

  test('lists every method and every name', () => {
    expect(row('lists').split(' ')).toEqual(sorted(listMethods.keys()));
    expect(sorted(row('text').split(' '))).toEqual(sorted(textMethods.keys()));
    for (const [name, cell] of [
      ['Number', '`Number(…)`'],
      ['String', '`String(…)`'],
      ['Array', '`Array`'],
      ['Object', '`Object`'],
      ['Date', '`Date`'],
    ] as const) {
      expect(sorted(row(cell).split(' '))).toEqual(sorted((builtins.get(name) as Builtin)[members].keys()));
    }
    const documented = [
      'Math',
      'Number',
      'String',
      'Boolean',
      'Array',
      'Object',
      'Date',
      ...row('by themselves').split(' '),
    ];
    expect(sorted(documented)).toEqual(sorted(builtins.keys()));
  });

  test('explains every word in one line', () => {
    const table = page.slice(page.indexOf('| Word | Gives |'), page.indexOf('`x` is `data`'));
    const documented = [...table.matchAll(/^\| `(\w+)\(/gm)].map((match) => match[1] ?? '');
    expect(documented).toEqual([...words.keys()]);
  });

  test('states the limits as they are', () => {
    const stated = [
      ['characters of a formula', limits.text],
      ['levels of nesting in the text', limits.nesting],
      ['arrows calling arrows', limits.calls],
      ['work of one evaluation', limits.fuel],
      ['work of all tiles in one update', limits.fuelPerUpdate],
      ['characters of a text a formula makes', limits.textLength],
      ['entries of a list a formula makes', limits.listLength],
      ['levels of nesting in the value', limits.resultDepth],
    ] as const;
    for (const [name, limit] of stated)
      expect([name, Number.parseInt(row(name).split(',').join(''), 10)]).toEqual([name, limit]);
  });
});

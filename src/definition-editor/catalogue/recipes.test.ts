import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createBudget } from '../../formula';
import { parseFormula } from '../../formula/compileFormula';
import { busyDay, quietNight } from '../../formula/test-data/exampleDays';
import { evaluateMetric } from '../../metric/evaluateMetric';
import { parseMetricDefinitions } from '../../metric/parseMetricDefinitions';
import { aDashboardData } from '../../testing/aDashboardData';
import { aMoment } from '../../testing/anEvaluatedMetric';
import { firstChoices } from './choicesFor';
import { definitionFrom, parametersOf, proposed } from './definitionFrom';
import { englishRecipeTexts } from './englishRecipeTexts';
import { fillInFormula, parametersIn } from './fillIn';
import type { ParameterValues } from './Recipe';
import { recipeKeys, recipeOf, recipes, type RecipeKey } from './recipes';
import { recipeTexts } from './recipeTexts';
import { spanishRecipeTexts } from './spanishRecipeTexts';

const page = readFileSync(join(__dirname, '../../../docs/formulas.md'), 'utf8');
const cookbook = page.slice(page.indexOf('## Cookbook'), page.indexOf('## For programmers'));
const blocks = cookbook.split('```js\n').slice(1);
const written = blocks.map((block) => (block.split('```')[0] ?? '').replace(/ *\/\/ → .*$/m, '').trim());
const introductions = cookbook.split(/```js\n[^]*?```/);

/** What the page writes where a recipe has a parameter. */
const onThePage: ParameterValues = {
  queue: 'Support',
  queues: ['Support', 'Sales'],
  available: 'Available',
  offline: 'Offline',
  breaks: ['Break', 'Lunch Break', 'Personal Break'],
  within: 20,
  short: 5,
  wait: 60,
  target: 80,
  priority: 10,
};

/** The tree alone: how a formula is broken into lines, and where it stands in brackets, makes no difference. */
const treeOf = (formula: string): string =>
  JSON.stringify(parseFormula(formula), (name, value: unknown) =>
    ['start', 'end', 'parens'].includes(name) ? undefined : value,
  );

const readingOf = (key: RecipeKey, data: unknown) => {
  const values = firstChoices(parametersOf(key), data);
  const definition = definitionFrom(key, proposed(key, values), 'en-GB');
  const [parsed] = parseMetricDefinitions({ [key]: { metric: definition } });
  if (!parsed) throw new Error('There is no definition.');
  const now = Date.parse('2026-01-31T14:00:00Z');
  return evaluateMetric(parsed, aMoment({ data, now, budget: createBudget() })).reading;
};

it('has as many recipes as the page', () => {
  expect(recipeKeys()).toHaveLength(48);
  expect(written).toHaveLength(48);
});

it.each(recipeKeys().map((key, index) => [key, index] as const))(
  'gives the formula and the format of the page for %s',
  (key, index) => {
    const values = { ...onThePage, ...(key === 'queueAvailability' ? { queue: 'Sales' } : {}) };
    expect(treeOf(fillInFormula(recipeOf(key).formula, values))).toBe(treeOf(written[index] ?? ''));
    const introduction = introductions[index] ?? '';
    expect(recipeOf(key).format === 'seconds').toBe(introduction.includes('(format `seconds`'));
    expect(recipeOf(key).increment === true).toBe(introduction.includes('growing'));
  },
);

it.each(recipeKeys())('has a value for %s by day, or no answer, with the first choices', (key) => {
  expect(['value', 'too-few', 'no-answer']).toContain(readingOf(key, busyDay).status);
  expect(['value', 'too-few', 'no-answer']).toContain(readingOf(key, quietNight).status);
});

it('reads the first choices as the page does', () => {
  expect(firstChoices(Object.keys(onThePage) as never, busyDay)).toEqual(onThePage);
});

it('says what is missing where a recipe has nothing to choose from', () => {
  expect(readingOf('queueWaiting', aDashboardData())).toMatchObject({
    status: 'formula-error',
    problem: { kind: 'formula', message: expect.stringContaining('There are no queue statistics') as string },
  });
});

it.each(recipeKeys())('puts only parameters of %s into its texts, in both languages', (key) => {
  for (const texts of [englishRecipeTexts, spanishRecipeTexts]) {
    const strange = parametersIn(...texts[key]).filter((name) => !parametersOf(key).includes(name));
    expect(strange).toEqual([]);
    expect(texts[key].every((text) => text.trim() !== '')).toBe(true);
  }
});

it('gives every recipe a label of its own in each language', () => {
  for (const texts of [englishRecipeTexts, spanishRecipeTexts])
    expect(new Set(Object.values(texts).map(([label]) => label)).size).toBe(48);
});

it.each([
  ['es', 'En espera ahora'],
  ['ES-mx', 'En espera ahora'],
  ['et', 'Waiting now'],
  ['est', 'Waiting now'],
  ['en-GB', 'Waiting now'],
])('speaks the language of %s', (locale, label) => {
  expect(recipeTexts(locale).waiting[0]).toBe(label);
});

it('puts the alarm further out than the warning, on the side that is not better', () => {
  for (const key of recipeKeys()) {
    const { warnAt, alarmAt, better } = recipeOf(key);
    if (warnAt === undefined && alarmAt === undefined) continue;
    expect([key, better]).not.toEqual([key, 'neither']);
    if (warnAt !== undefined && alarmAt !== undefined)
      expect([key, warnAt < alarmAt]).toEqual([key, better === 'lower']);
  }
});

it('weighs less than 6 kB in the download, with its texts in both languages', () => {
  const data = JSON.stringify([recipes, englishRecipeTexts, spanishRecipeTexts]);
  expect(gzipSync(data).length).toBeLessThan(6 * 1024);
});

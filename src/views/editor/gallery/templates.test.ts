import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileFormula, createBudget } from '../../../model/formula';
import { parseFormula } from '../../../model/formula/compileFormula';
import { busyDay, quietNight } from '../../../model/formula/test-data/exampleDays';
import { parseMetricDefinitions } from '../../../model/metric/parseMetricDefinitions';
import { aDashboardData } from '../../../testing/aDashboardData';
import { aMoment, evaluated } from '../../../testing/anEvaluatedMetric';
import { firstChoices } from './choicesFor';
import { definitionFrom, parametersOf, proposed } from './definitionFrom';
import { englishTemplateTexts } from './englishTemplateTexts';
import { fillInFormula, parametersIn } from './fillIn';
import type { ParameterValues } from './Template';
import { templateKeys, templateOf, templates, type TemplateKey } from './templates';
import { templateTexts } from './templateTexts';
import { spanishTemplateTexts } from './spanishTemplateTexts';

const page = readFileSync(join(__dirname, '../../../../docs/formulas.md'), 'utf8');
const cookbook = page.slice(page.indexOf('## Cookbook'), page.indexOf('## For programmers'));
const blocks = cookbook.split('```js\n').slice(1);
const written = blocks.map((block) => (block.split('```')[0] ?? '').replace(/ *\/\/ → .*$/m, '').trim());
const introductions = cookbook.split(/```js\n[^]*?```/);

/** What the page writes where a template has a parameter. */
const onThePage: ParameterValues = {
  queue: 'Support',
  queues: ['Support', 'Sales'],
  channel: 'chat',
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

const readingOf = (key: TemplateKey, data: unknown) => {
  const values = firstChoices(parametersOf(key), data);
  const definition = definitionFrom(key, proposed(key, values), 'en-GB');
  const [parsed] = parseMetricDefinitions({ [key]: { metric: definition } });
  if (!parsed) throw new Error('There is no definition.');
  const now = Date.parse('2026-01-31T14:00:00Z');
  return evaluated(parsed, aMoment({ data, now, budget: createBudget() })).reading;
};

const withCumulative = (part: object) => ({
  workspace_statistics: {
    ...busyDay.workspace_statistics,
    cumulative: { ...busyDay.workspace_statistics.cumulative, ...part },
  },
});

it('has as many templates as the page', () => {
  expect(templateKeys()).toHaveLength(52);
  expect(written).toHaveLength(52);
});

it.each(templateKeys().map((key, index) => [key, index] as const))(
  'gives the formula and the format of the page for %s',
  (key, index) => {
    const values = { ...onThePage, ...(key === 'queueAvailability' ? { queue: 'Sales' } : {}) };
    expect(treeOf(fillInFormula(templateOf(key).formula, values))).toBe(treeOf(written[index] ?? ''));
    const introduction = introductions[index] ?? '';
    expect(templateOf(key).format === 'seconds').toBe(introduction.includes('(format `seconds`'));
    expect(templateOf(key).increment === true).toBe(introduction.includes('growing'));
  },
);

it.each(templateKeys())('has a value for %s by day, or no answer, with the first choices', (key) => {
  expect(['value', 'too-few', 'no-answer']).toContain(readingOf(key, busyDay).status);
  expect(['value', 'too-few', 'no-answer']).toContain(readingOf(key, quietNight).status);
});

it('reads the first choices as the page does', () => {
  expect(firstChoices(Object.keys(onThePage) as never, busyDay)).toEqual(onThePage);
});

it('says what is missing where a template has nothing to choose from', () => {
  expect(readingOf('queueWaiting', aDashboardData())).toMatchObject({
    status: 'formula-error',
    problem: { kind: 'formula', message: expect.stringContaining('There are no queue statistics') as string },
  });
});

it.each(templateKeys())('puts only parameters of %s into its texts, in both languages', (key) => {
  for (const texts of [englishTemplateTexts, spanishTemplateTexts]) {
    const strange = parametersIn(...texts[key]).filter((name) => !parametersOf(key).includes(name));
    expect(strange).toEqual([]);
    expect(texts[key].every((text) => text.trim() !== '')).toBe(true);
  }
});

it('gives every template a label of its own in each language', () => {
  for (const texts of [englishTemplateTexts, spanishTemplateTexts])
    expect(new Set(Object.values(texts).map(([label]) => label)).size).toBe(52);
});

it.each([
  ['es', 'En espera ahora'],
  ['ES-mx', 'En espera ahora'],
  ['et', 'Waiting now'],
  ['est', 'Waiting now'],
  ['en-GB', 'Waiting now'],
])('speaks the language of %s', (locale, label) => {
  expect(templateTexts(locale).waiting[0]).toBe(label);
});

it('puts the alarm further out than the warning, on the side that is not better', () => {
  for (const key of templateKeys()) {
    const { warnAt, alarmAt, better } = templateOf(key);
    if (warnAt === undefined && alarmAt === undefined) continue;
    expect([key, better]).not.toEqual([key, 'neither']);
    if (warnAt !== undefined && alarmAt !== undefined)
      expect([key, warnAt < alarmAt]).toEqual([key, better === 'lower']);
  }
});

it('weighs less than 6 kB in the download, with its texts in both languages', () => {
  const data = JSON.stringify([templates, englishTemplateTexts, spanishTemplateTexts]);
  expect(gzipSync(data).length).toBeLessThan(6 * 1024);
});

describe('a sample', () => {
  const hard = JSON.parse(
    JSON.stringify(busyDay, (key, value: unknown) =>
      key === 'reservations_accepted' ? 0 : key === 'tasks_canceled' ? 53 : value,
    ),
  ) as unknown;
  const sampled = templateKeys().filter((key) => {
    const { sample, format } = templateOf(key);
    return sample !== undefined && format === 'percent';
  });

  it.each(sampled)('of %s is what its percentage is taken of', (key) => {
    for (const data of [busyDay, quietNight, hard]) {
      const values = firstChoices(parametersOf(key), data);
      const evaluate = (formula = ''): number =>
        Number(compileFormula(fillInFormula(formula, values)).evaluate({ data }) ?? 0);
      const part = (evaluate(templateOf(key).formula) / 100) * evaluate(templateOf(key).sample);
      expect([key, Math.abs(part - Math.round(part)) < 1e-9]).toEqual([key, true]);
    }
  });

  it.each(['serviceLevel', 'queueServiceLevel', 'queuesServiceLevel'] as const)(
    'lets %s alarm when nobody answers',
    (key) => {
      expect(readingOf(key, hard)).toMatchObject({ status: 'value', text: '0%', level: 'critical' });
    },
  );
});

it.each(['free', 'occupancy'] as const)('proposes no alarm for %s, which is an estimate', (key) => {
  expect(proposed(key, {})).toMatchObject({ warnAt: undefined, alarmAt: undefined });
});

it('counts open tasks by the statuses that are open, whatever else TaskRouter lists', () => {
  const tasks_by_status = { pending: 5, reserved: 2, assigned: 9, wrapping: 3, completed: 5, canceled: 7 };
  expect(readingOf('open', aDashboardData({ realtime: { tasks_by_status } }))).toMatchObject({ text: '19' });
});

it.each(['pending', 'ringing', 'inProgress', 'wrapUp', 'active', 'open'] as const)(
  'counts no task as 0 in %s where TaskRouter leaves the status out',
  (key) => {
    expect(readingOf(key, aDashboardData({ realtime: { tasks_by_status: {} } }))).toMatchObject({
      text: '0',
    });
  },
);

it('counts a queue whose wait passes the limit by time alone', () => {
  const [parsed] = parseMetricDefinitions({
    slow: { metric: definitionFrom('slowQueues', proposed('slowQueues', { wait: 60 }), 'en-GB') },
  });
  const collectedAt = '2026-01-31T14:00:00Z';
  const queue = (wait: number): unknown => ({ realtime: { longest_task_waiting_age: wait } });
  const data = { collected_at: collectedAt, queues: [queue(59), queue(0), queue(20)] };
  const at = (seconds: number) => {
    if (!parsed) throw new Error('There is no definition.');
    return evaluated(parsed, aMoment({ data, now: Date.parse(collectedAt) + seconds * 1000 }));
  };
  expect(at(1)).toMatchObject({ reading: { text: '0' }, changesAt: Date.parse(collectedAt) + 2000 });
  expect(at(2).reading).toMatchObject({ text: '1', freshness: { status: 'fresh' } });
  expect(at(41).reading).toMatchObject({ text: '2' });
});

it.each([
  ['completedPerAgent', 'tasks_completed'],
  ['offeredPerHour', 'tasks_created'],
  ['abandonmentLater', 'reservations_accepted'],
  ['abandonment', 'reservations_accepted'],
  ['timeToClear', 'reservations_accepted'],
  ['speedOfAnswer', 'reservations_accepted'],
  ['offersAccepted', 'reservations_accepted'],
] as const)('gives no answer, not 0 or 100 %%, in %s where TaskRouter gives null for %s', (key, field) => {
  expect(readingOf(key, { ...busyDay, ...withCumulative({ [field]: null }) }).status).toBe('no-answer');
});

it('names no pace of an hour in the first quarter of an hour', () => {
  const { start_time } = busyDay.workspace_statistics.cumulative;
  const after = (minutes: number) => ({
    ...busyDay,
    ...withCumulative({
      tasks_created: 30,
      end_time: new Date(Date.parse(start_time) + minutes * 60_000).toISOString(),
    }),
  });
  expect(readingOf('offeredPerHour', after(14)).status).toBe('no-answer');
  expect(readingOf('offeredPerHour', after(15))).toMatchObject({ text: '120.0' });
});

it.each([
  [9, '0'],
  [10, '1'],
])('with %d tasks, a queue under its target counts %s times', (late, text) => {
  const split_by_wait_time = {
    '20': {
      below: { reservations_accepted: 0, tasks_canceled: 0 },
      above: { reservations_accepted: late, tasks_canceled: 0 },
    },
  };
  const data = { ...busyDay, queues: [{ friendly_name: 'Support', cumulative: { split_by_wait_time } }] };
  expect(readingOf('queuesUnderTarget', data)).toMatchObject({ text });
});

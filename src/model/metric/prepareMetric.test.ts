import type { MetricDefinition } from '../../schema/metricDefinition';
import { createBudget } from '../formula';
import { aDashboardData } from '../../testing/aDashboardData';
import { aMoment, anEvaluatedMetric, anEvaluation, evaluated } from '../../testing/anEvaluatedMetric';
import { inEnglish } from '../../testing/inEnglish';
import type { MetricMemory } from './prepareMetric';
import type { Reading } from './Reading';

const problemOf = (reading: Reading): string | undefined =>
  'problem' in reading ? inEnglish(reading.problem) : undefined;
const collected = Date.parse('2026-11-22T11:42:15.000Z');
const longestWait = {
  formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
  format: 'seconds',
  increment: true,
} as const;

it('is a value with text and style given a formula that works', () => {
  expect(
    anEvaluatedMetric({
      label: 'Completed',
      formula: 'data.workspace_statistics.cumulative.tasks_completed',
      unit: 'tasks',
    }),
  ).toEqual({
    key: 'metric',
    label: 'Completed',
    status: 'value',
    freshness: { status: 'fresh' },
    text: '398',
    unit: 'tasks',
    value: 398,
    level: 'normal',
    styleProblems: [],
  });
});

it('has no unit given an empty one', () => {
  expect(anEvaluatedMetric({ unit: '' })).toMatchObject({ unit: undefined });
});

it.each([undefined, {}])('is no data yet given %j, and the formula is not asked', (data) => {
  expect(anEvaluatedMetric({ formula: 'syntax error here' }, { data })).toEqual({
    key: 'metric',
    label: 'Metric',
    status: 'no-data',
  });
});

it('has no answer given null, whatever the thresholds, the sample and the format', () => {
  expect(
    anEvaluatedMetric({
      formula: 'null',
      format: 'seconds',
      firstThresholdValue: -1,
      firstThresholdStyle: 'Error',
      sampleFormula: '0',
      minimumSample: 20,
    }),
  ).toEqual({ key: 'metric', label: 'Metric', status: 'no-answer', freshness: { status: 'fresh' } });
});

it.each([
  ['data.workspace_statistics.realtime.total_taskz', /total_taskz.*total_tasks/],
  ['data.workspace.total', /workspace/],
  [
    "data.workspace_statistics.realtime.activity_statistics.find((a) => a.friendly_name === 'Lunch').workers",
    /"Lunch"/,
  ],
  ["activity('Lunch')", /"Lunch".*TaskRouter/],
  ['total_tasks', /Did you mean data\.workspace_statistics\.realtime\.total_tasks/],
  ["data.workspace_statistics.realtime.total_tasks / 'x'", /"x"/],
  ['1 +', /./],
  ['data.workspace_statistics', /an object; a tile shows one value/],
  ['[1, 2]', /a list; a tile shows one value/],
  ['() => 1', /./],
])('is a formula error that says what is wrong given %s', (formula, problem) => {
  const reading = anEvaluatedMetric({ formula });
  expect(reading).toMatchObject({ key: 'metric', label: 'Metric', status: 'formula-error' });
  expect(problemOf(reading)).toMatch(problem);
});

it('is a format error with the reason given text where seconds are wanted', () => {
  expect(anEvaluatedMetric({ formula: "'soon'", format: 'seconds' })).toEqual({
    key: 'metric',
    label: 'Metric',
    status: 'format-error',
    problem: { kind: 'format-needs-number', format: 'seconds', found: '"soon"' },
  });
});

it('is a definition error given a definition that did not validate', () => {
  const problem = { kind: 'no-metric', key: 'k' } as const;
  expect(evaluated({ key: 'k', label: 'L', problem }, aMoment()).reading).toEqual({
    key: 'k',
    label: 'L',
    status: 'definition-error',
    problem,
  });
});

it('ignores the saved value', () => {
  expect(anEvaluatedMetric({ formula: '1', value: '99' })).toMatchObject({ text: '1' });
});

it('writes numbers as the language does, and times in the zone of the data', () => {
  const number = { formula: '1234.5', format: 'number', decimals: 2 } as const;
  expect(anEvaluatedMetric(number, { locale: 'de-DE' })).toMatchObject({ text: '1.234,50', value: 1234.5 });
  const time = { formula: 'data.day.start', format: 'time' } as const;
  expect(anEvaluatedMetric(time)).toMatchObject({ text: '06:00', value: '2026-11-21T19:00:00Z' });
});

it('grows a value each second after its collection given increment, and crosses a threshold on the way', () => {
  const definition = { ...longestWait, firstThresholdValue: 185, firstThresholdStyle: 'Warn' } as const;
  const after = (seconds: number) => anEvaluatedMetric(definition, { now: collected + seconds * 1000 });
  expect(after(0)).toMatchObject({ text: '3:04', value: 184, level: 'normal' });
  expect(after(1.999)).toMatchObject({ text: '3:05', value: 184, level: 'normal' });
  expect(after(2)).toMatchObject({
    text: '3:06',
    value: 184,
    level: 'warning',
    crossed: { direction: 'over', limit: '3:05' },
  });
});

it('does not grow an age of 0 given increment: nothing waits', () => {
  const data = aDashboardData({ realtime: { longest_task_waiting_age: 0 } });
  expect(anEvaluatedMetric(longestWait, { data, now: collected + 60_000 })).toMatchObject({
    text: '0:00',
  });
});

it('does not grow given a clock behind the collection', () => {
  expect(anEvaluatedMetric(longestWait, { now: collected - 5000 })).toMatchObject({ text: '3:04' });
});

it('stops growing when the data goes stale: the last value that could be trusted stands still, unjudged, with its age', () => {
  const definition = {
    ...longestWait,
    defaultStyle: 'Success',
    firstThresholdValue: 185,
    firstThresholdStyle: 'Error Strong',
  } as const;
  const after = (seconds: number) => anEvaluatedMetric(definition, { now: collected + seconds * 1000 });
  expect(after(150)).toMatchObject({ text: '5:34', level: 'critical' });
  expect(after(150.001)).toMatchObject({
    text: '5:34',
    value: 184,
    freshness: { status: 'stale', age: { amount: 150, unit: 'second' } },
    level: 'normal',
    crossed: undefined,
  });
  expect(after(3600)).toMatchObject({
    text: '5:34',
    freshness: { status: 'stale', age: { amount: 60, unit: 'minute' } },
  });
});

it.each([
  ['data.workspace_statistics.cumulative.tasks_completed', 'previous-day'],
  ["data['workspace_statistics']['cumulative'].tasks_completed", 'previous-day'],
  ['serviceLevel(data, 20)', 'previous-day'],
  ['[data.workspace_statistics].map((x) => x.cumulative.tasks_completed)[0]', 'previous-day'],
  ['data.workspace_statistics.realtime.total_tasks', 'fresh'],
  ['waiting(data)', 'fresh'],
  ['((serviceLevel) => serviceLevel)(1)', 'fresh'],
])('when the day rolls over, %s is %s', (formula, status) => {
  const data = aDashboardData({ collectedAt: '2026-11-22T18:59:30.000Z' });
  const at = (now: string) =>
    anEvaluatedMetric({ formula, defaultStyle: 'Success' }, { data, now: Date.parse(now) });
  expect(at('2026-11-22T18:59:59.999Z')).toMatchObject({ freshness: { status: 'fresh' } });
  expect(at('2026-11-22T19:00:00.000Z')).toMatchObject({
    status: 'value',
    freshness: { status },
    style: status === 'fresh' ? 'Success' : undefined,
  });
});

it('says which limit was crossed, on which side, in the format of the value', () => {
  const definition = { firstThresholdValue: '5', firstThresholdStyle: 'Warn' } as const;
  const crossed = (part: object) => anEvaluatedMetric({ ...definition, ...part });
  expect(crossed({ formula: '6' })).toMatchObject({ crossed: { direction: 'over', limit: '5' } });
  expect(crossed({ formula: '6', format: 'percent', decimals: 1 })).toMatchObject({
    crossed: { direction: 'over', limit: '5.0%' },
  });
  expect(crossed({ formula: '4', invertThresholds: true })).toMatchObject({
    crossed: { direction: 'under', limit: '5' },
  });
  expect(crossed({ formula: "'Closed'", firstThresholdValue: 'Closed' })).toMatchObject({
    crossed: { direction: 'equal', limit: 'Closed' },
  });
  expect(crossed({ formula: '5' })).toMatchObject({ crossed: undefined });
});

it('falls back on the default style given a crossed threshold without a style', () => {
  expect(anEvaluatedMetric({ formula: '6', firstThresholdValue: 5, defaultStyle: 'Success' })).toMatchObject({
    style: 'Success',
    crossed: { direction: 'over', limit: '5' },
  });
});

it('reports a misspelt style before its threshold is crossed', () => {
  const definition = { formula: '1', firstThresholdValue: 5, firstThresholdStyle: { statColour: 'red' } };
  expect(anEvaluatedMetric(definition)).toMatchObject({
    status: 'value',
    styleProblems: [{ kind: 'unknown-colour', field: 'statColour', name: 'red' }],
  });
});

describe('a minimum sample', () => {
  const definition = {
    formula: '50',
    format: 'percent',
    firstThresholdValue: 80,
    firstThresholdStyle: 'Error',
    invertThresholds: true,
    minimumSample: 20,
  } as const;

  it('keeps a value that rests on fewer cases from being judged', () => {
    expect(anEvaluatedMetric({ ...definition, sampleFormula: '19' })).toEqual({
      key: 'metric',
      label: 'Metric',
      status: 'too-few',
      freshness: { status: 'fresh' },
      text: '50%',
      value: 50,
      sample: 19,
      minimumSample: 20,
    });
    expect(anEvaluatedMetric({ ...definition, sampleFormula: '20' })).toMatchObject({
      status: 'value',
      level: 'critical',
    });
  });

  it('is not reached by no answer: of nothing, nothing was counted', () => {
    expect(anEvaluatedMetric({ ...definition, sampleFormula: 'null' })).toMatchObject({ sample: 0 });
  });

  it.each([
    ['data.workspace_statistics.cumulative.tasks_createdd', /^In the sample formula: .*tasks_created/],
    ["'many'", /^The sample formula must give a number; it gives "many".$/],
    ['1 +', /^In the sample formula: ./],
  ])('is a formula error given the sample formula %s', (sampleFormula, problem) => {
    const reading = anEvaluatedMetric({ ...definition, sampleFormula });
    expect(reading.status).toBe('formula-error');
    expect(problemOf(reading)).toMatch(problem);
  });
});

describe('the memory of an evaluation', () => {
  const held = {
    ...longestWait,
    firstThresholdValue: 100,
    firstThresholdStyle: 'Error',
    holdSeconds: 60,
  } as const;
  const level = ({ reading }: ReturnType<typeof anEvaluation>): unknown =>
    reading.status === 'value' ? reading.level : reading.status;
  const at = (seconds: number, collectedAt = 0) => ({
    now: collected + seconds * 1000,
    data: aDashboardData({ collectedAt: new Date(collected + collectedAt * 1000).toISOString() }),
  });

  it('lets a threshold hold from one evaluation to the next', () => {
    const first = anEvaluation(held, at(0));
    expect(level(first)).toBe('normal');
    expect(level(anEvaluation(held, at(59), first.memory))).toBe('normal');
    expect(level(anEvaluation(held, at(60), first.memory))).toBe('critical');
    expect(level(anEvaluation(held, at(60)))).toBe('normal');
  });

  it('is neither begun nor ended by stale data', () => {
    const stale = anEvaluation(held, at(200));
    expect(level(anEvaluation(held, at(261, 260), stale.memory))).toBe('normal');

    const first = anEvaluation(held, at(0));
    const staleAfterwards = anEvaluation(held, at(200), first.memory);
    expect(level(staleAfterwards)).toBe('normal');
    expect(level(anEvaluation(held, at(201, 200), staleAfterwards.memory))).toBe('critical');
  });

  it.each([
    ['no answer', { formula: 'null' }, {}],
    ['an error', { formula: '1 +' }, {}],
    ['too small a sample', { sampleFormula: '1', minimumSample: 2 }, {}],
    ['no data', {}, { data: undefined }],
  ])('ends with %s', (_, part, moment) => {
    const first = anEvaluation(held, at(0));
    const between = anEvaluation({ ...held, ...part }, { ...at(30), ...moment }, first.memory);
    expect(level(anEvaluation(held, at(60), between.memory))).toBe('normal');
  });

  it('of totals ends with their day', () => {
    const definition = {
      firstThresholdValue: 50,
      firstThresholdStyle: 'Error',
      hysteresis: 40,
    } as const;
    const onDay = (start: string, tasks_completed: number) => ({
      data: {
        ...aDashboardData({ cumulative: { tasks_completed } }),
        day: { start, time_zone: 'Australia/Sydney', starts_at: '06:00' },
      },
    });
    const totals = { ...definition, formula: 'data.workspace_statistics.cumulative.tasks_completed' };
    const yesterday = anEvaluation(totals, onDay('2026-11-21T19:00:00Z', 60));
    expect(level(yesterday)).toBe('critical');
    expect(level(anEvaluation(totals, onDay('2026-11-21T19:00:00Z', 45), yesterday.memory))).toBe('critical');
    expect(level(anEvaluation(totals, onDay('2026-11-22T19:00:00Z', 45), yesterday.memory))).toBe('normal');
  });
});

describe('changesAt, until when a reading stays as it is', () => {
  const changesAfter = (definition: object, seconds: number): number =>
    (anEvaluation(definition, { now: collected + seconds * 1000 }).changesAt - collected) / 1000;

  it.each([
    ['of a value is when the data goes stale', { formula: '1' }, 10, 150.001],
    ['of a growing value is the next second', longestWait, 10.5, 11],
    ['of a growing value whose time is yet to come is its first second', longestWait, -3, 1],
    ['of an age of 0 is when the data goes stale', { formula: '0', increment: true }, 10, 150.001],
    ['of a stale value is when its age reads otherwise', longestWait, 170, 180],
    [
      'of a threshold that has to hold is when it has',
      { formula: '1', firstThresholdValue: 0, holdSeconds: 5 },
      10,
      15,
    ],
    ['of no answer is when the data goes stale', { formula: 'null' }, 10, 150.001],
    [
      'of a sample too small is when the data goes stale',
      { sampleFormula: '0', minimumSample: 1 },
      10,
      150.001,
    ],
    ['of an error is never', { formula: '1 +' }, 10, Infinity],
  ])('%s', (_, definition, seconds, expected) => {
    expect(changesAfter(definition, seconds)).toBeCloseTo(expected, 6);
  });

  it('holds: nothing changes before, and what grows changes then', () => {
    const definition = { ...longestWait, firstThresholdValue: 200, holdSeconds: 7 };
    let evaluation = anEvaluation(definition, { now: collected });
    for (let now = collected; now < collected + 400_000; now += 250) {
      const next = anEvaluation(definition, { now }, evaluation.memory);
      if (now < evaluation.changesAt) expect(next.reading).toEqual(evaluation.reading);
      evaluation = next;
    }
  });
});

describe('a formula that was stopped', () => {
  const data = (length: number): unknown => ({
    collected_at: '2026-11-22T11:42:15.000Z',
    list: Array.from({ length }),
  });
  const definition = (mark: string, part: Partial<MetricDefinition> = {}): MetricDefinition => ({
    label: 'Metric',
    formula: `data.list.map((x) => data.list.map((y) => data.list.map((z) => 1).length).length).length /* ${mark} */`,
    firstThresholdValue: 0,
    firstThresholdStyle: 'Error',
    unit: 'tasks',
    ...part,
  });
  let now = 0;
  const clock = (): number => now;
  const evaluation = (metric: MetricDefinition, length: number, seconds: number, before?: MetricMemory) => {
    now = seconds * 1000;
    return anEvaluation(
      metric,
      { data: data(length), now: collected + now, budget: createBudget(undefined, { clock }) },
      before,
    );
  };

  it('keeps its last reading, marked as stale, without an alarm, and says why', () => {
    const metric = definition('keeps');
    const good = evaluation(metric, 5, 0);
    expect(good.reading).toMatchObject({ text: '5', crossed: { direction: 'over' } });
    const stopped = evaluation(metric, 100, 65, good.memory);
    expect(stopped.reading).toMatchObject({
      status: 'value',
      text: '5',
      unit: 'tasks',
      crossed: undefined,
      style: undefined,
      freshness: { status: 'stale', age: { amount: 60, unit: 'second' } },
      stopped: { kind: 'formula', message: expect.stringContaining('too much work') as string },
    });
  });

  it('is due when it is tried again, and recovers then', () => {
    const metric = definition('recovers');
    const good = evaluation(metric, 5, 0);
    const stopped = evaluation(metric, 100, 1, good.memory);
    expect(stopped.changesAt).toBe(collected + 2_000);
    const again = evaluation(metric, 4, 2, stopped.memory);
    expect(again.reading).toMatchObject({ text: '4', freshness: { status: 'fresh' } });
    expect(again.reading).not.toHaveProperty('stopped');
  });

  it('is an error while there was never a reading, and is due again all the same', () => {
    const { reading, changesAt } = evaluation(definition('never'), 100, 0);
    expect(reading).toMatchObject({ status: 'formula-error' });
    expect(changesAt).toBe(collected + 1_000);
  });

  it.each([
    { formula: 'data.list.map(() => data.list.map(() => data.list.map(() => 2))).length' },
    { unit: 'calls' },
  ])('does not show what another definition gave: %j', (part) => {
    const metric = definition(`another ${Object.keys(part).join()}`);
    const { memory } = evaluation(metric, 5, 0);
    expect(evaluation({ ...metric, ...part }, 100, 1, memory).reading.status).toBe('formula-error');
  });

  it('keeps a reading that there is no answer, or too few cases', () => {
    const none = definition('none', {
      formula:
        'data.list.length > 9 ? data.list.map(() => data.list.map(() => data.list.map(() => 3))).length : null',
    });
    const few = definition('few', { sampleFormula: `${none.formula} ?? 1`, minimumSample: 5, formula: '7' });
    for (const [metric, status] of [
      [none, 'no-answer'],
      [few, 'too-few'],
    ] as const) {
      const first = evaluation(metric, 5, 0);
      expect(first.reading.status).toBe(status);
      expect(evaluation(metric, 100, 1, first.memory).reading).toMatchObject({
        status,
        freshness: { status: 'stale' },
        stopped: {},
      });
    }
  });
});

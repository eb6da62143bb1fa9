import { aDashboardData } from '../testing/aDashboardData';
import { aMoment, anEvaluatedMetric } from '../testing/anEvaluatedMetric';
import { evaluateMetric } from './evaluateMetric';

it('is a value with text and style given a formula that works', () => {
  expect(
    anEvaluatedMetric({
      label: 'Completed',
      formula: 'data.workspace_statistics.cumulative.tasks_completed',
    }),
  ).toEqual({
    key: 'metric',
    label: 'Completed',
    status: 'value',
    text: '398',
    style: { level: 'none', valueColour: 'colorText', labelColour: 'colorTextWeak' },
    styleProblems: [],
  });
});

it.each([undefined, {}])('is no data yet given %j, and the formula is not asked', (data) => {
  expect(anEvaluatedMetric({ formula: 'syntax error here' }, { data })).toEqual({
    key: 'metric',
    label: 'Metric',
    status: 'no-data',
  });
});

it('has no answer given null, whatever the thresholds and the format', () => {
  expect(
    anEvaluatedMetric({
      formula: 'null',
      format: 'seconds',
      firstThresholdValue: -1,
      firstThresholdStyle: 'Error',
    }),
  ).toEqual({ key: 'metric', label: 'Metric', status: 'no-answer' });
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
  expect(anEvaluatedMetric({ formula })).toEqual({
    key: 'metric',
    label: 'Metric',
    status: 'formula-error',
    problem: expect.stringMatching(problem),
  });
});

it('is a format error with the reason given text where seconds are wanted', () => {
  expect(anEvaluatedMetric({ formula: "'soon'", format: 'seconds' })).toEqual({
    key: 'metric',
    label: 'Metric',
    status: 'format-error',
    problem: 'The format "seconds" needs a number; the formula gives "soon".',
  });
});

it('is a definition error given a definition that did not validate', () => {
  expect(evaluateMetric({ key: 'k', label: 'L', problem: 'why' }, aMoment())).toEqual({
    key: 'k',
    label: 'L',
    status: 'definition-error',
    problem: 'why',
  });
});

it('ignores the saved value', () => {
  expect(anEvaluatedMetric({ formula: '1', value: '99' })).toMatchObject({ text: '1' });
});

it('grows a value each second after its collection given increment, and crosses a threshold on the way', () => {
  const definition = {
    formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
    firstThresholdValue: 185,
    firstThresholdStyle: 'Warn',
  } as const;
  const after = (seconds: number) =>
    anEvaluatedMetric(definition, { now: Date.parse('2026-11-22T11:42:15.000Z') + seconds * 1000 });
  expect(after(0)).toMatchObject({ text: '00:03:04', style: { level: 'none' } });
  expect(after(1)).toMatchObject({ text: '00:03:05', style: { level: 'none' } });
  expect(after(2)).toMatchObject({ text: '00:03:06', style: { level: 'warning' }, crossed: 'over 00:03:05' });
});

it('does not grow an age of 0 given increment: nothing waits', () => {
  const data = aDashboardData({ realtime: { longest_task_waiting_age: 0 } });
  const definition = {
    formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
  };
  expect(anEvaluatedMetric(definition, { data, now: Date.parse('2026-11-22T12:42:15Z') })).toMatchObject({
    text: '00:00:00',
  });
});

it('says which limit was crossed, and on which side', () => {
  const definition = { firstThresholdValue: '5', firstThresholdStyle: 'Warn' } as const;
  expect(anEvaluatedMetric({ ...definition, formula: '6' })).toMatchObject({ crossed: 'over 5' });
  expect(anEvaluatedMetric({ ...definition, formula: '4', invertThresholds: true })).toMatchObject({
    crossed: 'under 5',
  });
  expect(anEvaluatedMetric({ ...definition, formula: '5' })).not.toHaveProperty('crossed');
});

it.each([["'ERR'"], ["''"], ["'abc'"]])('crosses no threshold given the text %s', (formula) => {
  expect(anEvaluatedMetric({ formula, firstThresholdValue: -1, firstThresholdStyle: 'Error' })).toMatchObject(
    {
      style: { level: 'none' },
    },
  );
});

it('compares text that is a number as a number: "9" is not over 10', () => {
  const definition = { firstThresholdValue: 10, firstThresholdStyle: 'Error' } as const;
  expect(anEvaluatedMetric({ ...definition, formula: "'9'" })).toMatchObject({ style: { level: 'none' } });
  expect(anEvaluatedMetric({ ...definition, formula: "'11'" })).toMatchObject({ style: { level: 'error' } });
});

it('falls back on the default style given a crossed threshold without a style', () => {
  expect(anEvaluatedMetric({ formula: '6', firstThresholdValue: 5, defaultStyle: 'Success' })).toMatchObject({
    style: { level: 'success' },
    crossed: 'over 5',
  });
});

it('reports a misspelt style before its threshold is crossed', () => {
  const definition = { formula: '1', firstThresholdValue: 5, firstThresholdStyle: { statColour: 'red' } };
  expect(anEvaluatedMetric(definition)).toMatchObject({
    status: 'value',
    styleProblems: [expect.stringContaining('"red" is not a colour token')],
  });
});

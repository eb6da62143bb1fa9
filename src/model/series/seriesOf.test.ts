import { aDashboardData } from '../../testing/aDashboardData';
import { aPastDay, dayStart, quarterHour } from '../../testing/aPast';
import { prepareLevels, seriesOf } from './seriesOf';

const created = 'data.workspace_statistics.cumulative.tasks_created';
const canceled = 'data.workspace_statistics.cumulative.tasks_canceled';
const withTasks = (tasks_created: number, tasks_canceled = 0): unknown =>
  aDashboardData({ cumulative: { tasks_created, tasks_canceled } });
const statesOf = (...data: readonly unknown[]) => aPastDay(dayStart, data).states;
const at = (quarters: number): number => dayStart + quarters * quarterHour;

describe('seriesOf', () => {
  it('gives what the formula gives at each moment', () => {
    const { points } = seriesOf({ formula: created }, statesOf(withTasks(3), withTasks(8)));
    expect(points).toEqual([
      { at: at(1), value: 3, isJudged: true },
      { at: at(2), value: 8, isJudged: true },
    ]);
  });

  it('leaves a gap where nothing is known of a moment', () => {
    const { points } = seriesOf({ formula: created }, statesOf(withTasks(3), undefined, withTasks(8)));
    expect(points.map((point) => point.at)).toEqual([at(1), at(3)]);
  });

  it('leaves a gap where one moment lacks what the formula reads', () => {
    const states = statesOf(withTasks(3), { workspace_statistics: {} });
    const series = seriesOf({ formula: created }, states);
    expect(series.points).toHaveLength(1);
    expect(series.problem).toBeUndefined();
  });

  it('says what is wrong when the formula gives nothing at any moment', () => {
    const { points, problem } = seriesOf({ formula: 'data.queues.length' }, statesOf(withTasks(1)));
    expect(points).toEqual([]);
    expect(problem).toMatchObject({ kind: 'formula', message: expect.stringContaining('data.queues') });
  });

  it('keeps "no answer" apart from a gap', () => {
    const { points } = seriesOf({ formula: `percent(${canceled}, ${created})` }, statesOf(withTasks(0)));
    expect(points).toEqual([{ at: at(1), value: null, isJudged: false }]);
  });

  it('does not judge what rests on too little', () => {
    const metric = { formula: canceled, sampleFormula: created, minimumSample: 20 };
    const { points } = seriesOf(metric, statesOf(withTasks(19, 4), withTasks(20, 5)));
    expect(points.map(({ value, isJudged }) => [value, isJudged])).toEqual([
      [4, false],
      [5, true],
    ]);
  });

  it('counts a wait as it was then, without the time since', () => {
    const states = statesOf(aDashboardData({ realtime: { longest_task_waiting_age: 184 } }));
    expect(seriesOf({ formula: 'longestWait()' }, states).points[0]?.value).toBe(184);
  });

  it('reads text', () => {
    const formula = `${created} > 5 ? 'busy' : 'calm'`;
    const { points } = seriesOf({ formula }, statesOf(withTasks(3), withTasks(8)));
    expect(points.map(({ value }) => value)).toEqual(['calm', 'busy']);
  });
});

describe('prepareLevels', () => {
  const levels = prepareLevels({
    label: '',
    formula: '',
    firstThresholdValue: 5,
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 10,
    secondThresholdStyle: 'Error',
    holdSeconds: 600,
    hysteresis: 3,
  });

  it('judges each moment by itself, without hold time and hysteresis', () => {
    const judged = [4, 11, 9, 5].map((value) => levels({ at: 0, value, isJudged: true }));
    expect(judged).toEqual(['normal', 'critical', 'warning', 'normal']);
  });

  it('leaves alone what rests on too little', () => {
    expect(levels({ at: 0, value: 99, isJudged: false })).toBe('normal');
  });
});

import { aDashboardData } from '../../testing/aDashboardData';
import { anEvaluatedMetric, anEvaluation } from '../../testing/anEvaluatedMetric';
import { judgedLevel, marksOf } from './levels';

const collected = Date.parse('2026-11-22T11:42:15.000Z');
const old = { now: collected + 200_000 };
const alarm = { formula: '20', firstThresholdValue: 10, firstThresholdStyle: 'Error' } as const;
const part = { ...aDashboardData(), completeness: { queues: { collected: 50, of: 200 } }, queues: [] };

describe('the three marks of a reading', () => {
  test.each([
    ['an alarm', alarm, {}, 'critical', 'live'],
    ['a value below its threshold', { ...alarm, formula: '1' }, {}, 'normal', 'live'],
    ['no answer', { formula: 'null' }, {}, undefined, 'no-traffic'],
    ['too few cases', { formula: '1', sampleFormula: '2', minimumSample: 20 }, {}, undefined, 'live'],
    ['old data', { formula: '1' }, old, 'normal', 'stale'],
    ['no answer in old data', { formula: 'null' }, old, undefined, 'stale'],
    ['no data', { formula: '1' }, { data: undefined }, undefined, 'no-data'],
    ['a formula with a mistake', { formula: 'data.nothing' }, {}, undefined, 'error'],
  ] as const)('%s', (_, definition, moment, level, state) => {
    expect(marksOf(anEvaluatedMetric(definition, moment))).toEqual({ level, state, completeness: undefined });
  });

  test('completeness stands beside level and state', () => {
    const reading = anEvaluatedMetric({ ...alarm, formula: 'data.queues.length + 20' }, { data: part });
    expect(marksOf(reading)).toEqual({
      level: 'critical',
      state: 'live',
      completeness: { count: 50, all: 200 },
    });
  });

  test('a stale reading keeps its last level, and says when that was judged', () => {
    const first = anEvaluation(alarm);
    const second = anEvaluation(alarm, old, first.memory);
    const third = anEvaluation(alarm, { now: collected + 900_000 }, second.memory);
    for (const { reading } of [second, third]) {
      expect(marksOf(reading)).toMatchObject({ level: 'critical', state: 'stale' });
      expect(reading).toMatchObject({ levelAt: collected });
      expect(judgedLevel(reading)).toBeUndefined();
    }
  });
});

describe('judgedLevel', () => {
  test.each([
    ['an alarm', alarm, {}, 'critical'],
    ['no answer: nothing is there to alarm of', { formula: 'null' }, {}, 'normal'],
    ['a mistake: nothing is known', { formula: 'data.nothing' }, {}, undefined],
    ['no data', { formula: '1' }, { data: undefined }, undefined],
    ['old data', alarm, old, undefined],
  ] as const)('given %s', (_, definition, moment, level) => {
    expect(judgedLevel(anEvaluatedMetric(definition, moment))).toBe(level);
  });
});

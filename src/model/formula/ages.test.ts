import { compileFormula } from './index';

const data = {
  workspace_statistics: { realtime: { longest_task_waiting_age: 50 } },
  queues: [
    { realtime: { longest_task_waiting_age: 55, longest_relative_task_age_in_queue: 30 } },
    { realtime: { longest_task_waiting_age: 0 } },
    { realtime: { longest_task_waiting_age: null } },
  ],
};
const wait = 'data.workspace_statistics.realtime.longest_task_waiting_age';

/** The value just collected, and ten seconds later. */
const values = (formula: string): readonly unknown[] =>
  [0, 10].map((age) => compileFormula(formula).evaluate({ data, age }));

describe('waits between two collections', () => {
  test.each([
    [`${wait} > 55`, [false, true]],
    [`${wait} >= 60 ? 'late' : 'fine'`, ['fine', 'late']],
    [`55 < ${wait}`, [false, true]],
    [`${wait} <= 55`, [true, false]],
    [`(${wait}) > 55`, [false, true]],
    [`(data.workspace_statistics?.realtime.longest_task_waiting_age ?? 0) > 55`, [false, true]],
    ['data.queues.filter((q) => q.realtime.longest_task_waiting_age > 60).length', [0, 1]],
    ["data.queues.filter((q) => q.realtime['longest_relative_task_age_in_queue'] > 35).length", [0, 1]],
    ['data.queues.filter((q) => q.realtime.longest_task_waiting_age > 0).length', [1, 1]],
    ['longestWait(data) > 55', [false, true]],
  ])('are compared as long as they are by now: %s', (formula, expected) => {
    expect(values(formula)).toEqual(expected);
    expect(compileFormula(formula).analysis.readsAges).toBe(true);
  });

  test.each([
    wait,
    `${wait} + 1`,
    `${wait} === 50`,
    `((age) => age > 55)(${wait})`,
    'data.queues.length > 5',
  ])('stay as they were collected where they are not compared: %s', (formula) => {
    const [now, later] = values(formula);
    expect(later).toEqual(now);
    expect(compileFormula(formula).analysis.readsAges).toBe(false);
  });
});

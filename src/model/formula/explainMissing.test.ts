import { compileFormula, explainUnknownName, FormulaError } from './index';

const data = {
  workspace_statistics: {
    realtime: {
      total_tasks: 5,
      longest_task_waiting_age: 60,
      longest_task_waiting_sid: null,
      activity_statistics: [
        { friendly_name: 'Available', workers: 3 },
        { friendly_name: 'Lunch Break', workers: 1 },
      ],
    },
  },
  queues: [{ friendly_name: 'Support', size: 1 }, { friendly_name: 'Sales' }],
  empty: {},
  hollow: { gap: undefined },
  text: 'Support',
  many: { a1: 1, b2: 2, c3: 3, d4: 4, e5: 5, f6: 6, g7: 7, h8: 8, i9: 9, 'no word': { deeper: 1 } },
};

/** What a supervisor reads, and the part of the formula that is underlined. */
function explanation(formula: string): [message: string, part: string] {
  let error: unknown;
  const compiled = compileFormula(formula);
  try {
    const value = compiled.evaluate({ data });
    if (value !== undefined) throw new Error(`${formula} gave ${String(value)}`);
    error = compiled.explainUndefined({ data });
  } catch (thrown: unknown) {
    error = thrown;
  }
  if (!(error instanceof FormulaError)) throw error;
  return [error.message, formula.slice(error.start, error.end)];
}

const realtime = 'data.workspace_statistics.realtime';
const activities = `${realtime}.activity_statistics`;

describe('a formula that gives nothing', () => {
  test.each([
    [
      `${realtime}.total_taskz`,
      `${realtime} has no "total_taskz". Did you mean "total_tasks"?`,
      'total_taskz',
    ],
    [
      `${realtime}.longest_task_wating_age`,
      `${realtime} has no "longest_task_wating_age". Did you mean "longest_task_waiting_age"?`,
      'longest_task_wating_age',
    ],
    [
      `${realtime}['total tasks']`,
      `${realtime} has no "total tasks". Did you mean "total_tasks"?`,
      "'total tasks'",
    ],
    ['data.total_tasks', `data has no "total_tasks". Did you mean ${realtime}.total_tasks?`, 'total_tasks'],
    ['data.deeper', 'data has no "deeper". Did you mean data.many["no word"].deeper?', 'deeper'],
    ['data.empty.x', 'data.empty has no "x". It is empty.', 'x'],
    ['data.hollow.gap', '"gap" of data.hollow is undefined.', 'gap'],
    [
      'data.many.zzz',
      'data.many has no "zzz". It has "a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", and 2 more.',
      'zzz',
    ],
    [
      'data.x?.y.z',
      'data has no "x". It has "workspace_statistics", "queues", "empty", "hollow", "text", "many".',
      'x',
    ],
    [
      `${realtime}.longest_task_waiting_sid?.x`,
      `${realtime}.longest_task_waiting_sid is null, so nothing can be read from it.`,
      `${realtime}.longest_task_waiting_sid`,
    ],
    ['data.queues[9]', 'data.queues has 2 entries, counted from 0: there is no entry 9.', '9'],
    ['data.queues[0 + 9]', 'data.queues has 2 entries, counted from 0: there is no entry 9.', '0 + 9'],
    [
      'data.queues.at(-3)',
      'data.queues has 2 entries: there is none at that position.',
      'data.queues.at(-3)',
    ],
    [
      'data.queues.size',
      'data.queues is a list and has no "size". Pick an entry first, as in data.queues.find((x) => …) or data.queues[0].',
      'size',
    ],
    ['data.text.lenght', 'data.text is text and has no "lenght". Did you mean "length"?', 'lenght'],
    ['data.text.zzz', 'data.text is text and has no "zzz".', 'zzz'],
    [
      `${activities}.find((a) => a.friendly_name === 'Lunch Brake')`,
      `Nothing in ${activities} has friendly_name "Lunch Brake". Did you mean "Lunch Break"?`,
      `${activities}.find((a) => a.friendly_name === 'Lunch Brake')`,
    ],
    [
      `data.queues.findLast(({ friendly_name }) => friendly_name === 'Billing')`,
      'Nothing in data.queues fits.',
      `data.queues.findLast(({ friendly_name }) => friendly_name === 'Billing')`,
    ],
    [
      "data.queues.find((q) => 'Billing' == q.friendly_name)",
      'Nothing in data.queues has friendly_name "Billing". There are: "Support", "Sales".',
      "data.queues.find((q) => 'Billing' == q.friendly_name)",
    ],
    [
      'data.queues.find((q) => q.size === 7)',
      'Nothing in data.queues has size 7.',
      'data.queues.find((q) => q.size === 7)',
    ],
    [
      'data.queues.find((q) => q.size > 7)',
      'Nothing in data.queues fits.',
      'data.queues.find((q) => q.size > 7)',
    ],
    [
      'data.queues.find((q) => q.size === q.size + 1)',
      'Nothing in data.queues fits.',
      'data.queues.find((q) => q.size === q.size + 1)',
    ],
    [
      'data.queues.find((q) => q[data.text] === 1)',
      'Nothing in data.queues fits.',
      'data.queues.find((q) => q[data.text] === 1)',
    ],
    ['data.queues.find((q) => null)', 'Nothing in data.queues fits.', 'data.queues.find((q) => null)'],
    [
      "data.queues.find((q) => q.freindly_name === 'Support')",
      'Nothing in data.queues has "freindly_name". Did you mean "friendly_name"?',
      'freindly_name',
    ],
    ["[1].find((q) => q.name === 'x')", 'Nothing in [1] has name "x".', "[1].find((q) => q.name === 'x')"],
    [
      'data.none?.find((q) => q)',
      'data has no "none". It has "workspace_statistics", "queues", "empty", "hollow", "text", "many".',
      'none',
    ],
    ['true ? data.empty.x : 1', 'data.empty has no "x". It is empty.', 'x'],
    ['false ? 1 : data.empty.x', 'data.empty has no "x". It is empty.', 'x'],
    ['data.empty.x || data.empty.y', 'data.empty has no "y". It is empty.', 'y'],
    ['data.empty.x && 1', 'data.empty has no "x". It is empty.', 'x'],
    ['1 && data.empty.x', 'data.empty has no "x". It is empty.', 'x'],
    ['null ?? data.empty.x', 'data.empty has no "x". It is empty.', 'x'],
    ['void 0', 'void 0 gives nothing (undefined).', 'void 0'],
    ['((x) => x)()', '((x) => x)() gives nothing (undefined).', '((x) => x)()'],
    [
      'data.queues.forEach((q) => q)',
      'data.queues.forEach((q) => q) gives nothing (undefined).',
      'data.queues.forEach((q) => q)',
    ],
  ])('%s: %s', (formula, message, part) => {
    expect(explanation(formula)).toEqual([message, part]);
  });
});

describe('a formula that reads from nothing', () => {
  test.each([
    [
      `${realtime}.total_taskz.x`,
      `${realtime} has no "total_taskz". Did you mean "total_tasks"?`,
      'total_taskz',
    ],
    ['data.realtime.total_tasks', `data has no "realtime". Did you mean ${realtime}?`, 'realtime'],
    [
      `${activities}.find((a) => a.friendly_name === 'Meeting').workers`,
      `Nothing in ${activities} has friendly_name "Meeting". There are: "Available", "Lunch Break".`,
      `${activities}.find((a) => a.friendly_name === 'Meeting')`,
    ],
    [
      'data.queues.map((q) => q.realtime.total_tasks)',
      'q has no "realtime". It has "friendly_name", "size".',
      'realtime',
    ],
    ['data.queues[7].size', 'data.queues has 2 entries, counted from 0: there is no entry 7.', '7'],
    [
      'data[data.text].x',
      'data has no "Support". It has "workspace_statistics", "queues", "empty", "hollow", "text", "many".',
      'data.text',
    ],
    [
      `${realtime}.longest_task_waiting_sid.length`,
      `${realtime}.longest_task_waiting_sid is null, so "length" cannot be read from it. If that can happen, write ?. instead of the full stop.`,
      `${realtime}.longest_task_waiting_sid.length`,
    ],
    [
      `${realtime}.longest_task_waiting_sid.slice(1)`,
      `${realtime}.longest_task_waiting_sid is null, so "slice" cannot be read from it. If that can happen, write ?. instead of the full stop.`,
      `${realtime}.longest_task_waiting_sid.slice`,
    ],
    ['data.text.mpa(1)', 'There is no "mpa" to call on text.', 'data.text.mpa(1)'],
    [
      'data.queues.fnid((q) => q)',
      'There is no "fnid" to call on a list. Did you mean "find"?',
      'data.queues.fnid((q) => q)',
    ],
    ['data.zzzzzzzz()', 'There is no "zzzzzzzz" to call on an object.', 'data.zzzzzzzz()'],
    ['data.text()', 'data.text is text and cannot be called like a function.', 'data.text()'],
    ['(data.text)[0]()', '(data.text)[0] is text and cannot be called like a function.', '(data.text)[0]()'],
    ['((f) => f(1))(2)', 'f is a number and cannot be called like a function.', 'f(1)'],
    ['Array(3)', 'Array itself cannot be called; its members can, such as Array.from(…).', 'Array(3)'],
  ])('%s: %s', (formula, message, part) => {
    expect(explanation(formula)).toEqual([message, part]);
  });

  test('quotes long parts of a formula and long names in part only', () => {
    const [message] = explanation(
      `data.queues.map((queue_with_a_very_long_name_indeed) => [queue_with_a_very_long_name_indeed][0]).at(0)['${'x'.repeat(99)}'].y`,
    );
    expect(message).toContain('…');
    expect(message.length).toBeLessThan(250);
  });
});

describe('explainUnknownName', () => {
  const explain = (text: string, over: unknown): string => {
    try {
      compileFormula(text);
    } catch (error: unknown) {
      if (error instanceof FormulaError) return explainUnknownName(error, text, { data: over }).message;
    }
    throw new Error(`${text} was accepted`);
  };

  test('says where the data has a name that stands by itself', () => {
    expect(explain('1 + total_tasks', data)).toBe(
      'There is no "total_tasks" by itself. Did you mean data.workspace_statistics.realtime.total_tasks?',
    );
  });

  test('leaves the error as it is where the data does not have the name, or for another error', () => {
    expect(explain('total_tusks', data)).toMatch(/^There is no "total_tusks"\./);
    expect(explain('1 +', data)).toBe('The formula ends too early. Expected a value.');
    expect(explain('total_tasks', null)).toMatch(/^There is no "total_tasks"\./);
  });
});

describe('what is not collected', () => {
  const explained = (formula: string, over: unknown): string => {
    const compiled = compileFormula(formula);
    try {
      expect(compiled.evaluate({ data: over })).toBeUndefined();
      return compiled.explainUndefined({ data: over }).message;
    } catch (error: unknown) {
      if (error instanceof FormulaError) return error.message;
      throw error;
    }
  };
  const day = (splits: unknown, part: object = {}): unknown => ({
    workspace_statistics: {
      cumulative: { split_by_wait_time: splits, tasks_deleted: 3, tasks_created: 9, ...part },
    },
  });
  const where = 'DASHBOARD_WAIT_SPLITS of the Function says at which.';
  const split = 'data.workspace_statistics.cumulative.split_by_wait_time';

  test.each([
    [
      'seconds that are not counted',
      `${split}['20'].below.x`,
      day({ '5': {}, '10': {} }),
      `Waits are not counted at 20 seconds. They are at 5, 10. ${where}`,
    ],
    [
      'seconds that are not counted, by way of a parameter',
      `((split) => split.below.x)(${split}['20'])`,
      day({ '5': {} }),
      `Waits are not counted at 20 seconds. They are at 5. ${where}`,
    ],
    [
      'waits that are not counted at all',
      `${split}['5'].below.x`,
      day(null),
      `Waits are not counted at 5 seconds. There are none: none are asked for, or more than fit into the document of a queue. ${where}`,
    ],
    [
      'queues',
      'data.queues.filter((q) => q).length',
      { version: 1 },
      'There are no queue statistics in the data: data.queues is missing. DASHBOARD_QUEUES and DASHBOARD_QUEUES_MAX of the Function say which are collected.',
    ],
    [
      'channels',
      'data.channels',
      { version: 1 },
      'There are no statistics of task channels in the data: data.channels is missing. DASHBOARD_TASK_CHANNELS of the Function says which are collected.',
    ],
    [
      'the data of another dashboard',
      'data.workspace.realtime',
      { version: 1 },
      'data has no "workspace": this formula was written for another dashboard. Export the metric and import it again, which rewrites the formula, or write data.workspace_statistics.',
    ],
  ])('is named for %s', (_what, formula, data, message) => {
    expect(explained(formula, data)).toBe(message);
  });

  test('is not replaced by another number that is written with similar letters', () => {
    expect(explained('data.workspace_statistics.cumulative.tasks_completed', day(null))).not.toContain(
      'Did you mean',
    );
  });
});

import { compileFormula, FormulaError } from './index';

const split = (within: number, after: number, leftAfter: number): unknown => ({
  below: { reservations_accepted: within, tasks_canceled: 50 },
  above: { reservations_accepted: after, tasks_canceled: leftAfter },
});

const statistics = (pending: number, reserved: number, split20: unknown): unknown => ({
  realtime: { tasks_by_status: { pending, reserved, assigned: 9, wrapping: 9 } },
  cumulative: { split_by_wait_time: { '5': split(1, 1, 1), '20': split20 } },
});

const data = {
  workspace_statistics: {
    realtime: {
      tasks_by_status: { pending: 4, reserved: 1, assigned: 7, wrapping: 2 },
      activity_statistics: [
        { friendly_name: 'Available', workers: 3 },
        { friendly_name: 'Lunch Break', workers: 0 },
        { friendly_name: 'Offline', workers: 12 },
      ],
    },
    cumulative: { split_by_wait_time: { '5': split(2, 6, 0), '20': split(6, 3, 1) } },
  },
  queues: [
    { friendly_name: 'Support', ...(statistics(2, 1, split(3, 1, 0)) as object) },
    { friendly_name: 'Sales', ...(statistics(1, 0, split(1, 2, 1)) as object) },
    { friendly_name: 'Quiet', ...(statistics(0, 0, split(0, 0, 0)) as object) },
  ],
  counts: ['2', 1, null],
  times: { from: '2026-01-31T09:00:00Z', to: '2026-01-31T09:01:30.500Z' },
};

const evaluate = (formula: string, over: unknown = data): unknown =>
  compileFormula(formula).evaluate({ data: over });

function refusal(formula: string, over: unknown = data): string {
  try {
    evaluate(formula, over);
  } catch (error: unknown) {
    if (error instanceof FormulaError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error(`${formula} gave a value`);
}

describe('queue', () => {
  test('gives the queue of a name', () => {
    expect(evaluate("queue('Sales').realtime.tasks_by_status.pending")).toBe(1);
  });

  test.each([
    ["queue('Suport')", 'missing: There is no queue "Suport". Did you mean "Support"?'],
    ["queue('Billing')", 'missing: There is no queue "Billing". There are: "Support", "Sales", "Quiet".'],
    ['queue(5)', "type: queue needs the name of a queue, as in queue('Support'), and a number was given."],
    [
      'queue()',
      "type: queue needs the name of a queue, as in queue('Support'), and nothing (undefined) was given.",
    ],
    [
      'queue(data.nam)',
      'type: data has no "nam". It has "workspace_statistics", "queues", "counts", "times".',
    ],
  ])('refuses %s: %s', (formula, message) => {
    expect(refusal(formula)).toBe(message);
  });

  test('says so when queues are not collected, or none exist', () => {
    expect(refusal("queue('Support')", {})).toBe(
      'missing: There are no queue statistics in the data: data.queues is missing. DASHBOARD_QUEUES and DASHBOARD_QUEUES_MAX of the Function say which are collected.',
    );
    expect(refusal("queue('Support')", { queues: [] })).toBe(
      'missing: There is no queue "Support". There are none.',
    );
  });

  test('names twelve queues at most', () => {
    const queues = Array.from({ length: 15 }, (_, i) => ({ friendly_name: `Queue number ${i}` }));
    expect(refusal("queue('Zz')", { queues })).toMatch(/"Queue number 11", and 3 more\.$/);
  });
});

describe('activity', () => {
  test.each([
    ["activity('Available')", 3],
    ["activity('Lunch Break')", 0],
  ])('%s gives the number of workers in it: %d', (formula, workers) => {
    expect(evaluate(formula)).toBe(workers);
  });

  const where = ' Activities are added in the Twilio Console: TaskRouter, the workspace, Activities.';

  test.each([
    [
      "activity('lunch_brake')",
      `missing: There is no activity "lunch_brake". Did you mean "Lunch Break"?${where}`,
    ],
    [
      "activity('Meeting')",
      `missing: There is no activity "Meeting". There are: "Available", "Lunch Break", "Offline".${where}`,
    ],
    [
      'activity(null)',
      "type: activity needs the name of an activity, as in activity('Available'), and null was given.",
    ],
  ])('refuses %s: %s', (formula, message) => {
    expect(refusal(formula)).toBe(message);
  });

  test('says so when the data has no activities', () => {
    expect(refusal("activity('Available')", {})).toBe(
      'missing: There are no activities in the data: data.workspace_statistics.realtime.activity_statistics is missing.',
    );
  });
});

describe('waiting', () => {
  test.each([
    ['waiting()', 5],
    ['waiting(data)', 5],
    ['waiting(data.workspace_statistics)', 5],
    ["waiting('Support')", 3],
    ["waiting(queue('Support'))", 3],
    ["waiting(['Support', 'Sales'])", 4],
    ['waiting(data.queues)', 4],
    ['waiting([])', 0],
    ['waiting({ realtime: {} })', 0],
  ])('%s counts pending and reserved tasks: %d', (formula, tasks) => {
    expect(evaluate(formula)).toBe(tasks);
  });

  const needs = 'waiting needs a queue, the name of a queue, a list of them or data.workspace_statistics';

  test.each([
    ['waiting(5)', `type: ${needs}, and a number was given.`],
    ['waiting({})', `type: ${needs}, and an object was given.`],
    ['waiting([[data]])', `type: ${needs}, and a list was given.`],
    ['waiting(waiting)', `type: ${needs}, and a function was given.`],
    ["waiting('Suport')", 'missing: There is no queue "Suport". Did you mean "Support"?'],
    [
      "waiting({ realtime: { tasks_by_status: { pending: 'many' } } })",
      'type: waiting needs numbers, and "many" was given.',
    ],
  ])('refuses %s: %s', (formula, message) => {
    expect(refusal(formula)).toBe(message);
  });
});

describe('serviceLevel', () => {
  test.each([
    ['serviceLevel(data, 20)', 60],
    ["serviceLevel('Support', 20)", 75],
    ["serviceLevel(['Support', 'Sales'], 20)", 50],
    ['serviceLevel(data.queues, 20)', 50],
    ["serviceLevel('Quiet', 20)", null],
    ['serviceLevel([], 20)', null],
  ])('%s is the percentage answered in time, summed before it is divided: %p', (formula, percentage) => {
    expect(evaluate(formula)).toBe(percentage);
  });

  test('leaves out who left before the threshold and counts who left after it', () => {
    expect(evaluate('100 * 6 / (6 + 3 + 1)')).toBe(evaluate('serviceLevel(data, 20)'));
  });

  const where = ' DASHBOARD_WAIT_SPLITS of the Function says at which.';

  test.each([
    ['serviceLevel(data, 30)', `missing: Waits are not counted at 30 seconds. They are at 5, 20.${where}`],
    [
      'serviceLevel({ cumulative: { split_by_wait_time: null } }, 20)',
      `missing: Waits are not counted at 20 seconds. There are none: none are asked for, or more than fit into the document of a queue.${where}`,
    ],
    [
      'serviceLevel(data)',
      'type: serviceLevel needs seconds, as in serviceLevel(data, 20), and nothing (undefined) was given.',
    ],
    [
      "serviceLevel(data, '20')",
      'type: serviceLevel needs seconds, as in serviceLevel(data, 20), and text was given.',
    ],
  ])('refuses %s: %s', (formula, message) => {
    expect(refusal(formula)).toBe(message);
  });
});

describe('percent', () => {
  test.each([
    ['percent(1, 4)', 25],
    ['percent(0, 4)', 0],
    ["percent('1', '4')", 25],
    ['percent(0, 0)', null],
    ['percent(5, 0)', null],
    ['percent(null, 4)', null],
    ['percent(1, null)', null],
  ])('%s is %p', (formula, value) => {
    expect(evaluate(formula)).toBe(value);
  });

  test.each([
    ["percent('many', 4)", 'type: percent needs numbers, and "many" was given.'],
    ["percent('', 4)", 'type: percent needs numbers, and "" was given.'],
    ['percent(NaN, 4)', 'type: NaN gives no number (NaN).'],
    ['percent(1)', 'type: percent needs numbers, and nothing (undefined) was given.'],
    ['percent(data.cuonts, 4)', 'type: data has no "cuonts". Did you mean "counts"?'],
    ['percent(1, data.times)', 'type: percent needs numbers, and an object was given.'],
  ])('refuses %s: %s', (formula, message) => {
    expect(refusal(formula)).toBe(message);
  });
});

describe('sum and average', () => {
  test.each([
    ['sum([1, 2, 3])', 6],
    ['sum([])', 0],
    ['sum(data.counts)', 3],
    ['sum(data.queues, (q) => q.realtime.tasks_by_status.pending)', 3],
    ['sum([5, 5], (x, i) => x * i)', 5],
    ['average([1, 2, 6])', 3],
    ['average([])', null],
    ['average([null])', null],
    ['average(data.counts)', 1.5],
    ['average(data.queues, (q) => q.friendly_name.length)', 17 / 3],
  ])('%s is %p', (formula, value) => {
    expect(evaluate(formula)).toBe(value);
  });

  test.each([
    ['sum(5)', 'type: sum needs a list, and a number was given.'],
    ["sum(['a'])", 'type: sum needs numbers, and "a" was given.'],
    ['average([undefined])', 'type: average needs numbers, and nothing (undefined) was given.'],
    [
      'sum(data.queues, (q) => q.realtime.tasks_by_status.pendign)',
      'type: q.realtime.tasks_by_status has no "pendign". Did you mean "pending"?',
    ],
    ['sum([{}], Object.is)', 'type: sum needs numbers, and false was given.'],
    ['average([[]], Array.of)', 'type: average needs numbers, and a list was given.'],
    ['average([[]], Object.hasOwn)', 'type: average needs numbers, and false was given.'],
    ['sum([1], 2)', 'type: A function is needed here, such as (x) => x, and a number was given.'],
  ])('refuses %s: %s', (formula, message) => {
    expect(refusal(formula)).toBe(message);
  });
});

describe('seconds', () => {
  test.each([
    ['seconds(data.times.from, data.times.to)', 90.5],
    ['seconds(1000, 3000)', 2],
    ["seconds('2026-01-31T09:00:00+01:00', data.times.from)", 3600],
    ['seconds(null, data.times.to)', null],
    ['seconds(data.times.from, null)', null],
  ])('%s is %p', (formula, value) => {
    expect(evaluate(formula)).toBe(value);
  });

  test('counts from a time until now', () => {
    const before = Date.now();
    const age = evaluate('seconds(0, Date.now())') as number;
    expect(age).toBeGreaterThanOrEqual(before / 1000);
    expect(age).toBeLessThanOrEqual(Date.now() / 1000);
  });

  test.each([
    [
      "seconds('noon', 5)",
      'type: seconds needs two times such as "2026-01-31T09:00:00Z", and "noon" was given.',
    ],
    [
      'seconds(5)',
      'type: seconds needs two times such as "2026-01-31T09:00:00Z", and nothing (undefined) was given.',
    ],
    ['seconds(true, 5)', 'type: seconds needs two times such as "2026-01-31T09:00:00Z", and true was given.'],
  ])('refuses %s: %s', (formula, message) => {
    expect(refusal(formula)).toBe(message);
  });
});

describe('longestWait', () => {
  const waits = {
    workspace_statistics: { realtime: { longest_task_waiting_age: 75 } },
    queues: [
      { friendly_name: 'Sales', realtime: { longest_task_waiting_age: 50 } },
      { friendly_name: 'Quiet', realtime: { longest_task_waiting_age: 0 } },
      { friendly_name: 'Odd', realtime: {} },
    ],
  };
  test.each([
    ['longestWait(data)', 85],
    ['longestWait()', 85],
    ["longestWait('Sales')", 60],
    ["longestWait('Quiet')", 0],
    ["longestWait(['Sales', 'Quiet'])", 60],
    ['longestWait([])', null],
  ])('of %s is %s, ten seconds after the collection', (formula, expected) => {
    expect(compileFormula(formula).evaluate({ data: waits, age: 10 })).toBe(expected);
  });

  test('says so where the data has none', () => {
    expect(refusal("longestWait('Odd')", waits)).toMatch(/^missing: There is no longest wait in the data/);
  });
});

describe('times without a zone', () => {
  test.each([
    "Date.parse('2026-11-22T06:00:00')",
    "Date.parse('2026-11-22 06:00')",
    "Date.parse('Nov 22, 2026')",
    "Date.parse('22 Nov 2026 06:00')",
    "seconds('2026-11-22T09:00:00', Date.now())",
    "seconds('2026-11-22T09:00:00Z', '2026-11-22T09:00:00')",
  ])('are refused in %s: each browser would read another time', (formula) => {
    expect(refusal(formula)).toContain('does not say in which time zone it is');
  });

  test.each([
    ["Date.parse('2026-11-22')", 1795305600000],
    ["Date.parse('2026-11-22T06:00:00Z')", 1795327200000],
    ["Date.parse('2026-11-22T07:00:00+01:00')", 1795327200000],
    ["Date.parse('Sun, 22 Nov 2026 06:00:00 GMT')", 1795327200000],
    ["Date.parse('nonsense')", NaN],
  ])('are none in %s', (formula, expected) => {
    expect(evaluate(formula)).toBe(expected);
  });
});

describe('names that look the same', () => {
  const named = (...names: string[]): unknown => ({
    queues: names.map((friendly_name, i) => ({ friendly_name, number: i })),
    workspace_statistics: {
      realtime: { activity_statistics: names.map((friendly_name, i) => ({ friendly_name, workers: i })) },
    },
  });
  test.each([
    ['a no-break space', 'Support VIP', 'Support\u00a0VIP'],
    ['a zero-width space', 'Support', 'Sup\u200bport'],
    ['two spaces', 'Support VIP', 'Support  VIP'],
    ['a space at the end', 'Support', 'Support '],
    ['an accent of its own', 'Atenci\u00f3n', 'Atencio\u0301n'],
    ['a mark of direction', 'Support', '\u200eSupport'],
  ])('are found in spite of %s', (_what, written, actual) => {
    expect(evaluate(`queue('${written}').number`, named('Sales', actual))).toBe(1);
    expect(evaluate(`activity('${written}')`, named('Sales', actual))).toBe(1);
    expect(evaluate(`queue('${actual}').number`, named('Sales', written))).toBe(1);
  });

  test('are told apart where both are there', () => {
    const data = named('Support VIP', 'Support\u00a0VIP');
    expect(evaluate("queue('Support VIP').number", data)).toBe(0);
    expect(evaluate("queue('Support\u00a0VIP').number", data)).toBe(1);
  });

  test('are shown with their difference where it is not clear which is meant', () => {
    expect(refusal("queue('Support VIP')", named('Support\u00a0VIP', 'Support\u2007VIP'))).toBe(
      'missing: There is no queue "Support VIP". Did you mean "Support\u00a0VIP"? ' +
        'It looks the same, but has U+00A0 after "Support", where the formula has U+0020.',
    );
  });

  test('are shown with their difference where a formula compares them itself', () => {
    const formula = compileFormula("data.queues.find((q) => q.friendly_name === 'Support').number");
    expect(() => formula.evaluate({ data: named('Support\u200b') })).toThrow(
      'It looks the same, but has U+200B after "Support", where the formula has nothing.',
    );
  });
});

import { compileFormula, FormulaError } from '../formula';
import data from '../formula/test-data/data.json';
import { entriesCounted, whatIsCounted, type Ask } from './whatIsCounted';

const asking =
  (formula: string): Ask =>
  (over) => {
    try {
      return compileFormula(formula).evaluate({ data: over, now: 0 });
    } catch (error: unknown) {
      if (error instanceof FormulaError) return undefined;
      throw error;
    }
  };
const counted = (formula: string, over: unknown = data) => whatIsCounted(asking(formula), over);
const activities = data.workspace_statistics.realtime.activity_statistics.map((entry) => entry.friendly_name);
const [offline, some, other] = activities as [string, string, string];
const [queue, second] = data.queues.map((entry) => entry.friendly_name) as [string, string];
const named = (name: string): string => JSON.stringify(name);
const inActivity = (activity: string, of?: string) => ({ activity, queue: of });
const waitingIn = (of?: string) =>
  ['pending', 'reserved'].map((status) => ({ status, queue: of, channel: undefined }));

describe('whatIsCounted', () => {
  it.each([
    ['a word', `activity(${named(some)})`],
    [
      'a search',
      `data.workspace_statistics.realtime.activity_statistics.find((a) => a.friendly_name === ${named(some)}).workers`,
    ],
    ['a share', `percent(activity(${named(some)}), data.workspace_statistics.realtime.total_workers)`],
    ['a limit', `activity(${named(some)}) > 12 ? 'Too many' : 'Fine'`],
    ['a difference', `20 - activity(${named(some)})`],
    ['a rounded part', `Math.round(activity(${named(some)}) / 10)`],
    [
      'a share that is given for some only',
      `data.workspace_statistics.realtime.total_workers > 0 && activity(${named(other)}) > 0 ? activity(${named(some)}) / activity(${named(other)}) : null`,
    ],
  ])('finds the activity in %s', (_, formula) => {
    expect(counted(formula)).toEqual({ agents: [inActivity(some)], tasks: [] });
  });

  it('finds several activities, and those that are left over', () => {
    expect(counted(`activity([${named(some)}, ${named(other)}])`).agents).toEqual(
      [some, other].map((name) => inActivity(name)),
    );
    expect(
      counted(`data.workspace_statistics.realtime.total_workers - activity(${named(offline)})`).agents,
    ).toEqual(activities.slice(1).map((name) => inActivity(name)));
  });

  it('finds the agents of a queue', () => {
    const formula = `queue(${named(queue)}).realtime.activity_statistics.find((a) => a.friendly_name === ${named(some)}).workers`;
    expect(counted(formula).agents).toEqual([inActivity(some, queue)]);
    expect(counted(`queue(${named(queue)}).realtime.total_available_workers`).agents).toEqual([
      { activity: undefined, queue },
    ]);
  });

  it.each([
    ['a word', `waiting(${named(queue)})`, queue],
    ['the longest wait', `longestWait(${named(queue)})`, queue],
    ['statistics', `queue(${named(queue)}).realtime.longest_task_waiting_age / 60`, queue],
    ['a condition', `longestWait(${named(queue)}) > 3600`, queue],
    ['the workspace', 'waiting()', undefined],
    ['the longest of all', 'data.workspace_statistics.realtime.longest_task_waiting_age', undefined],
  ])('finds the waiting tasks in %s', (_, formula, of) => {
    expect(counted(formula)).toEqual({ agents: [], tasks: waitingIn(of) });
  });

  it('finds each queue that is added up, and each that is compared', () => {
    const tasks = (formula: string) => [...new Set(counted(formula).tasks.map((task) => task.queue))];
    expect(tasks(`waiting([${named(queue)}, ${named(second)}])`)).toEqual([queue, second]);
    expect(tasks(`Math.max(longestWait(${named(queue)}), longestWait(${named(second)}))`)).toEqual([
      queue,
      second,
    ]);
    const counting = data.queues.filter((each) => each.realtime !== null).map((each) => each.friendly_name);
    expect(tasks('sum(data.queues, waiting)')).toEqual(counting);
  });

  it('finds queues that are subtracted from each other', () => {
    const formula = `waiting(${named(queue)}) - waiting(${named(second)})`;
    expect(counted(formula).tasks).toEqual(
      [...waitingIn(queue), ...waitingIn(second)].sort((a, b) =>
        a.status < b.status ? -1 : a.status > b.status ? 1 : 0,
      ),
    );
  });

  it('finds a status, and a channel', () => {
    expect(counted('data.workspace_statistics.realtime.tasks_by_status.wrapping').tasks).toEqual([
      { status: 'wrapping', queue: undefined, channel: undefined },
    ]);
    const withChannels = { ...data, channels: { voice: { realtime: { tasks_by_status: { pending: 3 } } } } };
    expect(counted('data.channels.voice.realtime.tasks_by_status.pending', withChannels).tasks).toEqual([
      { status: 'pending', queue: undefined, channel: 'voice' },
    ]);
  });

  it.each([
    'data.workspace_statistics.cumulative.tasks_completed',
    `serviceLevel(data, 20)`,
    '1',
    'data.nothing.at.all',
    'data.collected_at',
    'data.queues.length',
  ])('finds nothing in %s', (formula) => {
    expect(counted(formula)).toEqual({ agents: [], tasks: [] });
  });

  it('changes nothing of the data', () => {
    const before = JSON.stringify(data);
    counted('waiting()');
    expect(JSON.stringify(data)).toBe(before);
  });
});

describe('entriesCounted', () => {
  const at = (minutes: number): string => new Date(-minutes * 60_000).toISOString();
  const agents = [
    { name: 'Ada', activity: 'Available', available: true, since: at(50), queues: ['A'], tasks: [] },
    { name: 'Ben', activity: 'Lunch', available: false, since: at(40), queues: ['A'], tasks: [] },
    { name: 'Eve', activity: 'Lunch', available: false, since: at(10), queues: [], tasks: [{ sid: 'WT' }] },
  ];
  const namesCounted = (formula: string): readonly string[] =>
    entriesCounted(asking(formula), (list) => ({ agents: list }), agents).map(({ name }) => name);

  it.each([
    ["agents('Lunch').length", ['Ben', 'Eve']],
    ["agents('Lunch').filter((a) => secondsSince(a.since) > 1800).length", ['Ben']],
    ["longestIn('Lunch')", ['Ben', 'Eve']],
    ['percent(agents().filter((a) => a.tasks.length > 0).length, agents().length)', ['Eve']],
    ["agents().length - agents('Lunch').length", ['Ada']],
    ['free()', ['Ada']],
    ['1', []],
  ])('gives those that %s counts', (formula, names) => {
    expect(namesCounted(formula)).toEqual(names);
  });
});

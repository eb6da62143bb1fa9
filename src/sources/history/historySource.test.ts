import { historyDocumentName, historyStateName } from '../../schema/history';
import { valueOf, type Loaded } from '../../model/metric/Loaded';
import type { Past, PastDay } from '../../model/series/Past';
import { seriesOf } from '../../model/series/seriesOf';
import { Store } from '../../model/store/Store';
import { aHistory, type HistoryParts } from '../../testing/aHistory';
import { memorySources, type MemorySources } from '../memory/memorySources';
import { memoryCache, type HistoryCache } from './HistoryCache';
import { historySource } from './historySource';

const start = Date.parse('2026-11-27T06:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const now = start + 3 * hour + 5 * minute;

beforeEach(() => jest.useFakeTimers('modern').setSystemTime(now));
afterEach(() => jest.useRealTimers());

/** Lets time pass, and promises of each moment be kept within it. */
async function advance(milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 250) {
    jest.advanceTimersByTime(Math.min(250, left));
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  }
}

const created = { formula: 'data.workspace_statistics.cumulative.tasks_created' };
const totals = (tasks_created: number) => ({ '': { tasks_created, tasks_canceled: 0 } });
const growing: HistoryParts['rows'] = { workspace: (week, row) => totals(100 * week + row) };
const sample = (pending: number) => ({
  '': { total_tasks: pending, tasks_by_status: { pending, reserved: 0 } },
});

const aDay = {
  date: '2026-11-27',
  start: start / 1000,
  until: start / 1000 + 86_400,
  queues: 5,
  channels: 1,
};
const damagedState = (damage: object): unknown => ({
  ...(aHistory({ start, now, rows: {} }).get(historyStateName('dashboard-data')) as object),
  ...damage,
});

/** The past that lies in such documents, and which of them were read. @param failing the document that cannot be read */
function open(
  { failing, ...parts }: Partial<HistoryParts> & { readonly failing?: string },
  cache: HistoryCache = memoryCache(),
) {
  const sources = memorySources();
  put(sources, parts);
  const asked: string[] = [];
  const history = historySource(
    {
      ...sources,
      documentBesideData: (name) => {
        asked.push(name);
        if (name === failing) return new Store<Loaded<unknown>>({ status: 'failed', problem: 'busy' });
        return sources.documentBesideData(name);
      },
    },
    { dataDocument: 'dashboard-data', cache },
  );
  const follow = (): (() => void) => history.subscribe(() => undefined);
  return { sources, history, asked, follow };
}

function put(sources: MemorySources, parts: Partial<HistoryParts>): void {
  const documents = aHistory({ start, now: Date.now(), rows: growing, ...parts });
  documents.forEach((value, name) => sources.setDocument(name, value));
}

const pastIn = (state: Loaded<Past>): Past => {
  const past = valueOf(state);
  if (!past) throw new Error(JSON.stringify(state));
  return past;
};
const valuesOf = (metric: { readonly formula: string }, { states }: PastDay): readonly unknown[] =>
  seriesOf(metric, states).points.map(({ value }) => value);

describe('historySource', () => {
  it('reads today and the same weekday of four weeks', async () => {
    const { history, follow } = open({});
    history.need(['workspace']);
    follow();
    await advance(1000);
    const { today, before } = pastIn(history.get());
    expect(valuesOf(created, today)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(before.map((day) => valuesOf(created, day)[95])).toEqual([195, 295, 395, 495]);
    expect(before.map((day) => (start - day.start) / (24 * hour))).toEqual([7, 14, 21, 28]);
  });

  it('reads nothing until somebody follows it, and only what is needed', async () => {
    const { history, asked, follow } = open({ rows: { ...growing, 'workspace-gauges': () => sample(3) } });
    history.need(['workspace']);
    await advance(1000);
    expect(asked).toEqual([]);
    follow();
    await advance(1000);
    // One of today until now, and two of each whole day.
    expect(asked).toHaveLength(1 + 1 + 4 * 2);
    expect(asked.filter((name) => name.includes('gauges'))).toEqual([]);
    history.need(['workspace-gauges']);
    await advance(1000);
    expect(asked.filter((name) => name.includes('gauges'))).toHaveLength(2 + 4 * 12);
  });

  it('takes the last sample of a quarter-hour, and leaves a gap without one', async () => {
    const ask = (row: number) => (row === 44 || (row >= 15 && row < 30) ? undefined : sample(row));
    const { history, follow } = open({ rows: { ...growing, 'workspace-gauges': (_week, row) => ask(row) } });
    history.need(['workspace', 'workspace-gauges']);
    follow();
    await advance(1000);
    const { today } = pastIn(history.get());
    const { points } = seriesOf({ formula: 'waiting()' }, today.states);
    expect(points.slice(0, 3).map(({ at, value }) => [(at - start) / minute, value])).toEqual([
      [15, 14],
      [45, 43],
      [60, 59],
    ]);
    const both = { formula: 'waiting() + data.workspace_statistics.cumulative.tasks_created' };
    expect(valuesOf(both, today)[1]).toBe(43 + 2);
  });

  it('takes samples of queues, which are fewer, beside those of the workspace', async () => {
    const { history, follow } = open({
      rows: {
        ...growing,
        'workspace-gauges': (_week, row) => sample(row),
        'queue-gauges': (_week, row) => (row % 3 === 1 ? { Support: sample(row)[''] } : undefined),
      },
    });
    history.need(['workspace', 'workspace-gauges', 'queue-gauges']);
    follow();
    await advance(1000);
    const { today } = pastIn(history.get());
    const both = { formula: "waiting() * 1000 + waiting('Support')" };
    expect(valuesOf(both, today).slice(0, 2)).toEqual([14_001, 29_004]);
  });

  it('reads a new quarter-hour when it has come, and keeps what has not changed', async () => {
    const { sources, history, follow, asked } = open({});
    history.need(['workspace']);
    follow();
    await advance(1000);
    const first = pastIn(history.get());
    asked.length = 0;
    await advance(10 * minute);
    expect(asked).toEqual([]);
    put(sources, {});
    await advance(1000);
    const second = pastIn(history.get());
    expect(asked).toEqual([historyDocumentName('dashboard-data', '2026-11-27', 'workspace', 0, 0)]);
    expect(second.today.states).toHaveLength(13);
    expect(second.before[0]?.states[5]).toBe(first.before[0]?.states[5]);
  });

  it('reads documents that cannot change only once in this browser', async () => {
    const cache = memoryCache();
    const before = open({}, cache);
    before.history.need(['workspace']);
    before.follow();
    await advance(1000);
    const { history, asked, follow } = open({}, cache);
    history.need(['workspace']);
    follow();
    await advance(1000);
    expect(asked).toHaveLength(2);
    expect(pastIn(history.get()).before.map((day) => valuesOf(created, day)[95])).toEqual([
      195, 295, 395, 495,
    ]);
  });

  it('does not take the documents of another installation for its own', async () => {
    const cache = memoryCache();
    const before = open({ state: { since: '2026-01-01T00:00:00.000Z' } }, cache);
    before.history.need(['workspace']);
    before.follow();
    await advance(1000);
    const { history, follow } = open({ rows: { workspace: () => totals(7) } }, cache);
    history.need(['workspace']);
    follow();
    await advance(1000);
    expect(valuesOf(created, pastIn(history.get()).before[0] as PastDay)[0]).toBe(7);
  });

  it('says how much of the past is still being collected, and keeps none of it for good', async () => {
    const cache = memoryCache();
    const end = start / 900_000;
    const { history, follow } = open({ state: { missing: [[end - 671, end - 600]], asked: 400 } }, cache);
    history.need(['workspace']);
    follow();
    await advance(1000);
    expect(pastIn(history.get()).filling).toEqual({ done: 328, all: 400 });
    const { since } = aHistory({ start, now, rows: {} }).get(historyStateName('dashboard-data')) as {
      since: string;
    };
    const name = historyDocumentName('dashboard-data', '2026-11-20', 'workspace', 0, 0);
    expect(await cache.read([`${since} ${name}`])).toEqual(new Map());
  });

  it('distrusts totals that TaskRouter told otherwise within a day', async () => {
    const differing = (asked: string) => ({
      check: {
        windows: 5,
        differing: [{ end: asked, asked, field: 'tasks_created' as const, shown: 100, later: 90 }],
        pending: [],
      },
    });
    for (const [asked, isDistrusted] of [
      ['2026-11-27T08:00:00Z', true],
      ['2026-11-26T08:00:00Z', false],
    ] as const) {
      const { history, follow } = open({ state: differing(asked) });
      history.need(['workspace']);
      follow();
      await advance(1000);
      expect(pastIn(history.get()).isDistrusted).toBe(isDistrusted);
    }
  });

  it('says that there is no past where none is collected', async () => {
    const sources = memorySources();
    const leave = sources.history.subscribe(() => undefined);
    await advance(1000);
    expect(sources.history.get()).toEqual({ status: 'missing' });
    leave();
  });

  it.each([
    ['text', 'nonsense'],
    ['a list of days that is none', { version: 1, days: 5 }],
    ['nothing of the kind', {}],
    ['a beginning that is no time', damagedState({ since: 'yesterday' })],
    ['a day without an end', damagedState({ days: [{ ...aDay, start: 0, until: 1e15 }] })],
    ['a day of a milliard queues', damagedState({ days: [{ ...aDay, queues: 1e9 }] })],
    ['a day whose date is an address', damagedState({ days: [{ ...aDay, date: '../x' }] })],
    ['a stretch that goes backwards', damagedState({ missing: [[9, 3]] })],
  ])('takes %s in place of its state for no past', async (_name, value) => {
    const sources = memorySources();
    sources.setDocument(historyStateName('dashboard-data'), value);
    sources.history.need(['queues']);
    sources.history.subscribe(() => undefined);
    await advance(1000);
    expect(sources.history.get()).toEqual({ status: 'missing' });
  });

  it('leaves a gap where only a part of the queues could be read', async () => {
    const name = historyDocumentName('dashboard-data', '2026-11-27', 'queues', 0, 25);
    const queues = { queues: 50, channels: 0 };
    const { history, follow } = open({
      rows: { ...growing, queues: () => ({ Support: { tasks_entered: 3 } }) },
      state: { days: [{ date: '2026-11-27', start: start / 1000, until: start / 1000 + 86_400, ...queues }] },
      failing: name,
    });
    history.need(['workspace', 'queues']);
    follow();
    await advance(1000);
    const entered = { formula: 'sum(data.queues, (q) => q.cumulative.tasks_entered)' };
    // The first hour has no sum, as the document of its other queues has not come.
    expect(valuesOf(entered, pastIn(history.get()).today)).toEqual([3, 3, 3, 3, 3, 3, 3, 3]);
  });

  it('takes a damaged document for a gap', async () => {
    const { sources, history, follow } = open({});
    const name = historyDocumentName('dashboard-data', '2026-11-20', 'workspace', 0, 0);
    sources.setDocument(name, { version: 1, at: [0, 1], series: 'none' });
    history.need(['workspace']);
    follow();
    await advance(1000);
    expect(valuesOf(created, pastIn(history.get()).before[0] as PastDay)).toHaveLength(48);
  });
});

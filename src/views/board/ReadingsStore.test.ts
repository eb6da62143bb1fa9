import { parseMetricDefinitions, type ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import { aDashboardData } from '../../testing/aDashboardData';
import { ReadingsStore, type EvaluationContext } from './ReadingsStore';

const collected = Date.parse('2026-11-22T11:42:15.000Z');
const data = aDashboardData();
const moment = (part: Partial<EvaluationContext> = {}): EvaluationContext => ({
  data,
  now: collected,
  staleAfterSeconds: 150,
  locale: 'en-GB',
  colours: new Map(),
  ...part,
});
const definitions: readonly ParsedDefinition[] = parseMetricDefinitions({
  total: { metric: { label: 'Total', formula: 'data.workspace_statistics.realtime.total_tasks' } },
  workers: { metric: { label: 'Workers', formula: 'data.workspace_statistics.realtime.total_workers' } },
  age: {
    metric: {
      label: 'Age',
      formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
      increment: true,
    },
  },
});

let store: ReadingsStore;
let called: Record<string, number>;
beforeEach(() => {
  store = new ReadingsStore();
  store.evaluate(definitions, moment());
  called = { total: 0, workers: 0, age: 0 };
  for (const key of Object.keys(called)) {
    store.subscribe(key, () => {
      called[key] = (called[key] ?? 0) + 1;
    });
  }
});
const text = (key: string): unknown => (store.get(key) as { text?: string } | undefined)?.text;

it('calls back only who follows a reading that changed', () => {
  const before = store.get('workers');
  store.evaluate(definitions, moment({ data: aDashboardData({ realtime: { total_tasks: 66 } }) }));
  expect(called).toEqual({ total: 1, workers: 0, age: 0 });
  expect(text('total')).toBe('66');
  expect(store.get('workers')).toBe(before);
});

it('lets by a tick only grow what grows', () => {
  store.tick(moment({ now: collected + 1000 }));
  expect(called).toEqual({ total: 0, workers: 0, age: 1 });
  expect(text('age')).toBe('185');
});

it('evaluates nothing by a tick before anything is due', () => {
  let reads = 0;
  const watched = new Proxy(data, {
    get(target, name) {
      reads += 1;
      return Reflect.get(target, name);
    },
  });
  store.evaluate(definitions, moment({ data: watched }));
  reads = 0;
  store.tick(moment({ data: watched, now: collected + 999 }));
  expect(reads).toBe(0);
  store.tick(moment({ data: watched, now: collected + 1000 }));
  expect(reads).toBeGreaterThan(0);
});

it('makes every reading stale by a tick when the data becomes too old', () => {
  store.tick(moment({ now: collected + 150_000 }));
  expect(called).toEqual({ total: 0, workers: 0, age: 1 });
  store.tick(moment({ now: collected + 150_001 }));
  expect(called).toEqual({ total: 1, workers: 1, age: 2 });
});

it('evaluates everything anew given a clock that was put back', () => {
  store.tick(moment({ now: collected + 600_000 }));
  store.tick(moment({ now: collected + 2000 }));
  expect(store.get('total')).toMatchObject({ freshness: { status: 'fresh' } });
  expect(text('age')).toBe('186');
});

it('calls back who follows all, once, with the keys that changed, came or went', () => {
  const changes: (readonly string[])[] = [];
  store.subscribeToAll((keys) => changes.push(keys));
  const { total, workers } = Object.fromEntries(definitions.map((each) => [each.key, each]));
  store.evaluate([total, workers].filter(Boolean) as ParsedDefinition[], moment());
  expect(changes).toEqual([['age']]);
  expect(store.get('age')).toBeUndefined();
});

it('calls back nobody who has left', () => {
  const follower = jest.fn();
  store.subscribe('age', follower)();
  store.tick(moment({ now: collected + 1000 }));
  expect(follower).not.toHaveBeenCalled();
});

describe('greedy metrics', () => {
  const greedy = (count: number): Record<string, unknown> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [
        `greedy${i}`,
        { metric: { label: 'Greedy', formula: `Array.from({ length: 23_700 }).length /* ${count} ${i} */` } },
      ]),
    );
  const keys = (count: number): readonly string[] => [...Array(count).keys()].map((i) => `greedy${i}`);
  const isRead = (key: string): boolean => store.get(key)?.status === 'value';

  it('take nothing from an ordinary one after them', () => {
    store.evaluate(
      parseMetricDefinitions({
        ...greedy(24),
        last: { metric: { label: 'Last', formula: 'waiting(data)' } },
      }),
      moment(),
    );
    expect(isRead('last')).toBe(true);
  });

  it('come first in the next update when there was no work left for them', () => {
    const all = parseMetricDefinitions(greedy(30));
    store.evaluate(all, moment());
    const without = keys(30).filter((key) => !isRead(key));
    expect(without).not.toEqual([]);
    store.evaluate(all, moment({ data: aDashboardData() }));
    expect(without.filter((key) => !isRead(key))).toEqual([]);
  });
});

describe('transitions', () => {
  const alarming = parseMetricDefinitions({
    waiting: {
      metric: {
        label: 'Waiting',
        formula: 'data.workspace_statistics.realtime.total_tasks',
        firstThresholdValue: 10,
        firstThresholdStyle: 'Error',
      },
    },
  });
  const second = (seconds: number): number => collected + seconds * 1000;
  /** Evaluates so many tasks, collected at one second, at another. */
  const evaluate = (total_tasks: number, collectedAt: number, at = collectedAt): void =>
    store.evaluate(
      alarming,
      moment({
        data: aDashboardData({
          collectedAt: new Date(second(collectedAt)).toISOString(),
          realtime: { total_tasks },
        }),
        now: second(at),
      }),
    );
  beforeEach(() => {
    store = new ReadingsStore();
    evaluate(1, 0);
  });

  it('are told once each, with their times, to all who follow', () => {
    const followers = [jest.fn(), jest.fn()];
    followers.forEach((follower) => store.transitions.all.subscribe(follower));
    evaluate(20, 5);
    evaluate(21, 10);
    evaluate(2, 15);
    expect(store.transitions.all.get()).toEqual([
      { reading: 'waiting', from: 'normal', to: 'critical', at: second(5) },
      { reading: 'waiting', from: 'critical', to: 'normal', at: second(15) },
    ]);
    followers.forEach((follower) => expect(follower).toHaveBeenCalledTimes(2));
  });

  it('do not start from stale data', () => {
    evaluate(20, 5, 500);
    expect(store.transitions.all.get()).toEqual([]);
  });

  it('do not end while data is stale, nor start again when it is fresh', () => {
    evaluate(20, 5);
    store.tick(moment({ data: aDashboardData(), now: second(500) }));
    evaluate(1, 20, 500);
    expect(store.transitions.standing('waiting')).toEqual({ level: 'critical', since: second(5) });
    evaluate(30, 510);
    expect(store.transitions.all.get()).toHaveLength(1);
    expect(store.transitions.standing('waiting')).toEqual({ level: 'critical', since: second(5) });
  });

  it('go on from another board that is inherited', () => {
    const held = [
      { ...alarming[0], definition: { ...Object(Object(alarming[0]).definition), holdSeconds: 30 } },
    ];
    store.evaluate(held as typeof alarming, moment({ now: second(1) }));
    const edited = new ReadingsStore(undefined, store);
    edited.evaluate(held as typeof alarming, moment({ now: second(32) }));
    expect(edited.get('waiting')).toMatchObject({ level: 'critical' });
  });
});

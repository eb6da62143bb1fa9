import type { Loaded } from '../metric/Loaded';
import { Store } from '../store/Store';
import { aDashboardData } from '../../testing/aDashboardData';
import { aPast, aPastDay, dayStart } from '../../testing/aPast';
import type { Past } from './Past';
import { Trends } from './Trends';

const created = { formula: 'data.workspace_statistics.cumulative.tasks_created' };
const twice = { formula: '2 * data.workspace_statistics.cumulative.tasks_created' };
const thrice = { formula: '3 * data.workspace_statistics.cumulative.tasks_created' };
const withTasks = (tasks_created: number): unknown => aDashboardData({ cumulative: { tasks_created } });

function aTrendsOf(past: Loaded<Past>, clock = (): number => 0) {
  const source = new Store(past);
  let followers = 0;
  const turns: (() => void)[] = [];
  const needed: string[] = [];
  const trends = new Trends({
    furtherSources: [],
    past: {
      need: (kinds) => {
        needed.push(...kinds);
        return () => void kinds.forEach((kind) => needed.splice(needed.indexOf(kind), 1));
      },
      get: source.get,
      subscribe: (onChange) => {
        const leave = source.subscribe(onChange);
        followers += 1;
        return () => {
          followers -= 1;
          leave();
        };
      },
    },
    data: new Store<Loaded<unknown>>({ status: 'ready', value: withTasks(9) }),
    inTurn: (work) => {
      turns.push(work);
      return () => void turns.splice(turns.indexOf(work), 1);
    },
    clock,
  });
  const run = (): number => {
    let count = 0;
    for (let work = turns.shift(); work; work = turns.shift(), count += 1) work();
    return count;
  };
  return { source, trends, run, turns, needed, followers: () => followers };
}

const ready = (past: Past): Loaded<Past> => ({ status: 'ready', value: past });
const valuesOf = (state: Loaded<{ today: { points: readonly { value: unknown }[] } }>): unknown =>
  state.status === 'ready' ? state.value.today.points.map(({ value }) => value) : state.status;

describe('Trends', () => {
  it('fetches the past only while somebody follows a metric', () => {
    const { trends, followers } = aTrendsOf(ready(aPast([withTasks(1)])));
    const trend = trends.of(created);
    expect(followers()).toBe(0);
    const leave = [trend.subscribe(() => undefined), trends.of(twice).subscribe(() => undefined)];
    expect(followers()).toBe(1);
    leave.forEach((end) => end());
    expect(followers()).toBe(0);
  });

  it('works in a turn of its own, never in that of an update', () => {
    const { trends, run } = aTrendsOf(ready(aPast([withTasks(1), withTasks(4)])));
    const trend = trends.of(created);
    trend.subscribe(() => undefined);
    expect(trend.get()).toEqual({ status: 'loading' });
    run();
    expect(valuesOf(trend.get())).toEqual([1, 4]);
  });

  it('divides long work into slices', () => {
    let time = 0;
    const { trends, run } = aTrendsOf(
      ready(aPast(Array.from({ length: 24 }, () => withTasks(1)))),
      () => (time += 1),
    );
    const trend = trends.of(created);
    trend.subscribe(() => undefined);
    expect(run()).toBeGreaterThan(2);
    expect(valuesOf(trend.get())).toHaveLength(24);
  });

  it('reads each moment once, though a slice ends in the middle of it', () => {
    let time = 0;
    let reads = 0;
    const day = aPastDay(
      dayStart,
      Array.from({ length: 24 }, () => 1),
      () => {
        reads += 1;
        return withTasks(1);
      },
    );
    const { trends, run } = aTrendsOf(ready({ ...aPast([]), today: day }), () => (time += 1));
    const followed = [created, twice, thrice].map((metric) => trends.of(metric));
    followed.forEach((trend) => trend.subscribe(() => undefined));
    run();
    expect(followed.map((trend) => (valuesOf(trend.get()) as unknown[]).length)).toEqual([24, 24, 24]);
    expect(reads).toBe(24);
  });

  it('reads a moment once for all metrics, and evaluates only what is new', () => {
    const first = aPast([withTasks(1), withTasks(4)]);
    const reads: number[] = [];
    const counted = (past: Past): Past => ({
      ...past,
      today: {
        ...past.today,
        states: past.today.states.map((state, index) => ({
          at: state.at,
          read: () => {
            reads.push(index);
            return state.read();
          },
        })),
      },
    });
    const past = counted(first);
    const { trends, run, source } = aTrendsOf(ready(past));
    trends.of(created).subscribe(() => undefined);
    trends.of(twice).subscribe(() => undefined);
    run();
    expect(reads).toEqual([0, 1]);
    reads.length = 0;
    const more = counted(aPast([withTasks(1), withTasks(4), withTasks(7)]));
    const states = [...past.today.states, ...more.today.states.slice(2)];
    source.set(ready({ ...past, today: { ...past.today, states } }));
    run();
    expect(reads).toEqual([2]);
    expect(valuesOf(trends.of(twice).get())).toEqual([2, 8, 14]);
  });

  it('shares the series of metrics that read the same, whatever their thresholds', () => {
    const { trends, run } = aTrendsOf(ready(aPast([withTasks(1)])));
    const limited = { ...created, label: 'Created', firstThresholdValue: 5 };
    trends.of(created).subscribe(() => undefined);
    run();
    expect(trends.of(limited).get()).toBe(trends.of(created).get());
    expect(trends.of(limited).get().status).toBe('ready');
  });

  it('hands on that there is no past, and why', () => {
    const { trends, source } = aTrendsOf({ status: 'missing' });
    const trend = trends.of(created);
    trend.subscribe(() => undefined);
    expect(trend.get()).toEqual({ status: 'missing' });
    source.set({ status: 'failed', problem: 'Twilio is busy' });
    expect(trend.get()).toEqual({ status: 'failed', problem: 'Twilio is busy' });
  });

  it('says what the past lacks in place of wrong numbers', () => {
    const { trends, run } = aTrendsOf(ready(aPast([withTasks(1)], [[withTasks(1)]])));
    const trend = trends.of({
      formula: "data.workspace_statistics.realtime.tasks_by_priority?.['10'] ?? 0",
    });
    trend.subscribe(() => undefined);
    run();
    expect(trend.get()).toMatchObject({
      value: { lacks: ['tasks_by_priority'], today: { points: [] }, before: [{ points: [] }] },
    });
  });

  it('shows no totals that TaskRouter now tells otherwise, and samples all the same', () => {
    const { trends, run } = aTrendsOf(ready(aPast([withTasks(1)], [], { isDistrusted: true })));
    const [totals, sampled] = [trends.of(created), trends.of({ formula: 'waiting()' })];
    [totals, sampled].forEach((trend) => trend.subscribe(() => undefined));
    run();
    expect(totals.get()).toMatchObject({ value: { isDistrusted: true, today: { points: [] } } });
    expect(sampled.get()).toMatchObject({ value: { isDistrusted: false, today: { points: [{}] } } });
  });

  it('needs the documents that the followed metrics read, and no others', () => {
    const { trends, needed } = aTrendsOf({ status: 'loading' });
    const leave = [created, { formula: 'waiting()' }].map((metric) =>
      trends.of(metric).subscribe(() => undefined),
    );
    expect(needed).toEqual(['workspace', 'workspace', 'workspace-gauges']);
    leave.forEach((end) => end());
    expect(needed).toEqual([]);
  });
});

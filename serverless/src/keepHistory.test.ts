import { endOfRow, historyStateName, quarterMs, rowAt, type HistoryState } from '../../src/schema/history';
import { decodeHistory } from '../../src/schema/historyRows';
import { dayAt, weeksBefore } from './historyDays';
import { countOf } from './historyPlan';
import { simulatedDocument, tasksIn, type SimulatedPast } from './testing/simulatedPast';
import { simulateCollector, type Simulated, type Simulation } from './testing/simulateCollector';

const settings = { timeZone: 'UTC', dayStart: '06:00' };
const minute = 60_000;

/** A storm in which a quarter-hour is closed and the backfill begins, and then quieter hours in which it goes on. */
const storm = (more: Partial<Simulation> = {}, past: Partial<SimulatedPast> = {}): Simulation => ({
  intervalMs: 2_000,
  trailingMs: 3_000,
  seed: 1,
  events: [
    ...Array.from({ length: 200 * 10 }, (_, index) => index * 5),
    ...Array.from({ length: 750 }, (_, index) => 10_000 + index * 2_000),
  ],
  clockOffsets: [0, 100, -100, 200],
  serveMany: true,
  slowestRequestMs: 150,
  history: { ...settings, base: Date.parse('2026-11-27T08:16:50Z'), queues: 30, rate: 2, ...past },
  ...more,
});

const stateOf = ({ past }: Simulated): HistoryState =>
  past.get(historyStateName(simulatedDocument))?.stored?.data as HistoryState;

/** Which rows of a day are there, and whether each says what TaskRouter said. */
function rowsFound({ past }: Simulated, kind: 'workspace' | 'queues', date: string): readonly number[] {
  const rows = [...past].flatMap(([name, { stored }]) => {
    if (!new RegExp(`-${date}-${kind}-\\d+-0$`).test(name)) return [];
    const decoded = decodeHistory(stored?.data);
    const start = Date.parse(decoded?.day.start ?? '') / 1000;
    const until = Date.parse(decoded?.until ?? '') / 1000;
    return [...(decoded?.rows ?? [])].map(([row, series]) => {
      const told = [...series.values()].map(({ half }) => half.tasks_created ?? half.tasks_entered);
      expect(new Set(told)).toEqual(new Set([tasksIn(start * 1000, endOfRow({ start, until }, kind, row))]));
      return row;
    });
  });
  return rows.sort((a, b) => a - b);
}

/** Every quarter-hour of today and of the same weekdays is there, once, in every kind. */
function expectWhole(simulated: Simulated, { base, timeZone, dayStart }: SimulatedPast, until: number): void {
  const of = { timeZone, dayStart };
  const today = dayAt(base, of);
  const last = rowAt(today, 'workspace', Math.floor(until / quarterMs) * quarterMs);
  const rows = (count: number): readonly number[] => Array.from({ length: count }, (_, row) => row);
  for (const kind of ['workspace', 'queues'] as const) {
    expect(rowsFound(simulated, kind, today.date)).toEqual(rows(last + 1));
    for (const weeks of [1, 2, 3, 4]) {
      const day = weeksBefore(today, weeks, of);
      const whole = rowAt(day, 'workspace', day.until * 1000) + 1;
      expect(rowsFound(simulated, kind, day.date)).toEqual(rows(whole));
    }
  }
}

/** By how much the slowest event is behind its data. */
function slowest({ written }: Simulated, events: readonly number[]): number {
  const delays = events.map((event) => (written.find(({ begun }) => begun >= event)?.at ?? Infinity) - event);
  return Math.max(...delays);
}

const refusedBySync = ({ lease, data, parts, past }: Simulated): number =>
  [lease, data, ...parts.values(), ...past.values()].reduce((sum, { refused }) => sum + refused, 0);

const historyOf = ({ history }: Simulation): SimulatedPast => history as SimulatedPast;

describe('the past, in a storm of 200 events a second', () => {
  let simulation: Simulation;
  let simulated: Simulated;
  let without: Simulated;

  beforeAll(async () => {
    simulation = storm({}, { rate: 10 });
    simulated = await simulateCollector(simulation);
    without = await simulateCollector({ ...simulation, history: undefined });
  });

  it('has every quarter-hour of today and of four weeks, once', () => {
    expect(stateOf(simulated).missing).toEqual([]);
    expectWhole(simulated, historyOf(simulation), Date.parse('2026-11-27T08:30:00Z'));
  });

  it('leaves live data as fresh as it is without', () => {
    const bound = simulation.intervalMs + 5 * simulation.slowestRequestMs + 300;

    expect(slowest(simulated, simulation.events)).toBeLessThanOrEqual(bound);
    expect(slowest(without, simulation.events)).toBeLessThanOrEqual(bound);
    expect(simulated.answers.failed).toBe(0);
  });

  it('has Sync refuse nothing', () => {
    expect([refusedBySync(simulated), refusedBySync(without)]).toEqual([0, 0]);
  });

  it('makes no more calls than the rate that is set', () => {
    const { pastCalls } = simulated;
    const busiest = Math.max(
      ...pastCalls.map((from) => pastCalls.filter((at) => at >= from && at < from + 10_000).length),
    );

    // Two calls a quarter-hour, and the simulation asks for both at once. One slice may end as the next begins.
    expect(busiest * 2).toBeLessThanOrEqual(10 * 10 + 8);
  });

  it('says which days it has, and how many queues', () => {
    expect(stateOf(simulated).days).toHaveLength(5);
    expect(stateOf(simulated).days[0]).toMatchObject({ date: '2026-11-27', queues: 30, channels: 0 });
    expect(stateOf(simulated).days[0]?.start).toBe(Date.parse('2026-11-27T06:00:00Z') / 1000);
  });

  it('keeps the "now" figures of every minute in which something was collected', () => {
    const gauges = (kind: string): readonly number[] =>
      [...simulated.past]
        .filter(([name]) => name.includes(`-2026-11-27-${kind}-`) && name.endsWith('-0'))
        .flatMap(([, { stored }]) => [...(decodeHistory(stored?.data)?.rows.keys() ?? [])])
        .sort((a, b) => a - b);
    const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);

    expect(gauges('workspace-gauges').slice(0, 20)).toEqual(from(2 * 60 + 16, 20));
    expect(gauges('queue-gauges').slice(0, 4)).toEqual(from(2 * 12 + 3, 4));
  });
});

describe('the past, after accidents', () => {
  const seeds = [1, 2];
  const longer = Array.from({ length: 1_200 }, (_, index) => index * 2_500);

  it.each(seeds)('misses nothing though instances are killed at their requests (%d)', async (seed) => {
    const simulation = storm(
      { seed, events: longer, kills: 0.02, accidentsUntil: 25 * minute },
      { rate: 10, queues: 3 },
    );
    const simulated = await simulateCollector(simulation);

    expect(simulated.accidents.length).toBeGreaterThan(10);
    expect(countOf(stateOf(simulated).missing)).toBe(0);
    expectWhole(simulated, historyOf(simulation), Date.parse('2026-11-27T09:00:00Z'));
  });

  it('misses nothing though answers get lost and requests are refused', async () => {
    const simulation = storm(
      { events: longer, lostAnswers: 0.2, failures: 0.4, accidentsUntil: 25 * minute },
      { rate: 10, queues: 3 },
    );
    const simulated = await simulateCollector(simulation);

    expect(stateOf(simulated).missing).toEqual([]);
    expectWhole(simulated, historyOf(simulation), Date.parse('2026-11-27T09:00:00Z'));
  });

  it('is done by one at a time, so that nothing is asked for twice', async () => {
    const simulation = storm({}, { rate: 10, queues: 3 });
    const { pastCalls } = await simulateCollector(simulation);

    // Four whole days, nine quarter-hours of today, and those that close meanwhile.
    expect(pastCalls).toHaveLength(4 * 96 + 10);
  });
});

/** What is not listed as missing is there, in every kind; what is there was right when it was collected. */
function expectNothingLost(simulated: Simulated): void {
  const { days, missing, upTo } = stateOf(simulated);
  const isMissing = (end: number): boolean =>
    missing.some(([first, last]) => first <= end / quarterMs && end / quarterMs <= last);
  for (const day of days) {
    const rows = rowAt(day, 'workspace', Math.min(upTo * quarterMs, day.until * 1000)) + 1;
    const expected = Array.from({ length: rows }, (_, row) => row).filter(
      (row) => !isMissing(endOfRow(day, 'workspace', row)),
    );
    for (const kind of ['workspace', 'queues'] as const)
      expect(rowsFound(simulated, kind, day.date)).toEqual(expect.arrayContaining(expected));
  }
}

describe('the past, in a storm during a close and a backfill', () => {
  // A quarter-hour can be closed after two seconds.
  const close = storm(
    {
      events: [
        ...Array.from({ length: 400 }, (_, index) => index * 5),
        ...Array.from({ length: 14 }, (_, index) => 2_000 + index * 2_000),
      ],
    },
    { base: Date.parse('2026-11-27T06:46:58Z'), rate: 10, queues: 1 },
  );

  it('loses nothing, whichever request the Function is killed at', async () => {
    const { pastMoments } = await simulateCollector(close);
    expect(pastMoments).toBeGreaterThan(60);
    for (let killAtMoment = 1; killAtMoment <= pastMoments; killAtMoment += 1) {
      const simulated = await simulateCollector({ ...close, killAtMoment });
      expect(simulated.accidents).toHaveLength(1);
      // Today is there, and the backfill has begun.
      expect(stateOf(simulated).days.length).toBeGreaterThan(1);
      expectNothingLost(simulated);
    }
  });

  it('keeps what two closers at once collect, once', async () => {
    // What the second one claims has ended by the clock of the first.
    const slow = { clockOffsets: [0, -13_000], slowestRequestMs: 600 };
    const simulated = await simulateCollector({ ...close, ...slow });
    const rows = stateOf(simulated).days.flatMap(({ date }) => rowsFound(simulated, 'workspace', date));

    expect(simulated.pastCalls.length).toBeGreaterThan(rows.length);
    expectNothingLost(simulated);
  });

  it('closes no quarter-hour before it has ended, though a clock is minutes ahead', async () => {
    const early = { ...historyOf(close), base: Date.parse('2026-11-27T06:42:58Z') };
    const simulated = await simulateCollector({ ...close, clockOffsets: [5 * minute], history: early });

    expect(rowsFound(simulated, 'workspace', '2026-11-27')).toEqual([0, 1]);
  });
});

describe('the past of odd days', () => {
  const at = (base: string, timeZone: string, dayStart: string): Promise<void> =>
    check(base, { timeZone, dayStart });

  async function check(base: string, of: typeof settings): Promise<void> {
    const simulation = storm(
      { events: Array.from({ length: 400 }, (_, index) => index * 2_000) },
      { ...of, base: Date.parse(base), rate: 20, queues: 1 },
    );
    const simulated = await simulateCollector(simulation);

    expect(stateOf(simulated).missing).toEqual([]);
    expectWhole(simulated, historyOf(simulation), Date.parse(base));
  }

  it('is whole over a day of 25 hours', () => at('2026-11-08T15:02:10Z', 'America/New_York', '00:00'));
  it('is whole over a day of 23 hours', () => at('2026-04-05T09:02:10Z', 'Europe/London', '00:00'));
  it('is whole where clocks are half an hour off', () => at('2026-11-27T03:02:10Z', 'Asia/Kolkata', '06:00'));
  it('is whole where they are three quarters off', () =>
    at('2026-11-27T03:02:10Z', 'Asia/Kathmandu', '06:00'));
});

describe('a window that is asked for again an hour later', () => {
  const twoHours = Array.from({ length: 400 }, (_, index) => index * 20_000);

  it('agrees with what was shown', async () => {
    const simulated = await simulateCollector(storm({ events: twoHours }, { queues: 1, rate: 10 }));

    expect(stateOf(simulated).check.windows).toBeGreaterThanOrEqual(4);
    expect(stateOf(simulated).check.differing).toEqual([]);
  });

  it('is told of where it differs by more than 2 % and 3 tasks', async () => {
    const simulated = await simulateCollector(
      storm({ events: twoHours }, { queues: 1, rate: 10, later: 500 }),
    );

    expect(stateOf(simulated).check.differing[0]).toMatchObject({ field: 'tasks_created' });
  });
});

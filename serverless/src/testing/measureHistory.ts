import { historyStateName, type HistoryState } from '../../../src/schema/history';
import { countOf } from '../historyPlan';
import { simulateCollector, type Simulated } from './simulateCollector';
import { simulatedDocument } from './simulatedPast';

/** What keeping the past took. */
export interface HistoryMeasured {
  readonly statisticsCalls: number;
  readonly syncOperations: number;
  readonly documents: number;
  /** Of those documents, as JSON. */
  readonly bytes: number;
}

/** A day of 24 hours, and the backfill of the hours before it and of four weeks. */
export interface HistoryCostsMeasured {
  readonly day: HistoryMeasured;
  readonly backfill: Omit<HistoryMeasured, 'documents' | 'bytes'>;
}

const hours = 2;
const secondMs = 1_000;
/** Ten minutes into a quarter-hour, when the backfill is long done. */
const settled = 1_800 * secondMs;
const end = settled + hours * 3_600 * secondMs;

/** Runs the Function's own part over so many queues in simulated time, and counts: two hours of which make a day. */
export async function measureHistory(queues: number): Promise<HistoryCostsMeasured> {
  const run = (until: number): Promise<Simulated> =>
    simulateCollector({
      seed: 1,
      intervalMs: 2_000,
      trailingMs: 3_000,
      events: [
        ...Array.from({ length: 600 }, (_, index) => index * 2 * secondMs),
        ...Array.from(
          { length: (until - 1_200 * secondMs) / (20 * secondMs) },
          (_, index) => 1_200 * secondMs + index * 20 * secondMs,
        ),
      ],
      clockOffsets: [0, 100],
      serveMany: true,
      slowestRequestMs: 150,
      history: {
        timeZone: 'UTC',
        dayStart: '06:00',
        base: Date.parse('2026-11-27T08:10:10Z'),
        queues,
        rate: 20,
      },
    });
  const [before, after] = [await run(settled), await run(end)];
  const state = before.past.get(historyStateName(simulatedDocument))?.stored?.data as HistoryState;
  if (countOf(state.missing) > 0) throw new Error('The backfill is not done.');
  const scale = 24 / hours;
  // Each quarter-hour is asked for with two calls at once.
  const closings = 4 * hours;
  const pastDay = documentsOf(before, (name) => /-2026-11-20-(workspace|queues)-\d/.test(name));
  const isGauge = (name: string): boolean => /-gauges-\d/.test(name);
  const [some, more] = [documentsOf(before, isGauge), documentsOf(after, isGauge)];
  return {
    day: {
      statisticsCalls: scale * (after.pastCalls.length - before.pastCalls.length + closings),
      syncOperations: scale * (operationsOf(after) - operationsOf(before)),
      documents: pastDay.count + scale * (more.count - some.count),
      bytes: pastDay.bytes + scale * (more.bytes - some.bytes),
    },
    backfill: { statisticsCalls: 2 * before.pastCalls.length, syncOperations: operationsOf(before) },
  };
}

const operationsOf = ({ past }: Simulated): number =>
  [...past.values()].reduce(
    (sum, { reads, writes, conflicts }) => sum + reads + writes.length + conflicts,
    0,
  );

function documentsOf(
  { past }: Simulated,
  isCounted: (name: string) => boolean,
): { readonly count: number; readonly bytes: number } {
  const found = [...past].flatMap(([name, { stored }]) =>
    stored && isCounted(name) ? [Buffer.byteLength(JSON.stringify(stored.data))] : [],
  );
  return { count: found.length, bytes: found.reduce((sum, size) => sum + size, 0) };
}

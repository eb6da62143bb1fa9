import { measureHistory } from '../src/testing/measureHistory';
import { backfillCalls, historyCosts } from './historyCosts';

/** By how much an estimate is off, as a part of what was measured. */
const off = (estimated: number, measured: number): number => Math.abs(estimated - measured) / measured;

describe('the estimate of what the past costs, against the Function itself', () => {
  it.each([1, 50])('is right within a fifth for %d queues', async (queues) => {
    const { day, backfill } = await measureHistory(queues);
    const estimated = historyCosts({ queues, channels: 0, hours: 24 });

    expect(off(estimated.statisticsCalls, day.statisticsCalls)).toBeLessThan(0.2);
    expect(off(estimated.syncOperations, day.syncOperations)).toBeLessThan(0.2);
    expect(off(estimated.documents, day.documents)).toBeLessThan(0.2);
    // Today began two hours before.
    const calls = backfillCalls({ queues, channels: 0, hours: 2 });
    expect(off(calls, backfill.statisticsCalls)).toBeLessThan(0.2);
  });
});

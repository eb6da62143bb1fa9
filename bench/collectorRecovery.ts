import { DataWatch } from '../emulator/functions/testing/DataWatch';
import {
  killAtRequest,
  nextEvent,
  requestsOfLoneEvent,
  type KilledAtRequest,
} from '../emulator/functions/testing/killAtRequest';
import { outageOfSync, type OutageOfSync } from '../emulator/functions/testing/outageOfSync';
import { pause } from '../emulator/functions/testing/pause';
import { startCollector, type Collector } from '../emulator/functions/testing/startCollector';

export interface RecoveryOptions {
  readonly projectFolder: string;
  readonly outageSeconds: number;
  readonly eventsPerSecond: number;
}

export interface Recovery {
  /** An invocation for a lone event, killed at each of its requests: before Twilio had it, and after its answer. */
  readonly kills: readonly { readonly received: KilledAtRequest; readonly answered: KilledAtRequest }[];
  /** Milliseconds from the end of all processes at once until fresh data, while events go on. */
  readonly killsUnderEventsMs: readonly number[];
  readonly killsUnderEventsAreRising: boolean;
  readonly outages: readonly (OutageOfSync & { readonly kind: string; readonly seconds: number })[];
}

/** The defaults of the Function. */
const intervalMs = 2_000;

/** What it takes to recover from whatever may happen to a Function, on the Function as it is deployed, with its own defaults. */
export async function recovery(options: RecoveryOptions): Promise<Recovery> {
  const { projectFolder, outageSeconds: seconds, eventsPerSecond } = options;
  const collectors = await Promise.all(
    Array.from({ length: 4 }, () => startCollector({ projectFolder, processes: 3 })),
  );
  const [first] = collectors;
  if (!first) throw new Error('No collector was started.');
  const kills = await killAtEachRequest(collectors);
  const underEvents = await killUnderEvents(first, eventsPerSecond);
  const outages = [];
  for (const kind of ['answers 503', 'does not answer'] as const) {
    outages.push({ kind, seconds, ...(await outageOfSync(first, { seconds, eventsPerSecond, kind })) });
  }
  await Promise.all(collectors.map((collector) => collector.stop()));
  return {
    kills,
    killsUnderEventsMs: underEvents.recoveryMs,
    killsUnderEventsAreRising: underEvents.isRising,
    outages,
  };
}

async function killAtEachRequest(collectors: readonly Collector[]): Promise<Recovery['kills']> {
  // The first event of all creates the documents.
  const [all = []] = await Promise.all(
    collectors.map(async (collector) => {
      await requestsOfLoneEvent(collector, intervalMs);
      return requestsOfLoneEvent(collector, intervalMs);
    }),
  );
  const kills: Recovery['kills'][number][] = [];
  const left = [...all.entries()];
  await Promise.all(
    collectors.map(async (collector) => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const [position, request] = next;
        const received = await killAtRequest(collector, intervalMs, request, 'received');
        const answered = await killAtRequest(collector, intervalMs, request, 'answered');
        kills[position] = { received, answered };
      }
    }),
  );
  return kills;
}

async function killUnderEvents(
  collector: Collector,
  eventsPerSecond: number,
): Promise<{ readonly recoveryMs: readonly number[]; readonly isRising: boolean }> {
  const { platform, taskRouter } = collector;
  const watch = new DataWatch(collector);
  let isOver = false;
  const events = (async () => {
    for (; !isOver; await pause(1_000 / eventsPerSecond)) nextEvent(collector);
  })();
  const recoveryMs: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    // At another moment between two collections each time.
    await pause(4_000 + round * 367);
    platform.processes().forEach(({ number }) => platform.killProcess(number));
    const killed = Date.now();
    const fresh = () => watch.seen.find(({ begun }) => begun >= killed);
    while (!fresh()) await pause(20);
    recoveryMs.push((fresh()?.at ?? Infinity) - killed);
  }
  isOver = true;
  await events;
  await taskRouter.settled();
  watch.stop();
  return { recoveryMs, isRising: watch.isRising() };
}

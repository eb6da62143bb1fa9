import type { Fault } from '../../faults';
import { DataWatch } from './DataWatch';
import { nextEvent } from './killAtRequest';
import { pause } from './pause';
import type { Collector } from './startCollector';

export interface OutageOfSync {
  readonly events: number;
  readonly writtenDuring: number;
  readonly statisticsCallsDuring: number;
  /** Milliseconds from the end of the outage until data of a collection that began after it stood in Sync. */
  readonly recoveryMs: number;
  readonly isRising: boolean;
  readonly isTruth: boolean;
}

export interface OutageOptions {
  readonly seconds: number;
  readonly eventsPerSecond: number;
  /** What Sync does meanwhile: answer 503, or nothing that anybody waits for. */
  readonly kind: 'answers 503' | 'does not answer';
}

const faults: Readonly<Record<OutageOptions['kind'], Pick<Fault, 'status' | 'delayMs'>>> = {
  'answers 503': { status: 503 },
  // Longer than the Function waits; and then Sync does what was asked, long after anybody wanted it.
  'does not answer': { delayMs: 6_000 },
};

/** Takes Sync away while events go on, gives it back, and lets them go on until data are fresh again. @throws Error when that takes 30 s */
export async function outageOfSync(collector: Collector, options: OutageOptions): Promise<OutageOfSync> {
  const { journal, taskRouter } = collector;
  const watch = new DataWatch(collector);
  let events = 0;
  const event = async (): Promise<void> => {
    events += 1;
    nextEvent(collector);
    await pause(1_000 / options.eventsPerSecond);
  };
  const before = journal.entries().at(-1)?.sequence ?? 0;
  const orders = (['sync-read', 'sync-write'] as const).map((target) =>
    collector.faults.order({ target, times: 1e9, ...faults[options.kind] }),
  );
  const end = Date.now() + options.seconds * 1_000;
  while (Date.now() < end) await event();
  const writtenDuring = watch.seen.length;
  const statisticsCallsDuring = journal.entries({ after: before, hop: 'statistics-call' }).length;

  orders.forEach((withdraw) => withdraw());
  const back = Date.now();
  const fresh = () => watch.seen.find(({ begun }) => begun >= back);
  while (!fresh()) {
    if (Date.now() > back + 30_000) throw new Error('Nothing was collected for 30 s after Sync came back.');
    await event();
  }
  const recoveryMs = (fresh()?.at ?? Infinity) - back;
  await taskRouter.settled();
  // What was asked last before Sync came back is done now, if ever.
  await pause(faults[options.kind].delayMs ?? 0);
  const outcome = {
    events,
    writtenDuring,
    statisticsCallsDuring,
    recoveryMs,
    isRising: watch.isRising(),
    isTruth: await watch.isTruth(),
  };
  watch.stop();
  return outcome;
}

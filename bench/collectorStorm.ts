import type { JournalEntry } from '../emulator/journal';
import { startCollector } from '../emulator/functions/testing/startCollector';

export interface StormOptions {
  readonly projectFolder: string;
  /** Left out, the collector as it is now. */
  readonly functionsFolder?: string;
  readonly eventsPerSecond: number;
  readonly seconds: number;
  readonly processes: number;
  /** Milliseconds that Twilio takes for each request; a guess, as nothing was measured on an account. */
  readonly requestMs: number;
}

export interface Storm {
  readonly events: number;
  readonly answers: Readonly<Record<string, number>>;
  readonly statisticsCalls: number;
  readonly syncReads: number;
  readonly leaseReads: number;
  readonly syncWrites: number;
  readonly refused429: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly longestMs: number;
  /** From the last event to the last write that changed the numbers; undefined when the truth never came. */
  readonly settledMs: number | undefined;
  /** Whether what stands in Sync in the end is what TaskRouter tells. */
  readonly isTruth: boolean;
}

interface Realtime {
  readonly total_tasks: number;
  readonly tasks_by_status: unknown;
  readonly activity_statistics: unknown;
}

/** Without what grows with time alone. */
const numbers = (realtime: Partial<Realtime> | undefined): string =>
  JSON.stringify([realtime?.total_tasks, realtime?.tasks_by_status, realtime?.activity_statistics]);

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets events rain on a deployed Function in several processes, with the limits of Twilio's Sync, and counts what it does. */
export async function storm(options: StormOptions): Promise<Storm> {
  const collector = await startCollector({ ...options });
  const { journal, faults, taskRouter } = collector;
  const { contactCentre } = taskRouter;
  for (const target of ['statistics', 'sync-read', 'sync-write'] as const) {
    faults.order({ target, times: 1e9, delayMs: options.requestMs });
  }
  const entries: JournalEntry[] = [];
  const writes: { readonly at: number; readonly numbers: string }[] = [];
  const stored = (): string =>
    numbers(
      (collector.document('dashboard-data') as { workspace_statistics?: { realtime: Realtime } } | undefined)
        ?.workspace_statistics?.realtime,
    );
  journal.subscribe((entry) => {
    entries.push(entry);
    if (entry.hop === 'sync-write' && entry.details.uniqueName === 'dashboard-data') {
      writes.push({ at: Date.now(), numbers: stored() });
    }
  });

  const count = (hop: JournalEntry['hop'], uniqueName?: string): number =>
    entries.filter((entry) => entry.hop === hop && (!uniqueName || entry.details.uniqueName === uniqueName))
      .length;
  const sent = (): number =>
    entries.filter(({ hop, details }) => hop === 'event-post' && details.phase === 'sent').length;

  const workers = contactCentre.workers();
  const began = Date.now();
  let task = 0;
  while (Date.now() < began + options.seconds * 1000) {
    const elapsed = (Date.now() - began) / 1000;
    // A task each half second, which changes numbers, and otherwise noise; both are events.
    if (task < elapsed * 2) {
      task += 1;
      contactCentre.addTask({ queue: 'Support' });
    }
    for (let event = sent(); event < elapsed * options.eventsPerSecond; event += 1) {
      const worker = workers[event % workers.length];
      if (worker) contactCentre.setWorkerAttributes(worker.sid, { event });
    }
    await pause(10);
  }
  // The last event changes a number, so that whoever loses it is found out.
  contactCentre.addTask({ queue: 'Support' });
  const lastEvent = Date.now();
  await taskRouter.settled();

  const truth = numbers((await collector.truth()) as Realtime);
  const isTruth = stored() === truth;
  const settled = writes.find(({ at, numbers: each }) => at >= lastEvent && each === truth);
  const calls = entries.filter(({ hop }) => hop === 'function-call');
  const durations = calls.map(({ details }) => Number(details.durationMs)).sort((a, b) => a - b);
  const at = (part: number): number =>
    durations[Math.min(durations.length - 1, Math.floor(durations.length * part))] ?? 0;
  const answers: Record<string, number> = {};
  for (const { details } of calls)
    answers[String(details.status)] = (answers[String(details.status)] ?? 0) + 1;
  await collector.stop();
  return {
    events: sent(),
    answers,
    statisticsCalls: count('statistics-call'),
    syncReads: count('sync-read'),
    leaseReads: count('sync-read', 'dashboard-data-lease'),
    syncWrites: count('sync-write'),
    refused429: entries.filter(({ hop, details }) => hop.startsWith('sync-') && details.status === 429)
      .length,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    longestMs: at(1),
    settledMs: settled && isTruth ? settled.at - lastEvent : undefined,
    isTruth,
  };
}

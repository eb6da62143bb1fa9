import { startCollector } from '../emulator/functions/testing/startCollector';
import type { JournalEntry } from '../emulator/journal';
import type { StoredDashboardData } from '../src/schema/dashboardData';

export interface QueuesOptions {
  readonly projectFolder: string;
  /** From 3, which the scenario needs, to 200; 1 collects one of the three. */
  readonly queues: number;
  readonly seconds: number;
  /** Milliseconds that Twilio takes for each request; a guess, as nothing was measured on an account. */
  readonly requestMs: number;
}

export interface QueuesMeasured {
  readonly queues: number;
  readonly documents: number;
  readonly largestBytes: number;
  readonly allBytes: number;
  readonly dataBytes: number;
  readonly collections: number;
  readonly statisticsCalls: number;
  readonly queueWrites: number;
  readonly queueReads: number;
  readonly dataWrites: number;
  readonly refused429: number;
  /** From the first statistics call of a collection to the write of the data document, for the slowest in twenty. */
  readonly p95Ms: number;
  /** How often each notice stood in data that were written. */
  readonly notices: Readonly<Record<string, number>>;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets the lunch rush go on over so many queues, and counts what collecting them takes. */
export async function collectorQueues(options: QueuesOptions): Promise<QueuesMeasured> {
  const { projectFolder, queues, seconds, requestMs } = options;
  const collector = await startCollector({
    projectFolder,
    processes: 2,
    environment: { DASHBOARD_QUEUES_MAX: '200', DASHBOARD_QUEUES: queues === 1 ? 'Support' : '*' },
  });
  const { journal, faults, taskRouter } = collector;
  for (const target of ['statistics', 'sync-read', 'sync-write'] as const) {
    faults.order({ target, times: 1e9, delayMs: requestMs });
  }
  const stored = () => collector.document('dashboard-data') as StoredDashboardData | undefined;
  taskRouter.loadScenario('lunch-rush', { queues: Math.max(3, queues) });
  taskRouter.setEventCallback(`${collector.platform.origin}/dashboardStats`);
  // Until all documents are there.
  for (let wait = 0; wait < 40 && (stored()?.documents?.queues?.length ?? 0) < queues; wait += 1)
    await pause(500);

  const entries: (JournalEntry & { readonly seenAt: number })[] = [];
  const notices: Record<string, number> = {};
  const unsubscribe = journal.subscribe((entry) => {
    entries.push({ ...entry, seenAt: Date.now() });
    if (!isWriteOf(entry, 'dashboard-data')) return;
    for (const { code } of stored()?.notices ?? []) notices[code] = (notices[code] ?? 0) + 1;
  });
  await pause(seconds * 1000);
  unsubscribe();

  const documents = stored()?.documents?.queues ?? [];
  const sizes = documents.map((_, place) => bytesOf(collector.document(`dashboard-data-queue-${place + 1}`)));
  const workspaceCalls = entries.filter(
    ({ hop, details }) => hop === 'statistics-call' && details.resource === 'Statistics',
  );
  const writes = entries.filter((entry) => isWriteOf(entry, 'dashboard-data'));
  const durations = workspaceCalls
    .flatMap(({ seenAt }) => {
      const end = writes.find((write) => write.seenAt >= seenAt);
      return end ? [end.seenAt - seenAt] : [];
    })
    .sort((a, b) => a - b);
  const count = (hop: JournalEntry['hop'], isCounted: (entry: JournalEntry) => boolean): number =>
    entries.filter((entry) => entry.hop === hop && isCounted(entry)).length;
  const isQueue = ({ details }: JournalEntry): boolean => /-queue-\d+$/.test(String(details.uniqueName));
  const measured: QueuesMeasured = {
    queues,
    documents: documents.length,
    largestBytes: Math.max(...sizes),
    allBytes: sizes.reduce((sum, size) => sum + size, 0),
    dataBytes: bytesOf(stored()),
    collections: workspaceCalls.length,
    statisticsCalls: count('statistics-call', () => true),
    queueWrites: count('sync-write', isQueue),
    queueReads: count('sync-read', isQueue),
    dataWrites: writes.length,
    refused429: entries.filter(({ details }) => details.status === 429).length,
    p95Ms: durations[Math.floor(durations.length * 0.95)] ?? 0,
    notices,
  };
  await collector.stop();
  return measured;
}

const isWriteOf = ({ hop, details }: JournalEntry, name: string): boolean =>
  hop === 'sync-write' && details.uniqueName === name && Number(details.status) < 300;

const bytesOf = (data: unknown): number => Buffer.byteLength(JSON.stringify(data ?? {}));

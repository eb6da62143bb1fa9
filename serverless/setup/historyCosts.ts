import { historyKinds } from '../../src/schema/history';

/** How big a contact centre is, and how long it is at work. */
export interface Size {
  readonly queues: number;
  readonly channels: number;
  /** Hours of a day in which something is collected. */
  readonly hours: number;
}

/** What something costs in a day, in numbers that Twilio may charge for or limit. */
export interface DailyCosts {
  readonly statisticsCalls: number;
  readonly syncOperations: number;
  /** Documents that a day adds; each expires after 35 days. */
  readonly documents: number;
}

/** What keeping the past costs in a day, once the backfill is done. */
export function historyCosts({ queues, channels, hours }: Size): DailyCosts {
  const quarters = 4 * hours;
  const minutes = 60 * hours;
  const parts = Math.ceil(queues / historyKinds.queues.series);
  const hasChannels = channels > 0 ? 1 : 0;
  // The state is read, claimed and finished for each; its check an hour later is a slice of its own at the most.
  const closing = 3 + 2 * (1 + parts + hasChannels);
  const checking = 3;
  // Read and written by one of the warm instances, and read by another; the state is looked at, too.
  const sampling = 1 + 3 * (1 + hasChannels);
  const blocks = (kind: keyof typeof historyKinds, rows: number): number =>
    Math.ceil(rows / historyKinds[kind].rows);
  return {
    statisticsCalls: quarters * (1 + (queues > 0 ? 1 : 0) + channels + 1),
    syncOperations: quarters * (closing + checking) + minutes * sampling + (minutes / 5) * 3 * parts,
    documents:
      blocks('workspace', quarters) +
      blocks('workspace-gauges', minutes) +
      parts * (blocks('queues', quarters) + blocks('queue-gauges', minutes / 5)) +
      hasChannels * (blocks('channels', quarters) + blocks('channel-gauges', minutes)),
  };
}

/** Calls of the first backfill: four whole days and the part of today that has passed. */
export const backfillCalls = ({ queues, channels, hours }: Size): number =>
  (4 * 96 + 4 * hours) * (1 + (queues > 0 ? 1 : 0) + channels);

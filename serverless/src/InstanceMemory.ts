import type { Lease } from './lease';

/** What a warm instance remembers between its invocations. It saves requests; nothing depends on it. */
export class InstanceMemory {
  /** The latest time at which a collection is known to be due. */
  due = -Infinity;
  /** Events that were answered by it alone, since the lease was last asked. */
  answered = 0;
  /** How long its last collection took, from the first request to the last answer: milliseconds. */
  took: number | undefined;
  /** Nothing has to be done for the past before this: milliseconds since 1970. */
  historyDue = -Infinity;
  /** The minute since 1970 whose "now" figures are known to be kept. */
  sampledMinute: number | undefined;
  /** The question to the lease document that is under way. Others who come meanwhile wait for what it finds. */
  asking: Promise<Lease | undefined> | undefined;
}

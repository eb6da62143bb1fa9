/** What can happen on the way from TaskRouter to a tile; one word for each hop. */
export const hops = [
  'contact-centre', // something happened to a task, worker or reservation
  'event-post', // TaskRouter posted an event to the callback URL
  'function-call', // the Functions gateway let a request in, or refused it
  'token-validation', // a Function asked whose token a browser sent
  'statistics-call', // somebody read TaskRouter statistics
  'sync-read',
  'sync-write',
  'live-query', // Flex or the dashboard asked for agents, tasks or queues
  'sync-notification', // a document change was pushed to a connected client
  'socket', // a twilsock connection opened or closed
  'fault', // somebody asked the emulator to misbehave, or it did as asked
  'unexpected', // a request for which there is no emulation: fails the browser tests
] as const;

export type Hop = (typeof hops)[number];

export interface JournalEntry {
  /** 1, 2, 3 ... in the order in which things happened. */
  readonly sequence: number;
  /** ISO 8601 with milliseconds. */
  readonly at: string;
  readonly hop: Hop;
  readonly summary: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Remembers every hop in order, so that a test can prove the way and a person can watch it. */
export class Journal {
  private readonly kept: JournalEntry[] = [];
  private readonly listeners = new Set<(entry: JournalEntry) => void>();
  private sequence = 0;

  /** @param keeps so many of the newest entries. A test that proves that something is not there keeps them all */
  constructor(
    private readonly now: () => number = Date.now,
    private readonly keeps = 2000,
  ) {}

  record(hop: Hop, summary: string, details: Record<string, unknown> = {}): void {
    this.sequence += 1;
    const entry = { sequence: this.sequence, at: new Date(this.now()).toISOString(), hop, summary, details };
    this.kept.push(entry);
    if (this.kept.length > this.keeps) this.kept.shift();
    this.listeners.forEach((listener) => listener(entry));
  }

  /** Entries with a sequence above `after`, oldest first. */
  entries({ after = 0, hop }: { after?: number; hop?: Hop } = {}): readonly JournalEntry[] {
    return this.kept.filter((entry) => entry.sequence > after && (hop === undefined || entry.hop === hop));
  }

  subscribe(listener: (entry: JournalEntry) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

import type { StoredDocument } from '../ConditionalDocument';

/** One write that Sync took. */
export interface TakenWrite {
  readonly at: number;
  readonly data: unknown;
}

/** Sync's documented limits for a small object: 20 requests a second, or 200 at once after ten quiet seconds. */
const perSecond = 20;
const burst = 200;

/** Sync's side of one document: revisions, conditions and rate limits. */
export class SimulatedDocument {
  stored: StoredDocument | undefined;
  readonly writes: TakenWrite[] = [];
  reads = 0;
  /** Writes that came with a revision that was no longer right. */
  conflicts = 0;
  /** Requests above the limits: 429. */
  refused = 0;
  private readonly left = { read: { count: burst, at: 0 }, write: { count: burst, at: 0 } };

  constructor(private readonly now: () => number) {}

  read(): StoredDocument | undefined | 'refused' {
    if (!this.take('read')) return 'refused';
    this.reads += 1;
    return this.stored;
  }

  /** @returns the new revision, or undefined when it was another one */
  write(
    data: object,
    replaced: Pick<StoredDocument, 'revision'> | undefined,
  ): { revision: string | undefined } | 'refused' {
    if (!this.take('write')) return 'refused';
    if (replaced?.revision !== this.stored?.revision) {
      this.conflicts += 1;
      return { revision: undefined };
    }
    this.stored = { data, revision: String(this.writes.length) };
    this.writes.push({ at: this.now(), data });
    return { revision: this.stored.revision };
  }

  /** Somebody deletes it. */
  remove(): void {
    this.stored = undefined;
  }

  private take(kind: 'read' | 'write'): boolean {
    const { count, at } = this.left[kind];
    const available = Math.min(burst, count + ((this.now() - at) / 1000) * perSecond);
    const taken = available >= 1;
    this.left[kind] = { count: taken ? available - 1 : available, at: this.now() };
    if (!taken) this.refused += 1;
    return taken;
  }
}

import { createHash } from 'node:crypto';

export type SyncData = Readonly<Record<string, unknown>>;

/** One state of a document. A write makes a new one; this one never changes. */
export interface SyncDocument {
  readonly sid: string;
  /** Absent when it was created without a name. */
  readonly uniqueName: string | undefined;
  readonly serviceSid: string;
  readonly data: SyncData;
  /** A lower-case hexadecimal number, starting at "0", to be treated as opaque. */
  readonly revision: string;
  /** Grows by one with each change, and never falls back for the same SID, not even over a restart of the emulator. */
  readonly lastEventId: number;
  /** Milliseconds since 1970, like the other times. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Absent when the document lives for ever. */
  readonly expiresAt: number | undefined;
  /** An identity, or `system` for what came over REST. */
  readonly createdBy: string;
}

export interface DocumentChange {
  readonly kind: 'updated' | 'removed';
  readonly document: SyncDocument;
}

export const isDocumentSid = (text: string): boolean => /^ET[0-9a-f]{32}$/.test(text);

/** `undefined` keeps the life time as it is, 0 means for ever, else seconds from now. */
type Ttl = number | undefined;

/** The documents of every service, kept in memory. Knows no limits, transports or permissions; the clock is handed in. */
export class SyncDocuments {
  private readonly bySid = new Map<string, SyncDocument>();
  private readonly listeners = new Set<(change: DocumentChange) => void>();
  /** How often each name was created: part of the SID, which is thus the same after a restart, but not after a removal. */
  private readonly generations = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** By SID or by unique name. */
  find(serviceSid: string, sidOrName: string): SyncDocument | undefined {
    if (isDocumentSid(sidOrName)) {
      const document = this.bySid.get(sidOrName);
      return document?.serviceSid === serviceSid && this.isAlive(document) ? document : undefined;
    }
    return this.list(serviceSid).find(({ uniqueName }) => uniqueName === sidOrName);
  }

  /** In the order of creation. */
  list(serviceSid: string): readonly SyncDocument[] {
    return [...this.bySid.values()].filter(
      (document) => document.serviceSid === serviceSid && this.isAlive(document),
    );
  }

  /** The caller makes sure that the name is free. */
  create(
    serviceSid: string,
    uniqueName: string | undefined,
    fields: { data: SyncData; ttl?: Ttl; createdBy: string },
  ): SyncDocument {
    this.removeExpired();
    const time = this.now();
    const document: SyncDocument = {
      sid: this.nextSid(`${serviceSid}/${uniqueName ?? ''}`),
      uniqueName,
      serviceSid,
      data: fields.data,
      revision: '0',
      // Real ids start at 0. Here they start at the clock, so that they never fall back for a tab that outlives the emulator.
      lastEventId: time,
      createdAt: time,
      updatedAt: time,
      expiresAt: this.expiry(fields.ttl, undefined),
      createdBy: fields.createdBy,
    };
    this.bySid.set(document.sid, document);
    return document;
  }

  /** Replaces the whole value. */
  update(document: SyncDocument, fields: { data: SyncData; ttl?: Ttl }): SyncDocument {
    const updated: SyncDocument = {
      ...document,
      data: fields.data,
      revision: (parseInt(document.revision, 16) + 1).toString(16),
      lastEventId: document.lastEventId + 1,
      updatedAt: this.now(),
      expiresAt: this.expiry(fields.ttl, document.expiresAt),
    };
    this.bySid.set(updated.sid, updated);
    this.tell({ kind: 'updated', document: updated });
    return updated;
  }

  /**
   * Changes only the life time, which makes no revision and no event: twilio-sync takes neither from the answer,
   * so the service cannot make any without spoiling the client's next conditional write.
   */
  setTtl(document: SyncDocument, ttl: number): SyncDocument {
    const updated = { ...document, expiresAt: this.expiry(ttl, document.expiresAt) };
    this.bySid.set(updated.sid, updated);
    return updated;
  }

  remove(document: SyncDocument): void {
    this.bySid.delete(document.sid);
    this.tell({
      kind: 'removed',
      document: { ...document, lastEventId: document.lastEventId + 1, updatedAt: this.now() },
    });
  }

  /** Removes what has outlived its time. Reads never see such a document, whether this was called or not. */
  removeExpired(): void {
    [...this.bySid.values()]
      .filter((document) => !this.isAlive(document))
      .forEach((document) => this.remove(document));
  }

  /** Hears of updates and removals, at once and in order. A creation has no subscribers, so nobody is told. */
  subscribe(listener: (change: DocumentChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private nextSid(name: string): string {
    const generation = (this.generations.get(name) ?? 0) + 1;
    this.generations.set(name, generation);
    return `ET${createHash('md5').update(`${name}/${generation}`).digest('hex')}`;
  }

  private tell(change: DocumentChange): void {
    this.listeners.forEach((listener) => listener(change));
  }

  private isAlive({ expiresAt }: SyncDocument): boolean {
    return expiresAt === undefined || expiresAt > this.now();
  }

  private expiry(ttl: Ttl, current: number | undefined): number | undefined {
    if (ttl === undefined) return current;
    return ttl === 0 ? undefined : this.now() + ttl * 1000;
  }
}

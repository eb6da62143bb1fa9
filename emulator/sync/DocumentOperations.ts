import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { TwilioError } from '../twilioError';
import { byteSize, checkData, checkIfMatch, checkTtl, checkUniqueName } from './documentRules';
import { GarbageAnswer } from './GarbageAnswer';
import { RateLimiter, sustainedReadsPerSecond, sustainedWritesPerSecond } from './RateLimiter';
import { isDocumentSid, type SyncDocument, type SyncDocuments } from './SyncDocuments';

/** Who asks, and where: one Sync service, over REST or over a socket. */
export interface Caller {
  readonly serviceSid: string;
  readonly via: 'rest' | 'socket';
  /** `system` over REST. */
  readonly identity: string;
}

interface Answer<T> {
  readonly value: T;
  readonly status: number;
  readonly revision?: string;
}

/**
 * What a client may do with documents, the same over REST and over sockets: each operation suffers the ordered faults,
 * keeps to the limits, and is written into the journal whatever its outcome.
 * Throws `TwilioError` (with the codes that sockets see) or `GarbageAnswer`.
 */
export class DocumentOperations {
  private readonly reads: RateLimiter;
  private readonly writes: RateLimiter;

  constructor(
    private readonly documents: SyncDocuments,
    private readonly options: { journal: Journal; faults: Faults; now: () => number; limits: boolean },
  ) {
    this.reads = new RateLimiter(options.now);
    this.writes = new RateLimiter(options.now);
  }

  read(caller: Caller, sidOrName: string): Promise<SyncDocument> {
    return this.perform('sync-read', caller, 'read', sidOrName, () => {
      const document = this.existing(caller, sidOrName);
      this.limit(this.reads, `read-document-${document.sid}`, sustainedReadsPerSecond);
      return { value: document, status: 200, revision: document.revision };
    });
  }

  list(caller: Caller): Promise<readonly SyncDocument[]> {
    return this.perform('sync-read', caller, 'list', '(all documents)', () => ({
      value: this.documents.list(caller.serviceSid),
      status: 200,
    }));
  }

  create(
    caller: Caller,
    request: { uniqueName?: unknown; data?: unknown; ttl?: unknown },
  ): Promise<SyncDocument> {
    return this.perform('sync-write', caller, 'create', String(request.uniqueName ?? '(no name)'), () => {
      const uniqueName = request.uniqueName === undefined ? undefined : checkUniqueName(request.uniqueName);
      const data = checkData(request.data ?? {}, this.options.limits);
      const ttl = request.ttl === undefined ? undefined : checkTtl(request.ttl);
      if (uniqueName !== undefined && this.documents.find(caller.serviceSid, uniqueName)) {
        throw new TwilioError(409, 54301, 'Unique name already exists');
      }
      const document = this.documents.create(caller.serviceSid, uniqueName, {
        data,
        ttl,
        createdBy: caller.identity,
      });
      return { value: document, status: 201, revision: document.revision };
    });
  }

  /** With `ifMatch` only when the document still has that revision. */
  update(
    caller: Caller,
    sidOrName: string,
    request: { data?: unknown; ttl?: unknown; ifMatch?: string },
  ): Promise<SyncDocument> {
    return this.perform('sync-write', caller, 'update', sidOrName, () => {
      const document = this.existing(caller, sidOrName);
      const data = request.data === undefined ? undefined : checkData(request.data, this.options.limits);
      const ttl = request.ttl === undefined ? undefined : checkTtl(request.ttl);
      const revision = request.ifMatch === undefined ? undefined : checkIfMatch(request.ifMatch);
      this.limitWrite(document, data === undefined ? 0 : byteSize(data));
      if (revision !== undefined && revision !== document.revision) {
        throw new TwilioError(
          412,
          54103,
          `The revision of the document does not match: expected ${revision}, is ${document.revision}`,
        );
      }
      const value = this.change(document, data, ttl);
      return { value, status: 200, revision: value.revision };
    });
  }

  remove(caller: Caller, sidOrName: string): Promise<void> {
    return this.perform('sync-write', caller, 'remove', sidOrName, () => {
      const document = this.existing(caller, sidOrName);
      this.limitWrite(document, 0);
      this.documents.remove(document);
      return { value: undefined, status: 204, revision: document.revision };
    });
  }

  private change(
    document: SyncDocument,
    data: SyncDocument['data'] | undefined,
    ttl: number | undefined,
  ): SyncDocument {
    if (data !== undefined) return this.documents.update(document, { data, ttl });
    if (ttl !== undefined) return this.documents.setTtl(document, ttl);
    throw new TwilioError(400, 54010, 'Missing required parameter: data or ttl');
  }

  private existing({ serviceSid }: Caller, sidOrName: string): SyncDocument {
    const document = this.documents.find(serviceSid, sidOrName);
    if (document) return document;
    throw isDocumentSid(sidOrName)
      ? new TwilioError(404, 54100, 'Document not found')
      : new TwilioError(404, 54300, 'Unique name not found');
  }

  private limitWrite({ sid }: SyncDocument, bytes: number): void {
    this.limit(this.writes, `write-document-${sid}`, sustainedWritesPerSecond(bytes));
  }

  private limit(limiter: RateLimiter, key: string, perSecond: number): void {
    if (!this.options.limits || limiter.take(key, perSecond)) return;
    throw new TwilioError(429, 54009, `Rate limit exceeded for ${key}`);
  }

  private async perform<T>(
    hop: 'sync-read' | 'sync-write',
    caller: Caller,
    verb: string,
    sidOrName: string,
    operation: () => Answer<T>,
  ): Promise<T> {
    const { faults, journal } = this.options;
    const uniqueName = this.documents.find(caller.serviceSid, sidOrName)?.uniqueName ?? sidOrName;
    const note = (status: number, more: { revision?: string; code?: number } = {}): void =>
      journal.record(hop, `${verb} ${uniqueName} over ${caller.via}: ${status}`, {
        ...caller,
        uniqueName,
        status,
        ...more,
      });
    const strike = await faults.strike(hop);
    if (strike.garbage ?? strike.error)
      journal.record('fault', `Struck: ${verb} ${uniqueName}`, { target: hop });
    try {
      if (strike.garbage) throw new GarbageAnswer(strike.garbage);
      if (strike.error) throw strike.error;
      const { value, status, revision } = operation();
      note(status, { revision });
      return value;
    } catch (error: unknown) {
      if (error instanceof GarbageAnswer) note(error.status);
      if (error instanceof TwilioError) note(error.status, { code: error.code });
      throw error;
    }
  }
}

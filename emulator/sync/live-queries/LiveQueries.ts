import { createHash } from 'node:crypto';
import type { Faults } from '../../faults';
import type { Journal } from '../../journal';
import { TwilioError } from '../../twilioError';
import { GarbageAnswer } from '../GarbageAnswer';
import { RateLimiter } from '../RateLimiter';
import { parseQuery, type Matches } from './queryLanguage';

/** What can be queried: for each index, such as `tr-worker`, the data of its items by their keys. */
export interface LiveIndexes {
  /** Undefined for an index that does not exist. */
  items(index: string): ReadonlyMap<string, object> | undefined;
  /** Calls back when any item may have changed. */
  subscribe(onChange: () => void): () => void;
}

export interface QueryItem {
  readonly key: string;
  readonly data: object;
  /** The id of the event that made it what it is. */
  readonly revision: number;
}

/** What subscribers of a query hear. */
export type QueryChange = { readonly queryId: string; readonly lastEventId: number } & (
  | { readonly kind: 'updated'; readonly item: QueryItem }
  | { readonly kind: 'removed'; readonly key: string; readonly revision: number }
  | { readonly kind: 'whole'; readonly items: readonly QueryItem[] }
);

/** How long changes are gathered before subscribers hear of them. */
const gatherMs = 50;
/** More changes than this at once are told as a whole new set. */
export const mostSingleChanges = 100;
const mostTombstones = 1000;
const perSecond = { identity: 20, service: 200 };

/** The queries over the contact centre that anybody asked, each with what it found and what has gone since. */
export class LiveQueries {
  /** No answer has more items than this; undefined for all. Nobody knows whether Twilio has such a limit. */
  atMost: number | undefined;
  private readonly queries = new Map<string, LiveQuery>();
  private readonly listeners = new Set<(change: QueryChange) => void>();
  private readonly limiter: RateLimiter;
  private readonly leave: () => void;
  private gathering: NodeJS.Timeout | undefined;

  constructor(
    private readonly indexes: LiveIndexes,
    private readonly parts: {
      readonly journal: Journal;
      readonly faults: Faults;
      readonly now: () => number;
      readonly limits: boolean;
    },
  ) {
    this.limiter = new RateLimiter(parts.now);
    this.leave = indexes.subscribe(() => {
      this.gathering = this.gathering ?? setTimeout(() => this.renew(), gatherMs);
      this.gathering.unref();
    });
  }

  subscribe(listener: (change: QueryChange) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * The query as it stands now. The same expression has the same id, also after a restart.
   * @throws TwilioError 404 for an unknown index, 429 above the rates, 400 for a bad query
   */
  async ask(
    index: string,
    expression: string,
    { identity, isLive }: { readonly identity: string; readonly isLive: boolean },
  ): Promise<LiveQuery> {
    const note = (status: number): void =>
      this.parts.journal.record('live-query', `${isLive ? 'Live' : 'Instant'} query on ${index}: ${status}`, {
        index,
        expression,
        identity,
        status,
      });
    const { garbage, error } = await this.parts.faults.strike('live-query', `${index} ${expression}`);
    try {
      if (garbage) throw new GarbageAnswer(garbage);
      if (error) throw error;
      const query = this.answer(index, expression, identity);
      note(200);
      return query;
    } catch (failure: unknown) {
      if (failure instanceof GarbageAnswer || failure instanceof TwilioError) note(failure.status);
      throw failure;
    }
  }

  private answer(index: string, expression: string, identity: string): LiveQuery {
    const found = this.indexes.items(index);
    if (!found) throw new TwilioError(404, 20404, `The requested resource /Insights/${index} was not found`);
    const { limits } = this.parts;
    if (limits && !this.limiter.take(index, perSecond.service)) throw tooMany(index);
    if (limits && !this.limiter.take(`${index} ${identity}`, perSecond.identity)) throw tooMany(index);
    const id = `QR${createHash('md5').update(`${index} ${expression}`).digest('hex')}`;
    const query = this.queries.get(id) ?? new LiveQuery(id, index, parseQuery(expression), this.parts.now());
    this.queries.set(id, query);
    this.tell(query.renew(found, this.atMost));
    return query;
  }

  find(id: string): LiveQuery | undefined {
    return this.queries.get(id);
  }

  /** Looks at once for what has changed. */
  renew(): void {
    clearTimeout(this.gathering);
    this.gathering = undefined;
    const indexes = new Map<string, ReadonlyMap<string, object>>();
    for (const query of this.queries.values()) {
      const items = indexes.get(query.index) ?? this.indexes.items(query.index) ?? new Map<string, object>();
      indexes.set(query.index, items);
      this.tell(query.renew(items, this.atMost));
    }
  }

  stop(): void {
    clearTimeout(this.gathering);
    this.leave();
  }

  private tell(changes: readonly QueryChange[]): void {
    for (const change of changes) this.listeners.forEach((listener) => listener(change));
  }
}

const tooMany = (index: string): TwilioError =>
  new TwilioError(429, 54009, `Rate limit exceeded for query-${index}`);

/** One expression over one index. */
export class LiveQuery {
  private readonly found = new Map<string, QueryItem & { readonly json: string }>();
  /** Keys of what has gone, with the event in which it went; the oldest are forgotten. */
  private readonly gone = new Map<string, number>();
  private forgottenUntil = 0;
  private eventId: number;

  /** @param firstEventId event ids never go back, not even over a restart */
  constructor(
    readonly id: string,
    readonly index: string,
    private readonly matches: Matches,
    firstEventId: number,
  ) {
    this.eventId = firstEventId;
  }

  get lastEventId(): number {
    return this.eventId;
  }

  items(): readonly QueryItem[] {
    return [...this.found.values()].map(({ key, data, revision }) => ({ key, data, revision }));
  }

  /** What a subscriber missed who knows everything up to this event. */
  changesAfter(eventId: number | undefined): readonly QueryChange[] {
    if (eventId === undefined || eventId < this.forgottenUntil) return [this.whole()];
    const removed = [...this.gone].map(([key, revision]) => this.removal(key, revision));
    const updated = this.items().map((item) => this.update(item));
    return [...removed, ...updated].filter(({ lastEventId }) => lastEventId > eventId);
  }

  /** Takes in what the index holds now, and says what is different for subscribers. */
  renew(items: ReadonlyMap<string, object>, atMost = Infinity): readonly QueryChange[] {
    const changes: QueryChange[] = [];
    const there = new Set<string>();
    for (const [key, data] of items) {
      if (there.size >= atMost) break;
      if (!this.matches(data)) continue;
      there.add(key);
      const json = JSON.stringify(data);
      if (this.found.get(key)?.json === json) continue;
      const item = { key, data, revision: (this.eventId += 1) };
      this.found.set(key, { ...item, json });
      this.gone.delete(key);
      changes.push(this.update(item));
    }
    for (const key of [...this.found.keys()].filter((known) => !there.has(known))) {
      this.found.delete(key);
      this.gone.set(key, (this.eventId += 1));
      changes.push(this.removal(key, this.eventId));
    }
    this.forget();
    return changes.length > mostSingleChanges ? [this.whole()] : changes;
  }

  private forget(): void {
    for (const [key, eventId] of this.gone) {
      if (this.gone.size <= mostTombstones) return;
      this.gone.delete(key);
      this.forgottenUntil = eventId;
    }
  }

  private update = (item: QueryItem): QueryChange => ({
    kind: 'updated',
    queryId: this.id,
    item,
    lastEventId: item.revision,
  });

  private removal = (key: string, revision: number): QueryChange => ({
    kind: 'removed',
    queryId: this.id,
    key,
    revision,
    lastEventId: revision,
  });

  private whole = (): QueryChange => ({
    kind: 'whole',
    queryId: this.id,
    items: this.items(),
    lastEventId: this.eventId,
  });
}

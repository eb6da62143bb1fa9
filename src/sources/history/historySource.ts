import {
  endOfRow,
  historyDocumentNames,
  historyStateName,
  isHistoryDay,
  isStretch,
  minuteMs,
  quarterMs,
  type HistoryKind,
  type HistoryState,
} from '../../schema/history';
import { timeIn } from '../../model/time/timeIn';
import { isRecord } from '../../model/metric/fieldChecks';
import type { Loaded } from '../../model/metric/Loaded';
import { Store } from '../../model/store/Store';
import type { Past } from '../../model/series/Past';
import type { PastSource } from '../../model/series/Trends';
import type { DocumentSources } from '../DashboardSources';
import type { Source } from '../Source';
import { memoryCache, type HistoryCache } from './HistoryCache';
import { PastMaker, type ReadDocument } from './PastMaker';
import { documentsOfDay, isFinal, isMissingIn, wantedDays, type WantedDocument } from './wantedDocuments';

export interface HistoryOptions {
  /** Unique name of the data document, which those of the past are named after. */
  readonly dataDocument: string;
  /** @default one for this page */
  readonly cache?: HistoryCache;
  /** How often samples are read anew while a metric of "now" figures is followed. @default 60000 ms */
  readonly every?: number;
}

/** So many documents are asked for at a time: whatever a board shows goes first. */
const mostAtOnce = 6;
/** What has come is shown so often while more is coming: milliseconds. */
const showEvery = 500;

/**
 * The past of the contact centre, as the Function keeps it in Sync: today and the same weekday of the last four weeks. Documents are read
 * while somebody follows it, and only of the kinds that are needed.
 */
export function historySource(documents: DocumentSources, options: HistoryOptions): PastSource {
  const cache = options.cache ?? memoryCache();
  const subject = new Store<Loaded<Past>>({ status: 'loading' });
  const needed = new Map<HistoryKind, number>();
  let followers = 0;
  let reading: Reading | undefined;

  return {
    get: subject.get,
    need(kinds) {
      const count = (by: number): void =>
        kinds.forEach((kind) => needed.set(kind, (needed.get(kind) ?? 0) + by));
      count(1);
      reading?.readMore();
      let isOver = false;
      return () => {
        if (!isOver) count(-1);
        isOver = true;
      };
    },
    subscribe(onChange) {
      const leave = subject.subscribe(onChange);
      followers += 1;
      reading ??= new Reading(documents, options, cache, () => kindsIn(needed), subject);
      return () => {
        leave();
        followers -= 1;
        if (followers > 0) return;
        reading?.stop();
        reading = undefined;
      };
    },
  };
}

const kindsIn = (needed: ReadonlyMap<HistoryKind, number>): readonly HistoryKind[] =>
  [...needed].filter(([, count]) => count > 0).map(([kind]) => kind);

/** Reads the past until it is stopped. */
class Reading {
  private state: HistoryState | undefined;
  private readonly maker = new PastMaker();
  private readonly read = new Map<string, ReadDocument>();
  private readonly settled = new Set<string>();
  /** How far each document was when it was read last. */
  private readonly progress = new Map<string, string | number>();
  private readonly open = new Map<string, () => void>();
  private waiting: WantedDocument[] = [];
  private showing: ReturnType<typeof setTimeout> | undefined;
  private readonly leave: readonly (() => void)[];
  private isStopped = false;

  constructor(
    private readonly documents: DocumentSources,
    private readonly options: HistoryOptions,
    private readonly cache: HistoryCache,
    private readonly kinds: () => readonly HistoryKind[],
    private readonly subject: Store<Loaded<Past>>,
  ) {
    const { dataDocument, every = 60_000 } = options;
    const timer = setInterval(() => this.readMore(), every);
    this.leave = [
      documents.use(),
      followed(documents.documentBesideData(historyStateName(dataDocument)), (state) =>
        this.takeState(state),
      ),
      () => clearInterval(timer),
    ];
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.showing);
    this.leave.forEach((end) => end());
    this.open.forEach((end) => end());
  }

  private takeState(loaded: Loaded<unknown>): void {
    if (loaded.status !== 'ready') {
      // What was read stays on screen while the connection is lost.
      if (!this.state || loaded.status === 'missing') this.subject.set(loaded);
      if (loaded.status === 'missing') this.state = undefined;
      return;
    }
    const before = this.state;
    this.state = stateIn(loaded.value);
    if (!this.state) this.subject.set({ status: 'missing' });
    // While the past is being collected, it changes every few seconds.
    else if (this.state.upTo !== before?.upTo) this.readMore();
    else this.showSoon();
  }

  /** Reads what is needed and not known, and again what may have changed. */
  readonly readMore = (): void => {
    const { state } = this;
    const now = this.documents.clock.now();
    const days = state && wantedDays(state, now);
    if (!state) return;
    if (!days) return this.subject.set({ status: 'missing' });
    const wanted = [days.today, ...days.before].flatMap((day) =>
      this.kinds().flatMap((kind) => documentsOfDay(this.options.dataDocument, day, kind, now)),
    );
    const isWaiting = new Set(this.waiting.map(({ name }) => name));
    const fresh = wanted.filter(
      (document) =>
        !this.open.has(document.name) &&
        !isWaiting.has(document.name) &&
        this.mayHaveChanged(document, state),
    );
    void this.takeKept(fresh, state, now);
  };

  private mayHaveChanged(document: WantedDocument, state: HistoryState): boolean {
    const { name, day, kind, rows } = document;
    if (this.settled.has(name)) return false;
    const progress = this.progress.get(name);
    // Samples are written as they are taken.
    if (typeof progress === 'number') return progress < endOfRow(day, kind, rows[1]) + 2 * minuteMs;
    return progress === undefined || (progress !== complete && progress !== progressOf(document, state));
  }

  private async takeKept(wanted: readonly WantedDocument[], state: HistoryState, now: number): Promise<void> {
    const final = wanted.filter((document) => isFinal(document, state, now));
    const kept = await this.cache.read(final.map(({ name }) => keyOf(state, name)));
    if (this.isStopped) return;
    for (const document of final) {
      const key = keyOf(state, document.name);
      if (!kept.has(key)) continue;
      this.settled.add(document.name);
      this.read.set(document.name, { ...document, value: kept.get(key) });
    }
    const isWaiting = new Set(this.waiting.map(({ name }) => name));
    this.waiting.push(
      ...wanted.filter(({ name }) => !this.settled.has(name) && !this.open.has(name) && !isWaiting.has(name)),
    );
    this.askNext();
    if (this.open.size === 0) this.show();
    else this.showSoon();
  }

  private askNext(): void {
    while (this.open.size < mostAtOnce) {
      const next = this.waiting.shift();
      if (!next) return;
      this.ask(next);
    }
  }

  private ask(document: WantedDocument): void {
    const { name } = document;
    let isAnswered = false;
    let end: () => void = () => undefined;
    this.open.set(name, () => end());
    end = followed(this.documents.documentBesideData(name), (loaded) => {
      if (isAnswered || loaded.status === 'loading') return;
      isAnswered = true;
      // It may be called back before it has returned.
      setTimeout(() => end(), 0);
      this.open.delete(name);
      if (loaded.status !== 'failed')
        this.take(document, loaded.status === 'ready' ? loaded.value : undefined);
      if (this.isStopped) return;
      this.askNext();
      if (this.open.size === 0) this.show();
      else this.showSoon();
    });
  }

  private take(document: WantedDocument, value: unknown): void {
    const { name, kind } = document;
    const now = this.documents.clock.now();
    if (this.state) this.progress.set(name, kind.endsWith('gauges') ? now : progressOf(document, this.state));
    const before = this.read.get(name);
    // The same content stays the same object, so that nothing is evaluated again.
    const isSame = before !== undefined && JSON.stringify(before.value) === JSON.stringify(value);
    this.read.set(name, isSame ? before : { ...document, value });
    if (!this.state || !isFinal(document, this.state, now)) return;
    this.settled.add(name);
    this.cache.keep(keyOf(this.state, name), value);
  }

  /** What is read, without times of which a part of the queues or channels is not: sums over the others would be too small. */
  private whole(): readonly ReadDocument[] {
    const { dataDocument } = this.options;
    return [...this.read.values()].filter(({ day, kind, rows: [first] }) =>
      historyDocumentNames(dataDocument, day, kind, first, first).every((name) => this.read.has(name)),
    );
  }

  private showSoon(): void {
    this.showing ??= setTimeout(() => this.show(), showEvery);
  }

  private show(): void {
    clearTimeout(this.showing);
    this.showing = undefined;
    const { state } = this;
    const now = this.documents.clock.now();
    const days = state && wantedDays(state, now);
    if (!state || !days) return;
    const past = this.maker.make(state, days, this.whole(), now);
    this.subject.set({ status: 'ready', value: past });
  }
}

/** Calls back with what the document is at once and after each change. */
function followed(document: Source<unknown>, onState: (state: Loaded<unknown>) => void): () => void {
  const leave = document.subscribe(() => onState(document.get()));
  onState(document.get());
  return leave;
}

const complete = 'complete';

/** How far the totals of a document have been collected. */
function progressOf(document: WantedDocument, state: HistoryState): string {
  const end = endOfRow(document.day, document.kind, document.rows[1]);
  if (end / quarterMs <= state.upTo && !isMissingIn(document, state)) return complete;
  return JSON.stringify([state.upTo, state.missing]);
}

/** Another installation in the same browser has begun at another moment. */
const keyOf = ({ since }: HistoryState, name: string): string => `${since} ${name}`;

/** Anybody in Flex can write the document. */
function stateIn(value: unknown): HistoryState | undefined {
  if (!isRecord(value) || value.version !== 1 || !isRecord(value.check)) return undefined;
  const { since, time_zone, days, missing, asked, check } = value;
  const isWhole =
    timeIn(since) !== undefined &&
    typeof time_zone === 'string' &&
    typeof asked === 'number' &&
    Array.isArray(days) &&
    days.every(isHistoryDay) &&
    Array.isArray(missing) &&
    missing.every(isStretch) &&
    Array.isArray(check.differing) &&
    check.differing.every(isRecord);
  return isWhole ? (value as unknown as HistoryState) : undefined;
}

import type { Loaded } from '../../model/metric/Loaded';
import { Store, type ReadableStore } from '../../model/store/Store';
import type { DocumentSources, RefreshState } from '../DashboardSources';
import { whileInUse } from '../Usage';
import { refreshDue } from './refreshDue';

/** Whether anybody can see the page. */
export interface Page {
  isHidden(): boolean;
  /** Calls back when it was hidden or shown. */
  onChange(listener: () => void): () => void;
}

const browserPage: Page = {
  isHidden: () => document.visibilityState === 'hidden',
  onChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};

type FreshenedSources = Pick<DocumentSources, 'data' | 'connection' | 'clock' | 'isInUse'>;

const idle: RefreshState = { status: 'idle' };

export interface RefreshOptions {
  /** Asks for a collection, which comes as new data. Rejects with an Error whose message says what went wrong. */
  readonly ask: () => Promise<void>;
  /** From 0 to 1. @default Math.random */
  readonly random?: () => number;
  readonly page?: Page;
}

/** So many dashboards may be open on old data; the first of them asks for all. Milliseconds. */
const spread = {
  /** Where somebody has just opened or uncovered the page, and waits. */
  looking: 3_000,
  otherwise: 15_000,
};

/** How long to wait for the data after it was asked for: milliseconds. */
const arrivalMs = 20_000;

/** Pauses after failures double from the first to the last. Milliseconds, before jitter. */
const pause = { first: 30_000, last: 300_000 };

/** No timer is set for longer: a clock may be far off, and browsers fire at once what lies weeks ahead. Milliseconds. */
const longestSleepMs = 3_600_000;

/** How often to ask at the most while every new data looks old, because a clock is wrong. Milliseconds. */
const doubtMs = 60_000;

/**
 * Asks for new data when it is old: on opening, after a minute without any, as a new day starts. It asks after a random
 * delay and not if data came meanwhile, so that many dashboards cause few requests; and not while the page is
 * hidden, the connection lost, or nobody uses the sources.
 * @returns how that stands
 */
export function keepFresh(
  { data, connection, clock, isInUse }: FreshenedSources,
  { ask, random = Math.random, page = browserPage }: RefreshOptions,
): ReadableStore<RefreshState> {
  const refresh = new Store<RefreshState>(idle);
  let failures = 0;
  let notBefore = -Infinity;
  let looking = true;
  /** What was to be replaced when it was asked, and until when to wait for that. */
  let asked: { readonly collection: unknown; readonly until: number } | undefined;
  let occasion: { readonly due: number; readonly difference: number; readonly at: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const now = (): number => clock.now();
  const wake = (at: number): void => {
    clearTimeout(timer);
    timer = setTimeout(review, Math.min(Math.max(0, at - now()), longestSleepMs));
  };

  /** Looks at everything anew: at each change, and at each time that was planned. */
  function review(): void {
    clearTimeout(timer);
    const loaded = data.get();
    const difference = clock.difference.get();
    const due = refreshDue(loaded, now());
    if (asked) {
      if (collectionOf(loaded) === asked.collection) return awaitArrival(asked.until);
      settle(due);
    }
    if (due === undefined || connection.get() !== 'connected' || page.isHidden()) {
      occasion = undefined;
      return;
    }
    if (due > now()) beContent();
    if (occasion?.due !== due || occasion.difference !== difference) {
      const delay = (looking ? spread.looking : spread.otherwise) * Math.sqrt(random());
      occasion = { due, difference, at: Math.max(due, notBefore, now()) + delay };
    }
    if (occasion.at > now()) wake(occasion.at);
    else send(loaded);
  }

  function awaitArrival(until: number): void {
    if (now() < until) wake(until);
    else fail('A collection was asked for, and no data came.');
  }

  function send(old: Loaded<unknown>): void {
    const sent = { collection: collectionOf(old), until: now() + arrivalMs };
    asked = sent;
    looking = false;
    wake(sent.until);
    refresh.set({ status: 'asking' });
    ask().catch((error: unknown) => {
      if (asked === sent) fail(error instanceof Error ? error.message : String(error));
    });
  }

  /** What was asked for has come. */
  function settle(due: number | undefined): void {
    asked = undefined;
    failures = 0;
    notBefore = due !== undefined && due <= now() ? now() + doubtMs : -Infinity;
    refresh.set(idle);
  }

  /** The data is not old, wherever it came from. */
  function beContent(): void {
    looking = false;
    failures = 0;
    notBefore = -Infinity;
    refresh.set(idle);
  }

  function fail(problem: string): void {
    asked = undefined;
    const longest = Math.min(pause.first * 2 ** failures, pause.last);
    failures += 1;
    notBefore = now() + longest * (0.5 + random() / 2);
    occasion = undefined;
    refresh.set({ status: 'failed', problem, retryAt: notBefore });
    review();
  }

  whileInUse(isInUse, () => {
    looking = true;
    const leave = [
      data.subscribe(review),
      connection.subscribe(review),
      clock.difference.subscribe(review),
      page.onChange(() => {
        looking = true;
        review();
      }),
    ];
    review();
    return () => {
      leave.forEach((end) => end());
      clearTimeout(timer);
      asked = undefined;
      occasion = undefined;
      refresh.set(idle);
    };
  });
  return refresh;
}

/** Tells one collection from the next. */
const collectionOf = (data: Loaded<unknown>): unknown =>
  data.status === 'ready' ? (Object(data.value) as { collected_at?: unknown }).collected_at : undefined;

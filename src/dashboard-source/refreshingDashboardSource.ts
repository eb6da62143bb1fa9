import type { DashboardSnapshot, DashboardSource, RefreshOff, RefreshState } from './DashboardSource';
import { browserPage, type Page } from './Page';
import { refreshDue } from './refreshDue';

export interface RefreshingOptions {
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
 * A source whose data is asked for anew when it is old: on opening, after a minute without any, as a new day starts. It asks
 * after a random delay and not if data came meanwhile, so that many dashboards cause few requests; and not while the page is
 * hidden, the connection lost, or nobody listens.
 */
export function refreshingDashboardSource(
  source: DashboardSource,
  { ask, random = Math.random, page = browserPage }: RefreshingOptions,
): DashboardSource {
  const listeners = new Set<() => void>();
  const compose = composer();
  let refresh: RefreshState = { status: 'idle' };
  let failures = 0;
  let notBefore = -Infinity;
  let looking = true;
  /** What was to be replaced when it was asked, and until when to wait for that. */
  let asked: { readonly collection: unknown; readonly until: number } | undefined;
  let occasion: { readonly due: number; readonly difference: number; readonly at: number } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stop: (() => void) | undefined;

  const now = (): number => source.now();
  const wake = (at: number): void => {
    clearTimeout(timer);
    timer = setTimeout(review, Math.min(Math.max(0, at - now()), longestSleepMs));
  };
  const notify = (): void => listeners.forEach((listener) => listener());

  /** Looks at everything anew: at each change, and at each time that was planned. */
  function review(): void {
    clearTimeout(timer);
    const { data, connection, clockDifference } = source.getSnapshot();
    const due = refreshDue(data, now());
    if (asked) {
      if (collectionOf(data) === asked.collection) return awaitArrival(asked.until);
      settle(due);
    }
    if (due === undefined || connection !== 'connected' || page.isHidden()) {
      occasion = undefined;
      return;
    }
    if (due > now()) beContent();
    if (occasion?.due !== due || occasion.difference !== clockDifference) {
      const delay = (looking ? spread.looking : spread.otherwise) * Math.sqrt(random());
      occasion = { due, difference: clockDifference, at: Math.max(due, notBefore, now()) + delay };
    }
    if (occasion.at > now()) wake(occasion.at);
    else send(data);
  }

  function awaitArrival(until: number): void {
    if (now() < until) wake(until);
    else fail('A collection was asked for, and no data came.');
  }

  function send(data: DashboardSnapshot['data']): void {
    const sent = { collection: collectionOf(data), until: now() + arrivalMs };
    asked = sent;
    looking = false;
    wake(sent.until);
    setRefresh({ status: 'asking' });
    ask().catch((error: unknown) => {
      if (asked === sent) fail(error instanceof Error ? error.message : String(error));
    });
  }

  /** What was asked for has come. */
  function settle(due: number | undefined): void {
    asked = undefined;
    failures = 0;
    notBefore = due !== undefined && due <= now() ? now() + doubtMs : -Infinity;
    setRefresh({ status: 'idle' });
  }

  /** The data is not old, wherever it came from. */
  function beContent(): void {
    looking = false;
    failures = 0;
    notBefore = -Infinity;
    if (refresh.status !== 'idle') setRefresh({ status: 'idle' });
  }

  function fail(problem: string): void {
    asked = undefined;
    const longest = Math.min(pause.first * 2 ** failures, pause.last);
    failures += 1;
    notBefore = now() + longest * (0.5 + random() / 2);
    occasion = undefined;
    setRefresh({ status: 'failed', problem, retryAt: notBefore });
    review();
  }

  function setRefresh(state: RefreshState): void {
    refresh = state;
    notify();
  }

  function start(): () => void {
    looking = true;
    const unsubscribe = source.subscribe(() => {
      review();
      notify();
    });
    const ignorePage = page.onChange(() => {
      looking = true;
      review();
    });
    review();
    return () => {
      unsubscribe();
      ignorePage();
      clearTimeout(timer);
      asked = undefined;
      occasion = undefined;
      refresh = { status: 'idle' };
    };
  }

  return {
    getSnapshot: () => compose(source.getSnapshot(), refresh),
    now: () => source.now(),
    subscribe(onChange) {
      listeners.add(onChange);
      stop = stop ?? start();
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        stop?.();
        stop = undefined;
      };
    },
  };
}

/** The source as it is, which says why no data is asked for anew. */
export function withoutRefresh(source: DashboardSource, reason: RefreshOff): DashboardSource {
  const compose = composer();
  const off: RefreshState = { status: 'off', reason };
  return {
    getSnapshot: () => compose(source.getSnapshot(), off),
    now: () => source.now(),
    subscribe: (onChange) => source.subscribe(onChange),
  };
}

/** Gives the same snapshot as long as both parts are the same. */
function composer(): (inner: DashboardSnapshot, refresh: RefreshState) => DashboardSnapshot {
  let of: DashboardSnapshot | undefined;
  let composed: DashboardSnapshot | undefined;
  return (inner, refresh) => {
    if (of !== inner || composed?.refresh !== refresh) composed = { ...inner, refresh };
    of = inner;
    return composed;
  };
}

/** Tells one collection from the next. */
const collectionOf = (data: DashboardSnapshot['data']): unknown =>
  data.status === 'present' ? (Object(data.value) as { collected_at?: unknown }).collected_at : undefined;

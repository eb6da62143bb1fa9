import type { SafeStorage } from '../board/safeStorage';
import { nextDayStart } from '../../model/time/nextDayStart';

export interface DailyReloadOptions {
  /** `HH:MM` in the time zone; asked each time, as settings may change. */
  readonly reloadAt: () => string;
  /** IANA name of the zone that the hour is meant in; undefined while no data has told. Then it is the browser's. */
  readonly timeZone: () => string | undefined;
  /** Milliseconds since 1970, by the best clock there is. */
  readonly now: () => number;
  /** Whether the page can be loaded now. A reload into an error page would end the wall. */
  readonly isReachable: () => Promise<boolean>;
  readonly reload: () => void;
  /** Survives the reload and ends with the tab. */
  readonly memory: Pick<SafeStorage, 'getItem' | 'setItem'>;
  /** Told true while a reload is due and cannot be done, false when that is over. */
  readonly onPostponed: (postponed: boolean) => void;
}

const second = 1000;
const hour = 3600 * second;
/** How often it looks whether the hour has come: seldom enough to cost nothing, often enough after sleep. */
const lookEvery = 10 * second;
const tryAgainAfter = 300 * second;
/** Walls do not all ask at the same second. */
const spread = 60 * second;
/** Of two reloads the second one comes no sooner than this, whatever clocks and settings say. */
const least = 12 * hour;
const memoryKey = 'realtime-dashboard.reloaded';

/**
 * Reloads the page once a day, which brings a new version of the plugin and a browser page that has not run for weeks.
 * A machine that slept through the hour reloads when it wakes; a page that cannot be reached is asked for again until it can.
 *
 * @returns ends it
 */
export function startDailyReload(options: DailyReloadOptions): () => void {
  const { reloadAt, timeZone, now, isReachable, reload, memory, onPostponed } = options;
  const openedAt = now();
  const delay = Math.random() * spread;
  let looksAgainAt = -Infinity;
  let isAsking = false;
  let isOver = false;

  const isDue = (): boolean => {
    const time_zone = timeZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const due = nextDayStart(openedAt, { time_zone, starts_at: reloadAt() });
    return due !== undefined && now() >= due + delay && !reloadedLately();
  };
  // By this machine's own clock, which is there before any data is.
  const reloadedLately = (): boolean =>
    Math.abs(Date.now() - Number(memory.getItem(memoryKey) ?? -Infinity)) < least;

  const look = async (): Promise<void> => {
    if (isAsking || now() < looksAgainAt || !isDue()) return;
    isAsking = true;
    const reachable = await isReachable();
    isAsking = false;
    if (isOver) return;
    onPostponed(!reachable);
    looksAgainAt = now() + tryAgainAfter;
    if (!reachable) return;
    memory.setItem(memoryKey, String(Date.now()));
    reload();
  };

  const timer = setInterval(() => void look(), lookEvery);
  return () => {
    isOver = true;
    clearInterval(timer);
  };
}

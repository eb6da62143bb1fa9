import { checkedFields, type HistoryState, type ShownWindow } from '../../src/schema/history';
import type { Collected } from './collectStatistics';

/** A window is asked for again so long after its end: milliseconds. */
const askAgainAfterMs = 3_600_000;
/** With fewer tasks, one more or less is too many percent. */
const fromTasks = 100;
/** So many windows wait, at the most: those of an hour, and some more after a quiet time. */
const mostPending = 8;
const mostDiffering = 10;

/** By how much a window may differ from what was shown: statistics are some seconds late, and then this many tasks. */
const allowed = (shown: number): number => Math.max(3, shown * 0.02);

/** When what a live collection showed is asked for again. */
export const checkDue = ({ end }: ShownWindow): number => end + askAgainAfterMs;

/** Remembers what a live collection showed, if it counts enough to be compared. */
export function withShown(state: HistoryState, { data }: Collected): HistoryState {
  const { cumulative } = data.workspace_statistics;
  const end = Date.parse(cumulative.end_time);
  const { pending } = state.check;
  if (cumulative.tasks_created < fromTasks || pending.some((shown) => shown.end >= end)) return state;
  const shown: ShownWindow = {
    start: Date.parse(data.day.start),
    end,
    shown: checkedFields.map((field) => cumulative[field]),
  };
  // What TaskRouter left out cannot be compared.
  if (!isShownWindow(shown)) return state;
  return { ...state, check: { ...state.check, pending: [...pending, shown].slice(-mostPending) } };
}

/** Whether this is a window of a state: all of its times and counts are numbers. */
export function isShownWindow(window: unknown): window is ShownWindow {
  const { start, end, shown } = Object(window) as Partial<ShownWindow>;
  return [start, end].every(isMoment) && Array.isArray(shown) && shown.every(Number.isFinite);
}

/** A time that a date can be: milliseconds since 1970. */
const isMoment = (time: unknown): boolean => Number.isSafeInteger(time) && Math.abs(Number(time)) <= 8.64e15;

/** Notes what TaskRouter says of the window now. Said twice, it counts once. */
export function withCheck(
  state: HistoryState,
  window: ShownWindow,
  later: readonly number[],
  asked: number,
): HistoryState {
  const { check } = state;
  const isPending = check.pending.some(({ end }) => end === window.end);
  if (!isPending) return state;
  const differing = checkedFields.flatMap((field, index) => {
    const [shown = 0, now = 0] = [window.shown[index], later[index]];
    return Math.abs(now - shown) > allowed(shown)
      ? [
          {
            end: new Date(window.end).toISOString(),
            asked: new Date(asked).toISOString(),
            field,
            shown,
            later: now,
          },
        ]
      : [];
  });
  return {
    ...state,
    check: {
      windows: check.windows + 1,
      differing: [...differing, ...check.differing].slice(0, mostDiffering),
      pending: check.pending.filter(({ end }) => end !== window.end),
    },
  };
}

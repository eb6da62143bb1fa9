import type { DashboardDay } from './dashboardData';
import { endOfRow, minuteMs, rowAt, type HistoryKind, type PastChannel, type PastData } from './history';
import type { Half, HistoryRow, HistoryRows } from './historyRows';

/** What `data` was at some moments of one day. */
export interface PastDay {
  readonly day: DashboardDay;
  /** Ends of the quarter-hours that are there, in milliseconds, ascending. */
  readonly quarters: readonly number[];
  /** Ends of the minutes of which there is a sample of the "now" figures, ascending. Those of queues are of each fifth. */
  readonly minutes: readonly number[];
  /**
   * What a formula would have read at the end of a quarter-hour or a minute. "Now" figures are those of the minute that ends
   * then (of queues, of its last two minutes), and cumulative ones those of the quarter-hour that ends then; what is not there is missing in the answer.
   */
  at(end: number): PastData;
}

/**
 * Puts the documents of one day together, however few of them there are.
 * @param documents as `decodeHistory` gives them; those of another day than the first are left out
 * @returns undefined given none
 */
export function pastDay(documents: readonly HistoryRows[]): PastDay | undefined {
  const [first] = documents;
  if (!first) return undefined;
  const { day, until } = first;
  const bounds = { start: Date.parse(day.start) / 1000, until: Date.parse(until) / 1000 };
  const byKind = new Map<HistoryKind, Map<number, HistoryRow>>();
  for (const { kind, rows, ...of } of documents) {
    if (of.day.start !== day.start || of.until !== until) continue;
    const all = byKind.get(kind) ?? new Map<number, HistoryRow>();
    byKind.set(kind, all);
    rows.forEach((row, index) => all.set(index, new Map([...(all.get(index) ?? []), ...row])));
  }
  const ends = (kinds: readonly HistoryKind[]): readonly number[] => {
    const found = kinds.flatMap((kind) =>
      [...(byKind.get(kind)?.keys() ?? [])].map((row) => endOfRow(bounds, kind, row)),
    );
    return [...new Set(found)].sort((a, b) => a - b);
  };
  const rowOf = (kind: HistoryKind, end: number): HistoryRow | undefined => {
    const row = rowAt(bounds, kind, end);
    return endOfRow(bounds, kind, row) === end ? byKind.get(kind)?.get(row) : undefined;
  };
  return {
    day,
    quarters: ends(['workspace', 'queues', 'channels']),
    minutes: ends(['workspace-gauges', 'queue-gauges', 'channel-gauges']),
    at(end) {
      const gauges = rowOf('workspace-gauges', end)?.get('')?.half;
      const cumulative = rowOf('workspace', end)?.get('')?.half;
      const queues = together(rowOf('queues', end), rowOf('queue-gauges', end));
      const channels = together(rowOf('channels', end), rowOf('channel-gauges', end));
      const window = { start_time: day.start, end_time: wholeSeconds(end) };
      const data = {
        version: 1,
        collected_at: new Date(end).toISOString(),
        day,
        workspace_statistics: {
          ...(gauges && { realtime: gauges }),
          ...(cumulative && { cumulative: { ...window, ...cumulative } }),
        },
        ...(queues && {
          queues: queues
            .map(({ key, name, halves }) => ({ sid: key, friendly_name: name, ...halves }))
            .sort((a, b) => (a.friendly_name < b.friendly_name ? -1 : 1)),
        }),
        ...(channels && {
          channels: Object.fromEntries(channels.map(({ key, halves }) => [key, halves as PastChannel])),
        }),
      };
      // Fields are checked when they are read, as those of `data` are: TaskRouter may leave any of them out.
      return data as unknown as PastData;
    },
  };
}

function together(
  cumulative: HistoryRow | undefined,
  realtime: HistoryRow | undefined,
): readonly { key: string; name: string; halves: { realtime?: Half; cumulative?: Half } }[] | undefined {
  if (!cumulative && !realtime) return undefined;
  const keys = new Set([...(cumulative?.keys() ?? []), ...(realtime?.keys() ?? [])]);
  return [...keys].map((key) => {
    const [sofar, now] = [cumulative?.get(key), realtime?.get(key)];
    return {
      key,
      name: sofar?.name ?? now?.name ?? '',
      halves: { ...(now && { realtime: now.half }), ...(sofar && { cumulative: sofar.half }) },
    };
  });
}

/** Where the last minute that ended before or at a moment ends. */
export const endOfMinute = (time: number): number => Math.floor(time / minuteMs) * minuteMs;

const wholeSeconds = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');

import type {
  ChannelStatistics,
  DashboardDay,
  QueueStatistics,
  WorkspaceCumulativeStatistics,
  WorkspaceRealtimeStatistics,
} from './dashboardData';

/**
 * The past, as the Function keeps it in Sync: what `data` was at the end of each quarter-hour, and its "now" figures each
 * minute, those of queues every five.
 *
 * `dashboard-data-history` says what there is; the figures lie in documents of at most an hour or two, named by `historyDocumentName`.
 * historyRows.ts reads and writes them, pastData.ts makes them `data` again. All of them expire 35 days after they were last written.
 */

/** A quarter-hour, in milliseconds. Quarters end at whole quarters of an hour of UTC, in every time zone. */
export const quarterMs = 900_000;
export const minuteMs = 60_000;

/** So long a document of the past is kept after it was last written: seconds. */
export const historyTtlSeconds = 35 * 24 * 3600;

/** So many of the configured wait splits are kept; their documents would become too large for more. */
export const mostHistorySplits = 12;

/**
 * What a document holds, in rows of a quarter-hour (cumulative from the start of the day) or of some minutes (gauges). Queues
 * each minute would be four times as many documents, and 200 MB of them where there are 200 queues.
 */
export const historyKinds = {
  workspace: { every: quarterMs, rows: 48, series: 1 },
  channels: { every: quarterMs, rows: 4, series: 15 },
  queues: { every: quarterMs, rows: 4, series: 25 },
  'workspace-gauges': { every: minuteMs, rows: 120, series: 1 },
  'channel-gauges': { every: minuteMs, rows: 15, series: 15 },
  'queue-gauges': { every: 5 * minuteMs, rows: 12, series: 25 },
} as const satisfies Readonly<Record<string, HistoryLayout>>;

export type HistoryKind = keyof typeof historyKinds;

/** How rows of a kind lie in documents. */
export interface HistoryLayout {
  /** Milliseconds from one row to the next. */
  readonly every: number;
  /** So many rows, from a multiple of this many on, share a document. */
  readonly rows: number;
  /** So many queues or channels share one. */
  readonly series: number;
}

/** A document of the past. */
export interface HistoryDocument {
  readonly version: 1;
  readonly kind: HistoryKind;
  /** The day that its rows belong to. A document of another day of the same date (somebody changed the settings) is replaced. */
  readonly day: DashboardDay;
  /** When the next day starts: ISO 8601, UTC. */
  readonly until: string;
  /**
   * Of cumulative kinds, the wait splits in seconds, as text; of workspace gauges, the names of activities; otherwise nothing.
   * With the kind they say which fields the columns are: `fieldsOf(kind, labels)`.
   */
  readonly labels: readonly string[];
  /** Which rows there are, ascending: 0 is the first quarter-hour or minute that ends after the day has started. */
  readonly at: readonly number[];
  readonly series: readonly HistorySeries[];
}

/** The workspace (key and name are empty), a queue (its SID and name) or a channel (its unique name, twice). */
export type HistorySeries = readonly [
  key: string,
  name: string,
  /** In the order of the fields; columns that are missing at the end are zero. */
  columns: readonly HistoryColumn[],
  /** Its rows, where it does not have all of the document's. */
  at?: readonly number[],
];

/**
 * One field over the rows. A number stands in all of them; null is in none (TaskRouter left the field out); otherwise a list: the first value,
 * then differences to the last number before, null for a row without the field.
 */
export type HistoryColumn = number | null | readonly (number | null)[];

/** What `dashboard-data-history` holds: what there is, how far it has come, and whether it can be trusted. */
export interface HistoryState {
  readonly version: 1;
  /** When history was first collected: ISO 8601. Gauges reach back to it, cumulative figures further. */
  readonly since: string;
  readonly time_zone: string;
  readonly starts_at: string;
  /** Every quarter up to this one was looked after, or is listed in `missing`: quarters since 1970 (`quarterMs`), by their ends. */
  readonly upTo: number;
  /** Quarters that are still to be collected: first and last of each stretch, the next one first. */
  readonly missing: readonly (readonly [first: number, last: number])[];
  /** Of so many quarters was `missing` made up when it last was empty: what is done is this less what is missing. */
  readonly asked: number;
  /** The days that have documents, the newest first. */
  readonly days: readonly HistoryDay[];
  readonly check: HistoryCheck;
  /** Who is collecting the past now; it counts for nothing after `until` (milliseconds since 1970). */
  readonly claim?: { readonly by: string; readonly until: number };
  /** No calls for the past before this: milliseconds since 1970. */
  readonly pause?: number;
}

export interface HistoryDay {
  /** Local date on which it starts, `2026-11-27`: part of the documents' names. */
  readonly date: string;
  /** Seconds since 1970. */
  readonly start: number;
  /** When the next one starts: seconds since 1970. */
  readonly until: number;
  /** So many queues and channels it had, at the most: how many documents there are side by side. */
  readonly queues: number;
  readonly channels: number;
}

/** Longer and more no installation has: seconds, quarter-hours, and queues or channels. */
const dayLengths = { least: 20 * 3600, most: 28 * 3600 };
const longestStretch = 10_000;
const mostPlaces = 1_000;

/** Whether this is a day of a state. Anybody in Flex can write it, and the documents of a day of a thousand years have no end. */
export function isHistoryDay(day: unknown): day is HistoryDay {
  const { date, start, until, queues, channels } = Object(day) as Partial<Record<keyof HistoryDay, unknown>>;
  if (![start, until, queues, channels].every(Number.isSafeInteger)) return false;
  const length = Number(until) - Number(start);
  return (
    typeof date === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(date) &&
    length >= dayLengths.least &&
    length <= dayLengths.most &&
    [queues, channels].every((count) => Number(count) >= 0 && Number(count) <= mostPlaces)
  );
}

/** Whether this is a stretch of quarters that are still to be collected. */
export function isStretch(stretch: unknown): stretch is HistoryState['missing'][number] {
  if (!Array.isArray(stretch) || stretch.length !== 2 || !stretch.every(Number.isSafeInteger)) return false;
  const [first, last] = stretch as [number, number];
  return first > 0 && first <= last && last - first < longestStretch;
}

/** Whether TaskRouter tells the same of a window an hour later as dashboards showed at the time. */
export interface HistoryCheck {
  /** How many windows were asked for again, of those with at least 100 tasks. */
  readonly windows: number;
  /** Those that told something else, the newest first, ten at the most. */
  readonly differing: readonly HistoryDifference[];
  /** Those that are still to be asked for, the oldest first. */
  readonly pending: readonly ShownWindow[];
}

/** What a live collection showed. */
export interface ShownWindow {
  /** Start of the day, and until when: milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  /** By the names in `checkedFields`, in their order. */
  readonly shown: readonly number[];
}

export interface HistoryDifference {
  /** End of the window, and when it was asked for again: ISO 8601. */
  readonly end: string;
  readonly asked: string;
  readonly field: (typeof checkedFields)[number];
  readonly shown: number;
  readonly later: number;
}

export const checkedFields = [
  'tasks_created',
  'tasks_completed',
  'tasks_canceled',
  'reservations_accepted',
] as const;

/** Unique name of the document that holds the `HistoryState`. */
export const historyStateName = (dataDocument: string): string => `${dataDocument}-history`;

/**
 * @param row 0 is the first of its day
 * @param place of the queue or channel among all, 0 for the first
 */
export function historyDocumentName(
  dataDocument: string,
  date: string,
  kind: HistoryKind,
  row: number,
  place: number,
): string {
  const { rows, series } = historyKinds[kind];
  const [block, part] = [Math.floor(row / rows), Math.floor(place / series)];
  return `${historyStateName(dataDocument)}-${date}-${kind}-${block}-${part}`;
}

/** Names of the documents of one kind that may hold rows of a day, from one row to another, both inclusive. */
export function historyDocumentNames(
  dataDocument: string,
  day: HistoryDay,
  kind: HistoryKind,
  firstRow = 0,
  lastRow = lastRowOf(day, kind),
): readonly string[] {
  const { rows, series } = historyKinds[kind];
  const places = kind.startsWith('queue') ? day.queues : kind.startsWith('channel') ? day.channels : 1;
  const names: string[] = [];
  for (let block = Math.floor(firstRow / rows); block * rows <= lastRow; block += 1) {
    for (let part = 0; part * series < places; part += 1)
      names.push(historyDocumentName(dataDocument, day.date, kind, block * rows, part * series));
  }
  return names;
}

/** Whether a document may be one of ours by its name: the state or any other. */
export function isHistoryName(dataDocument: string, name: string): boolean {
  const state = historyStateName(dataDocument);
  return (
    name.startsWith(state) &&
    /^(-\d{4}-\d\d-\d\d-(workspace|channels|queues|(workspace|channel|queue)-gauges)-\d{1,3}-\d{1,2})?$/.test(
      name.slice(state.length),
    )
  );
}

/** The end of the quarter-hour or minute that a row tells of, in milliseconds; the last one of a day ends with it. */
export function endOfRow(
  day: { readonly start: number; readonly until: number },
  kind: HistoryKind,
  row: number,
) {
  const { every } = historyKinds[kind];
  return Math.min(day.until * 1000, (Math.floor((day.start * 1000) / every) + row + 1) * every);
}

/** The row that tells of a moment: for cumulative kinds, that of the quarter-hour it lies in or ends. */
export function rowAt(day: { readonly start: number }, kind: HistoryKind, time: number): number {
  const { every } = historyKinds[kind];
  return Math.ceil(time / every) - Math.floor((day.start * 1000) / every) - 1;
}

const lastRowOf = (day: HistoryDay, kind: HistoryKind): number => rowAt(day, kind, day.until * 1000);

/** What dashboard data of the past has. What it lacks, `fieldsNotKept` names. */
export interface PastData {
  readonly version: 1;
  /** End of the quarter-hour or minute: ISO 8601. */
  readonly collected_at: string;
  readonly day: DashboardDay;
  readonly workspace_statistics: {
    /** Missing where no collection happened in that minute. */
    readonly realtime?: Omit<
      WorkspaceRealtimeStatistics,
      'longest_task_waiting_sid' | 'tasks_by_priority' | 'activity_statistics'
    > & {
      readonly activity_statistics: readonly { readonly friendly_name: string; readonly workers: number }[];
    };
    /** Missing where that quarter-hour is not collected yet, and at minutes that end none. */
    readonly cumulative?: WorkspaceCumulativeStatistics;
  };
  readonly queues?: readonly PastQueue[];
  readonly channels?: Readonly<Record<string, PastChannel>>;
}

export type PastQueue = Pick<QueueStatistics, 'sid' | 'friendly_name'> & {
  readonly realtime?: Partial<QueueStatistics['realtime']>;
  readonly cumulative?: QueueStatistics['cumulative'];
};

export interface PastChannel {
  readonly realtime?: Partial<ChannelStatistics['realtime']>;
  readonly cumulative?: ChannelStatistics['cumulative'];
}

/** What dashboard data has and its past does not; `*` is any queue or channel. */
export const fieldsNotKept: readonly string[] = [
  'collection',
  'lease',
  'completeness',
  'notices',
  'workspace_statistics.realtime.longest_task_waiting_sid',
  'workspace_statistics.realtime.tasks_by_priority',
  'workspace_statistics.realtime.activity_statistics.*.sid',
  ...['queues.*', 'channels.*'].flatMap((each) => [
    `${each}.realtime.longest_task_waiting_sid`,
    `${each}.realtime.longest_relative_task_sid_in_queue`,
    `${each}.realtime.tasks_by_priority`,
    `${each}.realtime.activity_statistics`,
  ]),
];

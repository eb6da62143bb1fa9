import {
  historyDocumentName,
  historyKinds,
  historyStateName,
  quarterMs,
  rowAt,
  type HistoryDay,
  type HistoryKind,
  type HistoryState,
} from '../schema/history';
import { encodeHistory, type Half, type HistoryRow, type HistoryRows } from '../schema/historyRows';

/** What was at the end of a row, by series; `week` is 0 for today and 1 for the same weekday before. Undefined makes a gap. */
export type AskRow = (week: number, row: number) => Readonly<Record<string, Half>> | undefined;

export interface HistoryParts {
  /** When today began, and how far it has come: milliseconds since 1970. */
  readonly start: number;
  readonly now: number;
  readonly timeZone?: string;
  readonly startsAt?: string;
  readonly dataDocument?: string;
  /** @default [0, 1, 2, 3, 4] */
  readonly weeks?: readonly number[];
  /** When a day began and ended, in milliseconds since 1970; days of 24 hours unless given. */
  readonly dayOf?: (week: number) => { readonly start: number; readonly end: number };
  readonly rows: Partial<Readonly<Record<HistoryKind, AskRow>>>;
  /** Wait splits of totals, names of activities of the samples of the workspace. */
  readonly labels?: Partial<Readonly<Record<HistoryKind, readonly string[]>>>;
  readonly state?: Partial<HistoryState>;
}

const day = 86_400;

/** The documents of the past, by name, as the Function would have written them. The workspace is the series of the name ''. */
export function aHistory({
  start,
  now,
  timeZone = 'UTC',
  startsAt = '06:00',
  dataDocument = 'dashboard-data',
  weeks = [0, 1, 2, 3, 4],
  dayOf = (week) => {
    const from = start - week * 7 * day * 1000;
    return { start: from, end: from + day * 1000 };
  },
  rows,
  labels = {},
  state,
}: HistoryParts): ReadonlyMap<string, unknown> {
  const days = weeks.map((week): HistoryDay => {
    const { start: from, end } = dayOf(week);
    const date = new Date(from).toISOString().slice(0, 10);
    return { date, start: from / 1000, until: end / 1000, queues: 25, channels: 15 };
  });
  const documents = new Map<string, unknown>();
  const kinds = Object.entries(rows) as [HistoryKind, AskRow][];
  days.forEach((ofDay, index) => {
    for (const [kind, ask] of kinds) {
      const last = rowAt(ofDay, kind, Math.min(now, ofDay.until * 1000)) - (weeks[index] === 0 ? 1 : 0);
      const common = {
        kind,
        day: { start: isoSeconds(ofDay.start), time_zone: timeZone, starts_at: startsAt },
        until: isoSeconds(ofDay.until),
        labels: labels[kind] ?? [],
      };
      for (let first = 0; first <= last; first += historyKinds[kind].rows) {
        const found = new Map<number, HistoryRow>();
        for (let row = first; row <= Math.min(last, first + historyKinds[kind].rows - 1); row += 1) {
          const halves = ask(weeks[index] ?? 0, row);
          if (halves) found.set(row, rowOf(halves));
        }
        const content: HistoryRows = { ...common, rows: found };
        if (found.size > 0)
          documents.set(
            historyDocumentName(dataDocument, ofDay.date, kind, first, 0),
            encodeHistory(content),
          );
      }
    }
  });
  const whole: HistoryState = {
    version: 1,
    since: new Date(start - 30 * day * 1000).toISOString(),
    time_zone: timeZone,
    starts_at: startsAt,
    upTo: Math.floor(now / quarterMs),
    missing: [],
    asked: 0,
    days,
    check: { windows: 0, differing: [], pending: [] },
    ...state,
  };
  return documents.set(historyStateName(dataDocument), whole);
}

const isoSeconds = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

const rowOf = (halves: Readonly<Record<string, Half>>): HistoryRow =>
  new Map(Object.entries(halves).map(([key, half]) => [key, { name: key, half }]));

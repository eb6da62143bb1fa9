import {
  endOfRow,
  historyDocumentNames,
  historyKinds,
  quarterMs,
  rowAt,
  type HistoryDay,
  type HistoryKind,
  type HistoryState,
} from '../../schema/history';

/** The days of which trends are made. */
export interface WantedDays {
  readonly today: HistoryDay;
  /** The same weekday of the weeks before, the latest first. */
  readonly before: readonly HistoryDay[];
}

const week = 7 * 86_400;
const weeks = [1, 2, 3, 4];
/** Clocks are put forward and back between two weeks. Seconds. */
const clockChange = 2 * 3600;

/** @returns undefined where nothing is known of today nor of yesterday */
export function wantedDays({ days }: HistoryState, now: number): WantedDays | undefined {
  const [latest] = days;
  const today =
    days.find(({ start, until }) => start * 1000 <= now && now < until * 1000) ?? justBegun(latest, now);
  if (!today) return undefined;
  const before = weeks.flatMap(
    (count) => days.find(({ start }) => Math.abs(today.start - count * week - start) <= clockChange) ?? [],
  );
  return { today, before };
}

/** A day that has no documents yet. */
function justBegun(latest: HistoryDay | undefined, now: number): HistoryDay | undefined {
  if (!latest || now < latest.until * 1000 || now >= (latest.until + 86_400) * 1000) return undefined;
  return { date: '', start: latest.until, until: latest.until + 86_400, queues: 0, channels: 0 };
}

export interface WantedDocument {
  readonly name: string;
  readonly kind: HistoryKind;
  readonly day: HistoryDay;
  /** Its rows, the first and the last that it can have. */
  readonly rows: readonly [number, number];
}

/** The documents of one kind that a day has until now, in the order of time. */
export function documentsOfDay(
  dataDocument: string,
  day: HistoryDay,
  kind: HistoryKind,
  now: number,
): readonly WantedDocument[] {
  if (day.date === '') return [];
  const { rows } = historyKinds[kind];
  const last = rowAt(day, kind, Math.min(now, day.until * 1000));
  const blocks = Array.from({ length: Math.floor(last / rows) + 1 }, (_, block) => block * rows);
  return blocks.flatMap((first) =>
    historyDocumentNames(dataDocument, day, kind, first, first).map((name) => ({
      name,
      kind,
      day,
      rows: [first, first + rows - 1] as const,
    })),
  );
}

/** So long after its last row a document may still get rows: milliseconds. */
const settlesIn = 2 * 3_600_000;

/** Whether a document will never change again, so that it has to be read only once. */
export const isFinal = (document: WantedDocument, state: HistoryState, now: number): boolean =>
  endOfRow(document.day, document.kind, document.rows[1]) + settlesIn <= now && !isMissingIn(document, state);

/** Whether quarter-hours of a document are still to be collected. */
export function isMissingIn(
  { day, kind, rows: [first, last] }: WantedDocument,
  state: HistoryState,
): boolean {
  const [from, to] = [endOfRow(day, kind, first) / quarterMs, endOfRow(day, kind, last) / quarterMs];
  return state.missing.some(([start, until]) => start <= to && from <= until);
}

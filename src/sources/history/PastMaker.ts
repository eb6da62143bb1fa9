import {
  endOfRow,
  historyKinds,
  minuteMs,
  quarterMs,
  rowAt,
  type HistoryDay,
  type HistoryKind,
  type HistoryState,
  type PastData,
} from '../../schema/history';
import { decodeHistory, type HistoryRows } from '../../schema/historyRows';
import { pastDay, type PastDay as DecodedDay } from '../../schema/pastData';
import type { Past, PastDay, PastState } from '../../model/series/Past';
import type { WantedDays, WantedDocument } from './wantedDocuments';

/** What was read of a document; undefined where there is none. */
export type ReadDocument = WantedDocument & { readonly value: unknown };

/** So many documents are held decoded, the latest used last: those of one quarter-hour, even of 200 queues, and some more. */
const mostDecoded = 64;
/** A difference that was found is shown for so long: milliseconds. */
const distrustFor = 86_400_000;

interface KnownState extends PastState {
  /** The documents that it is made of. */
  readonly from: readonly unknown[];
}

/** Makes the past of documents. What is made of the same documents stays the same object, so that nothing is evaluated twice. */
export class PastMaker {
  private readonly known = new Map<number, KnownState>();
  private readonly quarters = new WeakMap<ReadDocument, readonly number[]>();
  private readonly decoded = new Map<unknown, HistoryRows | undefined>();

  make(state: HistoryState, days: WantedDays, documents: readonly ReadDocument[], now: number): Past {
    const dayOf = (day: HistoryDay): PastDay => ({
      start: day.start * 1000,
      end: day.until * 1000,
      states: this.statesOf(
        day,
        documents.filter((document) => document.day.date === day.date && document.value !== undefined),
      ),
    });
    const missing = state.missing.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    return {
      today: dayOf(days.today),
      before: days.before.map(dayOf).filter(({ states }) => states.length > 0),
      interval: quarterMs,
      timeZone: state.time_zone,
      since: Date.parse(state.since),
      filling: missing > 0 ? { done: Math.max(0, state.asked - missing), all: state.asked } : undefined,
      isDistrusted: state.check.differing.some(({ asked }) => now - Date.parse(asked) < distrustFor),
    };
  }

  private statesOf(day: HistoryDay, documents: readonly ReadDocument[]): readonly PastState[] {
    const within = new Map<number, ReadDocument[]>();
    for (const document of documents)
      for (const quarter of this.quartersOf(document)) {
        const others = within.get(quarter);
        if (others) others.push(document);
        else within.set(quarter, [document]);
      }
    return [...within.keys()]
      .sort((a, b) => a - b)
      .map((quarter) => this.stateOf(day, quarter, within.get(quarter) ?? []));
  }

  private stateOf(day: HistoryDay, quarter: number, documents: readonly ReadDocument[]): PastState {
    const at = endOfRow(day, 'workspace', quarter);
    const known = this.known.get(at);
    if (known && isSame(known.from, documents)) return known;
    const start = quarter === 0 ? day.start * 1000 : endOfRow(day, 'workspace', quarter - 1);
    const made: KnownState = { at, from: documents, read: () => this.read(documents, start, at) };
    this.known.set(at, made);
    return made;
  }

  /** The quarter-hours of which a document has something, by their rows. */
  private quartersOf(document: ReadDocument): readonly number[] {
    const known = this.quarters.get(document);
    if (known) return known;
    const { day, kind, value } = document;
    const { at } = (value ?? {}) as { readonly at?: unknown };
    const rows: readonly unknown[] = Array.isArray(at) ? at : [];
    const found = rows.flatMap((row) =>
      typeof row === 'number' ? rowAt(day, 'workspace', endOfRow(day, kind, row)) : [],
    );
    const quarters = [...new Set(found)];
    this.quarters.set(document, quarters);
    return quarters;
  }

  private read(documents: readonly ReadDocument[], start: number, at: number): unknown {
    const parts = documents.flatMap(({ day, kind, value }): HistoryRows | readonly [] => {
      const decoded = this.decode(value);
      if (!decoded) return [];
      const rows = rowsBetween(day, kind, start, at).flatMap((row) => {
        const found = decoded.rows.get(row);
        return found ? [[row, found] as const] : [];
      });
      return { ...decoded, rows: new Map(rows) };
    });
    const day = pastDay(parts);
    return day ? dataAt(day, at) : {};
  }

  private decode(value: unknown): HistoryRows | undefined {
    const known = this.decoded.has(value) ? this.decoded.get(value) : decodeHistory(value);
    this.decoded.delete(value);
    this.decoded.set(value, known);
    const [oldest] = this.decoded.keys();
    if (this.decoded.size > mostDecoded) this.decoded.delete(oldest);
    return known;
  }
}

const isSame = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.length === others.length && some.every((value, index) => value === others[index]);

/** The rows of a kind that end after one moment, and no later than another. */
function rowsBetween(day: HistoryDay, kind: HistoryKind, after: number, until: number): readonly number[] {
  const last = rowAt(day, kind, until);
  if (historyKinds[kind].every === quarterMs) return [last];
  const first = rowAt(day, kind, after + minuteMs);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** @param day the rows of one quarter-hour @returns the totals of its end, with the last "now" figures that were sampled within it */
function dataAt(day: DecodedDay, at: number): PastData {
  const totals = day.at(at);
  // Queues are sampled less often than the workspace: each part has a last sample of its own.
  const samples = [...day.minutes].reverse().map((minute) => day.at(minute));
  const realtime = samples.find((each) => each.workspace_statistics.realtime)?.workspace_statistics.realtime;
  const sampledQueues = samples.find((each) => each.queues?.some((queue) => queue.realtime))?.queues ?? [];
  const sampledChannels =
    samples.find((each) => Object.values(each.channels ?? {}).some((channel) => channel.realtime))
      ?.channels ?? {};
  if (!realtime && sampledQueues.length === 0 && Object.keys(sampledChannels).length === 0) return totals;
  const queues = new Map([...sampledQueues, ...(totals.queues ?? [])].map((queue) => [queue.sid, queue]));
  const channels = new Set([...Object.keys(sampledChannels), ...Object.keys(totals.channels ?? {})]);
  const samplesOf = new Map(sampledQueues.map((queue) => [queue.sid, queue.realtime]));
  return {
    ...totals,
    workspace_statistics: { ...totals.workspace_statistics, ...(realtime && { realtime }) },
    ...(queues.size > 0 && {
      queues: [...queues.values()]
        .map((queue) => ({ ...queue, ...realtimeOf(samplesOf.get(queue.sid)) }))
        .sort((a, b) => (a.friendly_name < b.friendly_name ? -1 : 1)),
    }),
    ...(channels.size > 0 && {
      channels: Object.fromEntries(
        [...channels].map((name) => [
          name,
          { ...totals.channels?.[name], ...realtimeOf(sampledChannels[name]?.realtime) },
        ]),
      ),
    }),
  };
}

const realtimeOf = <Realtime>(realtime: Realtime | undefined): { readonly realtime?: Realtime } =>
  realtime === undefined ? {} : { realtime };

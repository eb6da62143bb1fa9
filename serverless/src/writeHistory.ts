import { mostBytes } from '../../src/schema/defaults';
import {
  historyDocumentName,
  historyKinds,
  mostHistorySplits,
  type HistoryKind,
} from '../../src/schema/history';
import {
  decodeHistory,
  encodeHistory,
  mergeRows,
  type Half,
  type HistoryRows,
} from '../../src/schema/historyRows';
import { CollectorError } from './CollectorError';
import type { ConditionalDocument } from './ConditionalDocument';
import type { Day, DaySettings } from './historyDays';
import { inParallel } from './inParallel';

/** One series of one row: the workspace has an empty key. */
export interface HistoryEntry {
  readonly key: string;
  readonly name: string;
  readonly half: Half;
}

/** What one row of a kind says, by the places of the series. */
export interface CollectedRow {
  readonly kind: HistoryKind;
  readonly day: Day;
  readonly row: number;
  readonly entries: readonly HistoryEntry[];
}

export interface HistoryPlace {
  readonly dataDocument: string;
  readonly settings: DaySettings;
  /** Wait splits, in seconds. */
  readonly waitSplits: string;
  /** The document of that name, which expires as documents of the past do. */
  document(name: string): ConditionalDocument;
}

/** How often to try when another invocation writes at the same time. */
const maximumRounds = 5;

/**
 * Writes rows into their documents. A row that is there already stays, so nothing is replaced by less, however often and in
 * whatever order this is done.
 * @throws CollectorError
 */
export async function writeHistory(place: HistoryPlace, collected: readonly CollectedRow[]): Promise<void> {
  const documents = new Map<string, HistoryRows>();
  for (const { kind, day, row, entries } of collected) {
    const { series } = historyKinds[kind];
    for (let part = 0; part === 0 || part * series < entries.length; part += 1) {
      const own = entries.slice(part * series, (part + 1) * series);
      const name = historyDocumentName(place.dataDocument, day.date, kind, row, part * series);
      const rows = rowsOf(place, kind, day, row, own);
      const others = documents.get(name);
      documents.set(name, others ? mergeRows(others, rows) : rows);
    }
  }
  await inParallel([...documents], ([name, rows]) => writeDocument(place.document(name), rows), 5);
}

/** Whether the document that this row belongs to has it. */
export async function hasRow(
  place: HistoryPlace,
  kind: HistoryKind,
  day: Day,
  row: number,
): Promise<boolean> {
  const name = historyDocumentName(place.dataDocument, day.date, kind, row, 0);
  const stored = decodeHistory((await place.document(name).read())?.data);
  return stored !== undefined && Date.parse(stored.day.start) === day.start * 1000 && stored.rows.has(row);
}

function rowsOf(
  { settings, waitSplits }: HistoryPlace,
  kind: HistoryKind,
  day: Day,
  row: number,
  entries: readonly HistoryEntry[],
): HistoryRows {
  const isGauges = kind.endsWith('gauges');
  const activities = entries.flatMap(({ half }) =>
    ((half.activity_statistics as readonly { readonly friendly_name: string }[] | undefined) ?? []).map(
      ({ friendly_name }) => friendly_name,
    ),
  );
  return {
    kind,
    day: {
      start: seconds(day.start),
      time_zone: settings.timeZone,
      starts_at: settings.dayStart,
    },
    until: seconds(day.until),
    labels: isGauges
      ? kind === 'workspace-gauges'
        ? [...new Set(activities)].sort()
        : []
      : waitSplits.split(',').slice(0, mostHistorySplits),
    rows: new Map([[row, new Map(entries.map(({ key, ...entry }) => [key, entry]))]]),
  };
}

async function writeDocument(document: ConditionalDocument, rows: HistoryRows): Promise<void> {
  for (let round = 0; round < maximumRounds; round += 1) {
    const stored = await document.read();
    const kept = decodeHistory(stored?.data);
    const isOfDay =
      kept?.kind === rows.kind && kept.day.start === rows.day.start && kept.until === rows.until;
    if (kept && isOfDay && hasAll(kept, rows)) return;
    const data = encodeHistory(kept && isOfDay ? mergeRows(kept, rows) : rows);
    refuseTooLarge(document.name, data);
    if (await document.write(data, stored)) return;
  }
  throw new CollectorError(
    503,
    'document-contended',
    `Other invocations kept changing the document ${document.name} first. A later collection writes it again.`,
  );
}

/** Whether every row is there, with every series. */
const hasAll = (kept: HistoryRows, rows: HistoryRows): boolean =>
  [...rows.rows].every(([row, series]) => {
    const known = kept.rows.get(row);
    return known !== undefined && [...series.keys()].every((key) => known.has(key));
  });

function refuseTooLarge(name: string, data: object): void {
  const bytes = Buffer.byteLength(JSON.stringify(data));
  if (bytes <= mostBytes) return;
  throw new CollectorError(
    500,
    'history-too-large',
    `The past for ${name} takes ${bytes} bytes, more than the ${mostBytes} that a Sync document holds. Delete unused activities, or ask for fewer DASHBOARD_WAIT_SPLITS.`,
  );
}

const seconds = (time: number): string => new Date(time * 1000).toISOString().replace(/\.\d+Z$/, 'Z');

import { mostBytes } from '../../src/schema/defaults';
import type {
  DashboardNotice,
  PartEntry,
  QueueCompleteness,
  StoredDashboardData,
} from '../../src/schema/dashboardData';
import {
  isOfOneLife,
  isSuperseded,
  numberIn,
  type CollectionNumber,
  type ReadLease,
} from './collectionNumber';
import type { Collected } from './collectStatistics';
import type { ConditionalDocument } from './ConditionalDocument';
import type { PartContent } from './fitPart';
import { inParallel } from './inParallel';
import { hashOf, partName, unknownEntry, writePart, type PartKind } from './partDocuments';
import type { TimeBudget } from './TimeBudget';
import { refuseTooLarge, writeDashboardData } from './writeDashboardData';

/** Where a collection is written to. */
export interface CollectionDocuments {
  readonly data: ConditionalDocument;
  /** The document of that name. */
  part(name: string): ConditionalDocument;
  readonly readLease: ReadLease;
}

/** What an entry takes in the data document, at the most: `[9007199254740991,"12345678","ffffffff"],`. */
const entryBytes = 42;

/** The notices that this file may add, and the names of the lists. */
const moreBytes = 800;

/** What the data document needs of the time that is left: milliseconds for another request. */
const dataMs = 500;

type Entries = readonly PartEntry[];

/**
 * Writes the part documents that changed and then the data document, which lists them all; none over a newer one.
 *
 * What stands in a part document is known from the list, without reading it, as long as each collection follows upon the
 * one before it. When a number is missing in between, its owner was killed, or still writes: then every part is
 * written, so that it holds what it should and a number that keeps the straggler off. docs/decisions/0005-queue-documents.md
 *
 * @throws CollectorError when the data document cannot be written
 */
export async function writeCollection(
  documents: CollectionDocuments,
  collected: Collected,
  number: Omit<CollectionNumber, 'collected_at'>,
  time: TimeBudget,
): Promise<'written' | 'superseded'> {
  const { data: document, readLease } = documents;
  const ours = { ...number, collected_at: collected.data.collected_at };
  refuseTooLarge(document.name, { ...collected.data, ...ours });
  const stored = await document.read();
  const before = numberIn(stored?.data);
  if (await isSuperseded(before, ours, readLease)) return 'superseded';

  const follows = before.collection === ours.collection - 1 && isOfOneLife(before, ours);
  const known = (entries: Entries): Entries => (follows ? entries : entries.map(unknownEntry));
  const listed = listedIn(stored?.data);
  const { data } = collected;
  const room = mostBytes - Buffer.byteLength(JSON.stringify({ ...data, ...ours })) - moreBytes;
  const write = (kind: PartKind, contents: readonly PartContent[] | undefined, entries: Entries) =>
    writeParts({ ...documents, dataDocument: document.name, ours, time }, kind, contents, known(entries));

  const channels = await write('channel', collected.channels, listed.channels);
  const places = Math.max(0, Math.floor(room / entryBytes) - channels.entries.length);
  const left = Math.max(0, (collected.queues?.length ?? 0) - places);
  const queues = await write('queue', collected.queues?.slice(0, places), listed.queues);
  const notices = [
    ...(data.notices ?? []),
    ...(left > 0 ? [noRoomNotice(left)] : []),
    ...lateNotice(channels.late + queues.late),
  ];
  const queueCompleteness = collected.queues
    ? completenessOf(collected.queues.length - left, collected.queuesWanted, queues.late)
    : completenessIn(stored?.data);
  const whole: StoredDashboardData & { collection: number } = {
    ...data,
    ...ours,
    ...(notices.length > 0 && { notices }),
    ...(queueCompleteness && { completeness: { queues: queueCompleteness } }),
    ...(channels.entries.length + queues.entries.length > 0 && {
      documents: {
        ...(channels.entries.length > 0 && { channels: channels.entries }),
        ...(queues.entries.length > 0 && { queues: queues.entries }),
      },
    }),
  };
  return writeDashboardData(document, whole, stored, readLease);
}

/** @returns undefined when it is complete */
function completenessOf(collected: number, wanted = collected, late: number): QueueCompleteness | undefined {
  // A queue that was deleted since it was listed is not missing.
  return collected < wanted || late > 0 ? { collected, of: wanted, ...(late > 0 && { late }) } : undefined;
}

/** Queues that could not be read are those that were collected last, and as complete as they were. */
function completenessIn(data: unknown): QueueCompleteness | undefined {
  const { completeness } = (data ?? {}) as Partial<StoredDashboardData>;
  const { collected, of, late } = Object(Object(completeness).queues) as Partial<QueueCompleteness>;
  const areNumbers = Number.isSafeInteger(collected) && Number.isSafeInteger(of);
  return areNumbers
    ? {
        collected: collected as number,
        of: of as number,
        ...(Number.isSafeInteger(late) && { late: late as number }),
      }
    : undefined;
}

interface PartsPlace extends CollectionDocuments {
  readonly dataDocument: string;
  readonly ours: CollectionNumber;
  readonly time: TimeBudget;
}

/**
 * Writes one kind of parts; empties those that are not needed any more, because deleting knows no condition, and a straggler
 * would delete what somebody else has begun to use again.
 * @param contents undefined leaves all as they are
 * @returns the entries to list, and how many documents were not written although they should have been
 */
async function writeParts(
  { part, readLease, dataDocument, ours, time }: PartsPlace,
  kind: PartKind,
  contents: readonly PartContent[] | undefined,
  listed: Entries,
): Promise<{ readonly entries: Entries; readonly late: number }> {
  if (!contents) return { entries: listed, late: 0 };
  let late = 0;
  // Who has found a newer number is overtaken by somebody who writes every part: what is left is left to that one.
  let isOvertaken = false;
  const writeOne = async (index: number): Promise<PartEntry> => {
    const entry = listed[index];
    const content = contents[index] ?? {};
    const document = part(partName(dataDocument, kind, index + 1));
    if (isOvertaken) return unknownEntry(entry);
    try {
      if (time.left() > dataMs) {
        const written = await writePart(document, content, ours, entry, readLease);
        isOvertaken = isOvertaken || written[0] > ours.collection;
        return written;
      }
      late += 1;
      return entry ?? unknownEntry(entry);
    } catch {
      late += 1;
      return unknownEntry(entry);
    }
  };

  const entries: PartEntry[] = [];
  const places = Array.from({ length: Math.max(contents.length, listed.length) }, (_, index) => index);
  // The oldest first, so that a Function that never has time for all of them leaves others behind each time.
  places.sort((a, b) => (listed[a]?.[0] ?? 0) - (listed[b]?.[0] ?? 0));
  await inParallel(places, async (index) => {
    entries[index] = await writeOne(index);
  });

  // A place that is not needed any more stays in the list until its document is empty.
  const surplus = entries.slice(contents.length).map(([, hash]) => hash !== emptyHash);
  const listedOn = contents.length + surplus.lastIndexOf(true) + 1;
  return { entries: entries.slice(0, listedOn), late };
}

const emptyHash = hashOf({});

/** What the data document lists; whatever is no list counts as none, because anybody in Flex can write any document. */
function listedIn(data: unknown): { readonly queues: Entries; readonly channels: Entries } {
  const { documents } = (data ?? {}) as Partial<StoredDashboardData>;
  const entriesOf = (list: unknown): Entries =>
    Array.isArray(list)
      ? list.slice(0, mostPlaces).map((entry) => (isEntry(entry) ? entry : unknownEntry(undefined)))
      : [];
  return { queues: entriesOf(documents?.queues), channels: entriesOf(documents?.channels) };
}

/** Longer lists do not fit into a document. */
const mostPlaces = Math.floor(mostBytes / '[0,"",""],'.length);

const isEntry = (entry: unknown): entry is PartEntry =>
  Array.isArray(entry) &&
  Number.isSafeInteger(entry[0]) &&
  typeof entry[1] === 'string' &&
  typeof entry[2] === 'string';

const noRoomNotice = (left: number): DashboardNotice => ({
  code: 'queues-no-room',
  text: `${left} queues are left out, the newest, because the list of all does not fit into the data document. Lower DASHBOARD_QUEUES_MAX, delete unused activities, or ask for fewer DASHBOARD_WAIT_SPLITS.`,
});

const lateNotice = (late: number): readonly DashboardNotice[] =>
  late === 0
    ? []
    : [
        {
          code: 'parts-late',
          text: `${late} documents of queues or channels could not be written in time, and hold numbers of an earlier collection. The next event tries again.`,
        },
      ];

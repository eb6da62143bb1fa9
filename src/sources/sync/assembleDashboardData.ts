import type {
  ChannelStatistics,
  PartDocument,
  PartEntry,
  QueueStatistics,
  StoredDashboardData,
} from '../../schema/dashboardData';

/** What the data document says about one part document. */
export interface ListedPart {
  /** Unique name. The Function has the same rule. */
  readonly name: string;
  /** Number of the collection that it came from. */
  readonly collection: number;
}

/** The part documents that a data document lists. Whatever is no list counts as none: anybody in Flex can write it. */
export function listedParts(dataDocument: string, value: unknown): readonly ListedPart[] {
  const { documents } = (value ?? {}) as Partial<StoredDashboardData>;
  const namesOf = (kind: string, entries: readonly PartEntry[] | undefined): readonly ListedPart[] =>
    Array.isArray(entries)
      ? entries.map((entry: unknown, index) => ({
          name: `${dataDocument}-${kind}-${index + 1}`,
          collection: Array.isArray(entry) && typeof entry[0] === 'number' ? entry[0] : 0,
        }))
      : [];
  const all = [...namesOf('queue', documents?.queues), ...namesOf('channel', documents?.channels)];
  return all.slice(0, mostParts);
}

/** 200 queues and 15 channels are the most that the Function collects. */
const mostParts = 215;

/** Number of the collection that a document came from; 0 when it does not say. */
export function collectionOf(value: unknown): number {
  const { collection } = (value ?? {}) as Partial<PartDocument>;
  return typeof collection === 'number' ? collection : 0;
}

/**
 * The data as formulas see it: the data document with `queues` and `channels` in place of the list of documents.
 * Objects that lie in Sync are handed on as they are, so what did not change stays the same object.
 */
export function assembleDashboardData(value: object, parts: readonly unknown[]): object {
  const { documents } = value as Partial<StoredDashboardData>;
  if (!isRecord(documents)) return value;
  // Not by rest or spread alone, which old browsers are given as assignments: a field may be called __proto__.
  const data = Object.fromEntries(Object.entries(value).filter(([field]) => field !== 'documents'));
  const queues = new Map<string, PartDocument & { readonly queue: QueueStatistics }>();
  const channels: Record<string, ChannelStatistics> = {};
  for (const part of parts as readonly (Partial<PartDocument> | undefined)[]) {
    const { queue, channel } = part ?? {};
    // While queues move to other documents, because one was deleted, a queue may stand in two: the newer one counts.
    if (isQueue(queue) && collectionOf(part) >= collectionOf(queues.get(queue.sid))) {
      queues.set(queue.sid, { collection: collectionOf(part), queue });
    }
    // Defined, not assigned: a channel may be called __proto__.
    if (isChannel(channel))
      Object.defineProperty(channels, channel.unique_name, { value: channel, enumerable: true });
  }
  return {
    ...data,
    ...(documents.queues && { queues: [...queues.values()].map(({ queue }) => queue).sort(byName) }),
    ...(documents.channels && { channels }),
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Anybody in Flex can write these documents: a queue without a name to sort it by is none. */
const isQueue = (value: unknown): value is QueueStatistics =>
  isRecord(value) && typeof value.sid === 'string' && typeof value.friendly_name === 'string';

const isChannel = (value: unknown): value is PartChannel =>
  isRecord(value) && typeof value.unique_name === 'string';

type PartChannel = NonNullable<PartDocument['channel']>;

/** By name, as code units and not as a language sorts them, so that all browsers agree; then by SID. */
const byName = (a: QueueStatistics, b: QueueStatistics): number =>
  compare(a.friendly_name, b.friendly_name) || compare(a.sid, b.sid);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

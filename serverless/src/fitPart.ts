import { mostPartBytes } from '../../src/schema/defaults';
import type { DashboardNotice, PartDocument } from '../../src/schema/dashboardData';
import { firstOf } from './selectQueues';

/** What a part document holds beside its number; nothing in one that is not needed any more. */
export type PartContent = Omit<PartDocument, 'collection' | 'lease' | 'collected_at'>;

/** Room for `{"collection":9007199254740991,"lease":"123456789012","collected_at":"2026-11-22T11:42:15.678Z",` in place of `{`. */
const numberBytes = 96;

export interface FittedPart {
  readonly content: PartContent;
  /** The name of a queue or channel from which something was left out. */
  readonly shortened?: string;
}

/**
 * Leaves out what makes a queue or channel larger than a part document may be: how many workers are in each activity, which
 * is most of it where there are dozens of activities, and then the waiting times, of which DASHBOARD_WAIT_SPLITS may ask for many.
 */
export function fitPart(content: PartContent): FittedPart {
  if (fits(content)) return { content };
  const shortened = content.queue?.friendly_name ?? content.channel?.unique_name ?? '';
  const without = withoutActivities(content);
  return { content: fits(without) ? without : withoutSplits(without), shortened };
}

/** What to tell of parts that were shortened. */
export function shortenedNotice(parts: readonly FittedPart[]): readonly DashboardNotice[] {
  const names = parts.flatMap(({ shortened }) => shortened ?? []);
  return names.length === 0
    ? []
    : [
        {
          code: 'parts-shortened',
          text: `activity_statistics, and where that is not enough split_by_wait_time, are left out of ${firstOf(names)}, which would not fit into a document. Delete unused activities, or ask for fewer DASHBOARD_WAIT_SPLITS.`,
        },
      ];
}

const fits = (content: PartContent): boolean =>
  Buffer.byteLength(JSON.stringify(content)) + numberBytes <= mostPartBytes;

function withoutActivities({ queue, channel }: PartContent): PartContent {
  const less = <T extends { readonly realtime: object }>(statistics: T): T => {
    const realtime: { activity_statistics?: unknown } = { ...statistics.realtime };
    delete realtime.activity_statistics;
    return { ...statistics, realtime };
  };
  return { ...(queue && { queue: less(queue) }), ...(channel && { channel: less(channel) }) };
}

function withoutSplits({ queue, channel }: PartContent): PartContent {
  const less = <T extends { readonly cumulative: object }>(statistics: T): T => ({
    ...statistics,
    cumulative: { ...statistics.cumulative, split_by_wait_time: null },
  });
  return { ...(queue && { queue: less(queue) }), ...(channel && { channel: less(channel) }) };
}

import { isRecord } from '../metric/fieldChecks';
import type { Needs } from './needsOf';

/**
 * The data of a moment for a metric that needs this of it; undefined where something was not collected at that moment, which is a gap:
 * `waiting()` would count 0 there. A queue or channel that was not collected is left out.
 */
export function wholeFor({ kinds, readsGauges, readsTotals, isUnclear }: Needs, data: unknown): unknown {
  if (!isRecord(data) || isUnclear) return data;
  const isThere = (statistics: unknown): boolean =>
    isRecord(statistics) &&
    (!readsGauges || statistics.realtime !== undefined) &&
    (!readsTotals || statistics.cumulative !== undefined);
  const readsQueues = kinds.some((kind) => kind.startsWith('queue'));
  const readsChannels = kinds.some((kind) => kind.startsWith('channel'));
  if (!isThere(data.workspace_statistics)) return undefined;
  const { queues, channels } = data;
  const all = readsQueues && Array.isArray(queues) ? queues : [];
  const named = readsChannels && isRecord(channels) ? Object.entries(channels) : [];
  const queuesThere = all.filter(isThere);
  const channelsThere = named.filter(([, statistics]) => isThere(statistics));
  if ((all.length > 0 && queuesThere.length === 0) || (named.length > 0 && channelsThere.length === 0))
    return undefined;
  // As a rule everything is there, and one object serves all metrics.
  if (queuesThere.length === all.length && channelsThere.length === named.length) return data;
  return {
    ...data,
    ...(all.length > 0 && { queues: queuesThere }),
    ...(named.length > 0 && { channels: Object.fromEntries(channelsThere) }),
  };
}

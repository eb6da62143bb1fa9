import type { Twilio } from 'twilio';
import {
  checkedFields,
  historyStateName,
  historyTtlSeconds,
  type ShownWindow,
} from '../../src/schema/history';
import type { Half } from '../../src/schema/historyRows';
import { callTwilio } from './callTwilio';
import type { Collected } from './collectStatistics';
import { collectQueuesOf } from './collectQueues';
import type { Configuration } from './configuration';
import type { QuarterRow } from './historyDays';
import { inParallel } from './inParallel';
import { isWorkspaceStatistics } from './isCombinedStatistics';
import type { HistoryWorld } from './keepHistory';
import { normaliseStatistics } from './normaliseStatistics';
import { syncDocument } from './syncDocument';
import type { TimeBudget } from './TimeBudget';
import { UnusableAnswer } from './TwilioFailure';
import type { CollectedRow, HistoryEntry } from './writeHistory';

/** The past over Twilio's API, for the queues and channels that the live collection has. */
export function openHistoryWorld(
  client: Twilio,
  configuration: Configuration,
  invocation: string,
  live: Collected,
  time: TimeBudget,
): HistoryWorld {
  const { syncServiceSid, dataDocument, workspaceSid, waitSplits, timeZone, dayStart, historyRate } =
    configuration;
  const service = client.sync.v1.services(syncServiceSid);
  const document = (name: string) => syncDocument(service, name, time, historyTtlSeconds);
  const queues = (live.queues ?? []).flatMap(({ queue }) => queue ?? []);
  const channels = (live.channels ?? []).flatMap(({ channel }) => channel?.unique_name ?? []);

  const workspaceOf = (window: { startDate: Date; endDate: Date; taskChannel?: string }): Promise<Half> =>
    callTwilio(
      'Reading the past of the workspace',
      async () => {
        const { realtime, cumulative } = await client.taskrouter.v1
          .workspaces(workspaceSid)
          .statistics()
          .fetch({ ...window, splitByWaitTime: waitSplits });
        const statistics: unknown = normaliseStatistics({ realtime, cumulative });
        if (!isWorkspaceStatistics(statistics)) throw new UnusableAnswer();
        return statistics.cumulative as unknown as Half;
      },
      time,
    );

  return {
    invocation,
    clock: time.clock,
    state: document(historyStateName(dataDocument)),
    place: { dataDocument, settings: { timeZone, dayStart }, waitSplits, document },
    rate: historyRate,
    calls: 1 + (queues.length > 0 ? 1 : 0) + channels.length,

    async collect({ day, row, end }: QuarterRow) {
      const window = { startDate: new Date(day.start * 1000), endDate: new Date(end) };
      const sids = queues.map(({ sid }) => sid);
      const [workspace, ofQueues, ofChannels] = await Promise.all([
        workspaceOf(window),
        sids.length > 0 ? collectQueuesOf(client, configuration, sids, window, time) : undefined,
        inParallel(channels, async (name): Promise<HistoryEntry> => ({
          key: name,
          name,
          half: await workspaceOf({ ...window, taskChannel: name }),
        })),
      ]);
      const entries: readonly Pick<CollectedRow, 'kind' | 'entries'>[] = [
        { kind: 'workspace', entries: [{ key: '', name: '', half: workspace }] },
        {
          kind: 'queues',
          entries: queues.flatMap(({ sid, friendly_name: name }) => {
            const found = ofQueues?.get(sid);
            return found ? [{ key: sid, name, half: found.cumulative as unknown as Half }] : [];
          }),
        },
        { kind: 'channels', entries: ofChannels },
      ];
      return entries
        .filter(({ entries: each }) => each.length > 0)
        .map((each): CollectedRow => ({ ...each, day, row }));
    },

    async count({ start, end }: Pick<ShownWindow, 'start' | 'end'>) {
      const counted = await workspaceOf({ startDate: new Date(start), endDate: new Date(end) });
      return checkedFields.map((field) => Number(counted[field] ?? 0));
    },
  };
}

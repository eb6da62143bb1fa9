import type { Twilio } from 'twilio';
import type { DashboardDay, DashboardNotice, QueueStatistics } from '../../src/schema/dashboardData';
import { callTwilio } from './callTwilio';
import type { Configuration } from './configuration';
import { inParallel } from './inParallel';
import { normaliseStatistics } from './normaliseStatistics';
import { isTaskQueueStatistics, type TaskQueueStatistics } from './isCombinedStatistics';
import { selectQueues } from './selectQueues';
import type { TimeBudget } from './TimeBudget';
import { UnusableAnswer } from './TwilioFailure';
import { withoutWindow } from './withoutWindow';

/** The most that TaskRouter gives in one page: nearly every workspace fits into it. */
const pageSize = 1000;

export interface CollectedQueues {
  readonly queues: readonly QueueStatistics[];
  /** How many queues there are that DASHBOARD_QUEUES asks for, also those that are left out. */
  readonly wanted: number;
  readonly notices: readonly DashboardNotice[];
}

/**
 * Reads the statistics of the chosen queues, in the order of their places: a list of names, and a page of combined
 * statistics for each thousand queues. (In bulk, real-time statistics take a request for each 50 queues, and the cumulative
 * ones still have to be fetched; and a queue would be made up of two moments.)
 *
 * @throws TwilioFailure
 */
export async function collectQueues(
  client: Twilio,
  configuration: Configuration,
  day: DashboardDay,
  time: TimeBudget,
): Promise<CollectedQueues> {
  const { taskQueues } = client.taskrouter.v1.workspaces(configuration.workspaceSid);
  const window = { startDate: new Date(day.start), splitByWaitTime: configuration.waitSplits };

  const readAll = async (): Promise<ReadonlyMap<string, TaskQueueStatistics>> => {
    const all = await taskQueues.statistics.list({ ...window, pageSize });
    return new Map(all.map((each) => [each.taskQueueSid, usable(each)]));
  };
  const readEach = async (
    selected: readonly { readonly sid: string }[],
  ): Promise<ReadonlyMap<string, TaskQueueStatistics>> =>
    new Map(
      await inParallel(
        selected,
        async ({ sid }) => [sid, usable(await taskQueues(sid).statistics().fetch(window))] as const,
      ),
    );

  const ask = <T>(what: string, request: () => Promise<T>): Promise<T> => callTwilio(what, request, time);
  const list = () => ask('Listing the queues', () => taskQueues.list({ pageSize }));
  const all = () => ask('Reading the statistics of the queues', readAll);
  // Side by side, as each may be slow; but a few by name of very many are cheaper one by one.
  const isFew = configuration.queues.every((pattern) => !pattern.includes('*'));
  const [known, soon] = await Promise.all([list(), isFew ? undefined : all()]);
  const { selected, wanted, notices } = selectQueues(known, configuration);
  const isCheaperEach = selected.length <= Math.ceil(known.length / pageSize);
  const statistics =
    soon ??
    (isCheaperEach
      ? await ask('Reading the statistics of the queues', () => readEach(selected))
      : await all());
  return {
    queues: selected.flatMap(({ sid, friendlyName }) => {
      const found = statistics.get(sid);
      // One that was deleted since it was listed has none.
      return found ? [{ sid, friendly_name: friendlyName, ...withoutWindow(found) }] : [];
    }),
    wanted,
    notices,
  };
}

/**
 * Cumulative statistics of these queues over a window that has passed, by their SIDs: all in a page, or each by itself where
 * that is as few calls.
 * @throws TwilioFailure
 */
export async function collectQueuesOf(
  client: Twilio,
  { workspaceSid, waitSplits }: Configuration,
  sids: readonly string[],
  window: { readonly startDate: Date; readonly endDate: Date },
  time: TimeBudget,
): Promise<ReadonlyMap<string, TaskQueueStatistics>> {
  const { taskQueues } = client.taskrouter.v1.workspaces(workspaceSid);
  const asked = { ...window, splitByWaitTime: waitSplits };
  const read = async (): Promise<ReadonlyMap<string, TaskQueueStatistics>> => {
    const [only] = sids;
    if (sids.length === 1 && only)
      return new Map([[only, usable(await taskQueues(only).statistics().fetch(asked))]]);
    const all = await taskQueues.statistics.list({ ...asked, pageSize });
    return new Map(all.map((each) => [each.taskQueueSid, usable(each)]));
  };
  return callTwilio('Reading the past of the queues', read, time);
}

function usable({ realtime, cumulative }: { realtime: unknown; cumulative: unknown }): TaskQueueStatistics {
  const statistics: unknown = normaliseStatistics({ realtime, cumulative });
  if (!isTaskQueueStatistics(statistics)) throw new UnusableAnswer();
  return statistics;
}

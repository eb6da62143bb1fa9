import type { Twilio } from 'twilio';
import type { DashboardDay, DashboardNotice, PartDocument } from '../../src/schema/dashboardData';
import { callTwilio } from './callTwilio';
import type { Configuration } from './configuration';
import { inParallel } from './inParallel';
import { isWorkspaceStatistics } from './isCombinedStatistics';
import { normaliseStatistics } from './normaliseStatistics';
import { firstOf } from './selectQueues';
import type { TimeBudget } from './TimeBudget';
import { TwilioFailure, UnusableAnswer } from './TwilioFailure';
import { withoutWindow } from './withoutWindow';

type Channel = NonNullable<PartDocument['channel']>;

/**
 * Reads the workspace's statistics for each task channel that is asked for, one call each.
 * @throws TwilioFailure
 */
export async function collectChannels(
  client: Twilio,
  { workspaceSid, waitSplits, taskChannels }: Configuration,
  day: DashboardDay,
  time: TimeBudget,
): Promise<{ readonly channels: readonly Channel[]; readonly notices: readonly DashboardNotice[] }> {
  const workspace = client.taskrouter.v1.workspaces(workspaceSid);
  const read = async (taskChannel: string): Promise<Channel> => {
    const { realtime, cumulative } = await workspace
      .statistics()
      .fetch({ taskChannel, startDate: new Date(day.start), splitByWaitTime: waitSplits });
    const statistics: unknown = normaliseStatistics({ realtime, cumulative });
    if (!isWorkspaceStatistics(statistics)) throw new UnusableAnswer();
    return { unique_name: taskChannel, ...withoutWindow(statistics) };
  };

  const unknown: string[] = [];
  const channels = await inParallel(taskChannels, async (name) => {
    try {
      return await callTwilio(`Reading the statistics of the task channel ${name}`, () => read(name), time);
    } catch (error: unknown) {
      if (!(error instanceof TwilioFailure) || ![400, 404].includes(error.twilioStatus ?? 0)) throw error;
      unknown.push(name);
      return undefined;
    }
  });
  return {
    channels: channels.filter((channel): channel is Channel => channel !== undefined),
    notices:
      unknown.length === 0
        ? []
        : [
            {
              code: 'channels-unknown',
              text: `DASHBOARD_TASK_CHANNELS asks for what is no task channel: ${firstOf(unknown)}. Give unique names, such as voice.`,
            },
          ],
  };
}

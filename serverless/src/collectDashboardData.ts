import type { Twilio } from 'twilio';
import type { DashboardData, WorkspaceStatistics } from '../../src/schema/dashboardData';
import { answerInTime } from './answerInTime';
import { callTwilio } from './callTwilio';
import { CollectorError } from './CollectorError';
import type { Configuration } from './configuration';
import { dayWindow } from './dayWindow';
import { isWorkspaceStatistics } from './isCombinedStatistics';
import { normaliseStatistics } from './normaliseStatistics';
import type { TimeBudget } from './TimeBudget';
import { NoAnswer, TwilioFailure, UnusableAnswer } from './TwilioFailure';

/** What is kept of the time to say that statistics did not come, which the Function's own end would not say: milliseconds. */
const tellingMs = 200;

/**
 * Reads the workspace's statistics of the contact centre's day so far.
 * @param collectedAt when the collection began: milliseconds since 1970
 * @throws CollectorError
 */
export async function collectDashboardData(
  client: Twilio,
  configuration: Configuration,
  time: TimeBudget,
  collectedAt = time.clock.now(),
): Promise<DashboardData> {
  const { workspaceSid, timeZone, dayStart, waitSplits } = configuration;
  const day = dayWindow(collectedAt, timeZone, dayStart);

  const fetchStatistics = async (): Promise<WorkspaceStatistics> => {
    const fetching = client.taskrouter.v1
      .workspaces(workspaceSid)
      .statistics()
      .fetch({ startDate: new Date(day.start), splitByWaitTime: waitSplits });
    // The library counts from when it has a connection, which a busy instance has late.
    const { realtime, cumulative } = await answerInTime(
      fetching,
      time.left() - tellingMs,
      () => new NoAnswer(),
    );
    // Without account, workspace and url: no reader needs them, and Sync documents are faster small.
    const statistics: unknown = normaliseStatistics({ realtime, cumulative });
    if (!isWorkspaceStatistics(statistics)) throw new UnusableAnswer();
    return statistics;
  };

  try {
    const statistics = await callTwilio('Reading the workspace statistics', fetchStatistics, time);
    return {
      version: 1,
      collected_at: new Date(collectedAt).toISOString(),
      day,
      workspace_statistics: statistics,
    };
  } catch (error: unknown) {
    if (error instanceof TwilioFailure && error.twilioStatus === 404) {
      throw new CollectorError(
        500,
        'unknown-workspace',
        `This account has no TaskRouter workspace ${workspaceSid}. Correct TWILIO_WORKSPACE_SID, and deploy again.`,
      );
    }
    throw error;
  }
}

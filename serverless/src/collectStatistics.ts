import type { Twilio } from 'twilio';
import type { DashboardData, DashboardNotice } from '../../src/contract/dashboardData';
import { answerInTime } from './answerInTime';
import { collectChannels } from './collectChannels';
import { collectDashboardData } from './collectDashboardData';
import { CollectorError } from './CollectorError';
import { collectQueues } from './collectQueues';
import type { Configuration } from './configuration';
import { dayWindow } from './dayWindow';
import { fitPart, shortenedNotice, type PartContent } from './fitPart';
import { TimeBudget } from './TimeBudget';

/** One collection: the workspace's statistics, and what goes into the part documents. */
export interface Collected {
  readonly data: DashboardData;
  /** By their places; undefined when they could not be read, and stay as they are. */
  readonly queues: readonly PartContent[] | undefined;
  readonly channels: readonly PartContent[] | undefined;
}

/** Workspace statistics do not wait longer than this for those of queues and channels: milliseconds. */
const patienceMs = 3_000;
/** What they leave for the writing. */
const writingMs = 2_500;
/** When another attempt would begin later than this, there is none; so failing costs the workspace's statistics a second at the most. */
const attemptsMs = 2_000;

/**
 * Reads everything that is configured. When queues or channels fail, the workspace's statistics are collected nevertheless.
 * @throws CollectorError when the workspace's statistics cannot be read
 */
export async function collectStatistics(
  client: Twilio,
  configuration: Configuration,
  time: TimeBudget,
): Promise<Collected> {
  const day = dayWindow(time.clock.now(), configuration.timeZone, configuration.dayStart);
  const patience = Math.min(patienceMs, time.left() - writingMs);
  const attempts = new TimeBudget(time.clock, Math.min(attemptsMs, patience));
  const notices: DashboardNotice[] = [];

  async function optional(
    which: 'queues' | 'channels',
    collect: () => Promise<{ contents: readonly PartContent[]; notices: readonly DashboardNotice[] }>,
  ): Promise<readonly PartContent[] | undefined> {
    try {
      if (patience <= 0) throw new CollectorError(503, 'out-of-time', 'There was no time left.');
      const collected = await answerInTime(collect(), patience);
      notices.push(...collected.notices);
      return collected.contents;
    } catch (error: unknown) {
      const why = error instanceof CollectorError ? error.code : 'internal-error';
      notices.push({
        code: `${which}-failed`,
        text: `The statistics of ${which} are those of an earlier collection, because TaskRouter did not give new ones (${why}). The next event tries again.`,
      });
      return undefined;
    }
  }

  const [data, queues, channels] = await Promise.all([
    collectDashboardData(client, configuration, time),
    optional('queues', async () => {
      if (configuration.queuesMax === 0) return { contents: [], notices: [] };
      const collected = await collectQueues(client, configuration, day, attempts);
      const parts = collected.queues.map((queue) => fitPart({ queue }));
      return {
        contents: parts.map(({ content }) => content),
        notices: [...collected.notices, ...shortenedNotice(parts)],
      };
    }),
    optional('channels', async () => {
      const collected = await collectChannels(client, configuration, day, attempts);
      const parts = collected.channels.map((channel) => fitPart({ channel }));
      return {
        contents: parts.map(({ content }) => content),
        notices: [...collected.notices, ...shortenedNotice(parts)],
      };
    }),
  ]);
  return { data: notices.length > 0 ? { ...data, notices } : data, queues, channels };
}

import type { Twilio } from 'twilio';
import type { DashboardData, DashboardNotice } from '../../src/schema/dashboardData';
import { answerInTime } from './answerInTime';
import { collectChannels } from './collectChannels';
import { collectDashboardData } from './collectDashboardData';
import { collectQueues } from './collectQueues';
import { CollectorError } from './CollectorError';
import { writingMs } from './CollectionTiming';
import type { Configuration } from './configuration';
import { dayWindow } from './dayWindow';
import { fitPart, shortenedNotice, type PartContent } from './fitPart';
import { TimeBudget } from './TimeBudget';
import { collectsAgain, TwilioFailure } from './TwilioFailure';

/** One collection: the workspace's statistics, and what goes into the part documents. */
export interface Collected {
  readonly data: DashboardData;
  /** By their places; undefined when they could not be read, and stay as they are. */
  readonly queues: readonly PartContent[] | undefined;
  /** How many queues there are that were asked for; undefined when that is not known. */
  readonly queuesWanted?: number;
  readonly channels: readonly PartContent[] | undefined;
}

/** Once the workspace's statistics have come, they do not wait longer than this for those of queues and channels: milliseconds. */
const patienceMs = 3_000;
/** When another attempt would begin later than this, there is none; so failing costs the workspace's statistics a second at the most. */
const attemptsMs = 2_000;
/** What the data document needs, after all that was read. */
const dataMs = 400;

/** How long a request for statistics may take: milliseconds, 1 at the least, as 0 would mean for ever. */
export const readingMs = (time: TimeBudget): number => Math.max(1, time.left() - dataMs);

/**
 * Reads everything that is configured. When queues or channels fail, the workspace's statistics are collected nevertheless.
 * @param begun when the collection began: milliseconds since 1970
 * @throws CollectorError when the workspace's statistics cannot be read
 */
export async function collectStatistics(
  client: Twilio,
  configuration: Configuration,
  time: TimeBudget,
  begun = time.clock.now(),
): Promise<Collected> {
  const day = dayWindow(begun, configuration.timeZone, configuration.dayStart);
  const attempts = new TimeBudget(time.clock, Math.min(attemptsMs, time.left() - writingMs));
  const notices: DashboardNotice[] = [];
  const workspace = collectDashboardData(client, configuration, time, begun);
  const workspaceDone = workspace.then(
    () => undefined,
    () => undefined,
  );

  async function optional(
    which: 'queues' | 'channels',
    isAskedFor: boolean,
    collect: () => Promise<{ contents: readonly PartContent[]; notices: readonly DashboardNotice[] }>,
  ): Promise<readonly PartContent[] | undefined> {
    if (!isAskedFor) return [];
    try {
      if (time.left() <= writingMs) throw new CollectorError(503, 'out-of-time', 'There was no time left.');
      const collecting = collect();
      const patience = workspaceDone.then(() => answerInTime(collecting, patienceMs));
      const collected = await answerInTime(Promise.race([collecting, patience]), time.left() - writingMs);
      notices.push(...collected.notices);
      return collected.contents;
    } catch (error: unknown) {
      notices.push(notReadNotice(which, error));
      return undefined;
    }
  }

  let queuesWanted: number | undefined;
  const [data, queues, channels] = await Promise.all([
    workspace,
    optional('queues', configuration.queuesMax > 0, async () => {
      const collected = await collectQueues(client, configuration, day, attempts);
      queuesWanted = collected.wanted;
      const parts = collected.queues.map((queue) => fitPart({ queue }));
      return {
        contents: parts.map(({ content }) => content),
        notices: [...collected.notices, ...shortenedNotice(parts)],
      };
    }),
    optional('channels', configuration.taskChannels.length > 0, async () => {
      const collected = await collectChannels(client, configuration, day, attempts);
      const parts = collected.channels.map((channel) => fitPart({ channel }));
      return {
        contents: parts.map(({ content }) => content),
        notices: [...collected.notices, ...shortenedNotice(parts)],
      };
    }),
  ]);
  return {
    data: notices.length > 0 ? { ...data, notices } : data,
    queues,
    channels,
    ...(queues && queuesWanted !== undefined && { queuesWanted }),
  };
}

/** Why parts are old: TaskRouter failed, in its own answer's words, or was not waited for, which is not its fault. */
function notReadNotice(which: 'queues' | 'channels', error: unknown): DashboardNotice {
  const old = `The statistics of ${which} are those of an earlier collection.`;
  return error instanceof TwilioFailure
    ? { code: `${which}-failed`, text: `${old} ${error.message}` }
    : { code: `${which}-late`, text: `${old} New ones did not come in time. ${collectsAgain}` };
}

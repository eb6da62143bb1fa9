import { TwilioError } from '../twilioError';
import type { ChannelName, ContactCentreState } from './contactCentreState';
import { historyReachMs } from './History';
import type { RealTimeWindow, StatisticsWindow } from './StatisticsWindow';

const defaultMinutes = 15;
const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

type Query = Readonly<Record<string, unknown>>;

/** Reads the query of a statistics request. Throws a TwilioError (400, 20001) that says which parameter is wrong. */
export function statisticsQuery(query: Query, state: ContactCentreState, now: number): StatisticsWindow {
  const startDate = dateOf(query, 'StartDate');
  const endDate = dateOf(query, 'EndDate');
  const minutes = text(query, 'Minutes');
  if (minutes !== undefined && (startDate !== undefined || endDate !== undefined)) {
    throw invalid('Minutes cannot be combined with StartDate or EndDate');
  }
  const end = endDate ?? now;
  const start = startDate ?? end - minutesOf(minutes) * 60_000;
  if (start > end) throw invalid('StartDate is later than EndDate');
  // A minute of grace: a caller that counts 30 days back is not refused for the time its request took.
  if (start < now - historyReachMs - 60_000) throw invalid('StartDate is more than 30 days ago');
  return { start, end, splits: splitsOf(query), taskChannel: channelOf(query, state), now };
}

/** Real-time statistics know only the channel. */
export function realTimeQuery(query: Query, state: ContactCentreState, now: number): RealTimeWindow {
  return { taskChannel: channelOf(query, state), now };
}

const invalid = (message: string): TwilioError => new TwilioError(400, 20001, message);

function text(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw invalid(`${name} may be given once only`);
  return value;
}

function dateOf(query: Query, name: string): number | undefined {
  const value = text(query, name);
  if (value === undefined) return undefined;
  // Without an offset ECMAScript reads a date-time as local time; Twilio means GMT.
  const time = Date.parse(/T.*(Z|[+-]\d{2}:?\d{2})$|^[^T]*$/.test(value) ? value : `${value}Z`);
  if (!isoDate.test(value) || Number.isNaN(time)) {
    throw invalid(`${name} '${value}' is not an ISO 8601 date, such as 2026-11-22T06:00:00Z`);
  }
  return time;
}

function minutesOf(minutes: string | undefined): number {
  if (minutes === undefined) return defaultMinutes;
  const number = Number(minutes);
  if (!/^\d+$/.test(minutes) || number < 1 || number * 60_000 > historyReachMs) {
    throw invalid(`Minutes '${minutes}' is not a whole number from 1 to ${historyReachMs / 60_000}`);
  }
  return number;
}

function splitsOf(query: Query): readonly number[] {
  const value = text(query, 'SplitByWaitTime');
  if (value === undefined) return [];
  return value.split(',').map((split) => {
    if (!/^\s*\d+\s*$/.test(split))
      throw invalid(`SplitByWaitTime '${value}' is not a list of seconds, such as 20,60`);
    return Number(split);
  });
}

function channelOf(query: Query, state: ContactCentreState): ChannelName | undefined {
  const value = text(query, 'TaskChannel');
  if (value === undefined) return undefined;
  const channel = state.channels.find(({ sid, uniqueName }) => sid === value || uniqueName === value);
  if (!channel)
    throw invalid(`TaskChannel '${value}' is neither the SID nor the unique name of a task channel`);
  return channel.uniqueName;
}

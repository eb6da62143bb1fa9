import { refreshAfterSeconds } from '../../schema/defaults';
import { futureMs } from '../../model/time/futureMs';
import { nextDayStart } from '../../model/time/nextDayStart';
import { timeIn } from '../../model/time/timeIn';
import type { Loaded } from '../../model/metric/Loaded';

/**
 * When the data is to be asked for anew, in milliseconds since 1970 by Twilio's clock: a minute after its collection, or as the
 * contact centre's next day starts. Long ago given data that nobody has collected yet, or whose age is not known because it
 * is from the future; undefined while there may be data.
 */
export function refreshDue(data: Loaded<unknown>, now: number): number | undefined {
  if (data.status === 'missing') return -Infinity;
  if (data.status !== 'ready') return undefined;
  const { collected_at, day } = Object(data.value) as { collected_at?: unknown; day?: unknown };
  const collected = timeIn(collected_at);
  if (collected === undefined || collected > now + futureMs) return -Infinity;
  const rollover = endOfDay(day);
  // Data collected after it is of whatever day the Function says; the browser's time zones may be older than the Function's.
  const isOver = rollover !== undefined && rollover > collected;
  return Math.min(collected + refreshAfterSeconds * 1000, isOver ? rollover : Infinity);
}

function endOfDay(day: unknown): number | undefined {
  const { start, time_zone, starts_at } = Object(day) as Readonly<Record<string, unknown>>;
  if (typeof time_zone !== 'string' || typeof starts_at !== 'string') return undefined;
  return nextDayStart(timeIn(start) ?? NaN, { time_zone, starts_at });
}

import { defaultRoles } from '../../src/schema/defaults';
import { answerInTime } from './answerInTime';
import type { Clock } from './Clock';
import { dayWindow } from './dayWindow';
import type { FunctionContext, FunctionEvent } from './FunctionContext';
import type { InstanceMemory } from './InstanceMemory';
import { openCollectionWorld } from './openCollectionWorld';
import { requestCollection } from './requestCollection';
import { requireFlexUser, requireRole } from './requireFlexUser';
import { answerWithinMs } from './TimeBudget';

/** A collection that began so many milliseconds ago, or is promised, is fresh enough for whoever asks because a minute has passed. */
export const recentMs = 5_000;

/**
 * A dashboard whose data is old asks for a collection. However many ask, and whoever may be among them, one collection
 * follows the other as after events; and none follows while the last one is recent, unless a new day has started since.
 * @param memory the same for all invocations of one instance
 * @throws CollectorError
 */
export async function refreshOnRequest(
  context: FunctionContext,
  event: FunctionEvent,
  clock: Clock,
  memory: InstanceMemory,
): Promise<'covered' | 'collected'> {
  const refresh = async (): Promise<'covered' | 'collected'> => {
    requireRole(await requireFlexUser(context, event), defaultRoles, 'ask for a collection');
    const { world, configuration, keepHistory } = openCollectionWorld(context, clock);
    const { start } = dayWindow(clock.now(), configuration.timeZone, configuration.dayStart);
    const recent = recentEnough(clock.now(), Date.parse(start));
    const answer = await requestCollection(world, configuration, memory, recent);
    if (answer === 'collected') await keepHistory(memory);
    return answer;
  };
  return answerInTime(refresh(), answerWithinMs);
}

/** A collection that surely began after this will do. */
export const recentEnough = (now: number, dayStart: number): number => Math.max(now - recentMs, dayStart);

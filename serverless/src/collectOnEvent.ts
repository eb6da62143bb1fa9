import { answerInTime } from './answerInTime';
import type { Clock } from './Clock';
import type { FunctionContext, FunctionEvent } from './FunctionContext';
import type { InstanceMemory } from './InstanceMemory';
import { openCollectionWorld } from './openCollectionWorld';
import { requestCollection } from './requestCollection';
import { assertTaskRouterEvent } from './taskRouterEvent';
import { answerWithinMs } from './TimeBudget';

/**
 * One event in; a collection that begins after it, by this invocation or by another, in Sync.
 * @param memory the same for all invocations of one instance
 * @throws CollectorError
 */
export async function collectOnEvent(
  context: FunctionContext,
  event: FunctionEvent,
  clock: Clock,
  memory: InstanceMemory,
): Promise<void> {
  assertTaskRouterEvent(event);
  const { world, configuration, keepHistory } = openCollectionWorld(context, clock);
  const collect = async (): Promise<void> => {
    if ((await requestCollection(world, configuration, memory)) === 'collected') await keepHistory(memory);
  };
  await answerInTime(collect(), answerWithinMs);
}

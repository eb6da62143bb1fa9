import { systemClock } from '../Clock';
import { collectOnEvent } from '../collectOnEvent';
import type { FunctionCallback, FunctionContext, FunctionEvent } from '../FunctionContext';
import { InstanceMemory } from '../InstanceMemory';
import { describeEvent } from '../taskRouterEvent';
import { respondWithError, respondWithSuccess, toCollectorError } from '../respond';

/** Lives as long as Twilio keeps this instance warm. */
const memory = new InstanceMemory();

/**
 * TaskRouter's event callback: brings the workspace's statistics into Sync. Not async, and calls back whatever happens:
 * Twilio's runtimes differ in what they do with a promise, and a Function that does not call back hangs for 10 s.
 */
export function handler(context: FunctionContext, event: FunctionEvent, callback: FunctionCallback): void {
  collectOnEvent(context, event, systemClock, memory)
    .then(respondWithSuccess, (thrown: unknown) => {
      const error = toCollectorError(thrown);
      // eslint-disable-next-line no-console -- a Function's console is its log
      console.error(
        `dashboardStats: ${error.status} ${error.code}, ${describeEvent(event)}: ${error.message}`,
      );
      return respondWithError(error);
    })
    .then(
      (response) => callback(null, response),
      (error: unknown) => callback(error),
    );
}

import { systemClock } from '../Clock';
import { collectOnEvent } from '../collectOnEvent';
import type { FunctionCallback, FunctionContext, FunctionEvent } from '../FunctionContext';
import { describeEvent } from '../taskRouterEvent';
import { respondWithError, respondWithSuccess, toCollectorError } from '../respond';

/**
 * TaskRouter's event callback: writes the workspace's statistics to Sync. Not async, and calls back whatever happens:
 * Twilio's runtimes differ in what they do with a promise, and a Function that does not call back hangs for 10 s.
 */
export function handler(context: FunctionContext, event: FunctionEvent, callback: FunctionCallback): void {
  collectOnEvent(context, event, systemClock)
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

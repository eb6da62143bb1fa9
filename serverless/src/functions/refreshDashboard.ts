import { systemClock } from '../Clock';
import type { FunctionCallback, FunctionContext, FunctionEvent } from '../FunctionContext';
import { InstanceMemory } from '../InstanceMemory';
import { refreshOnRequest } from '../refreshOnRequest';
import { allowEveryOrigin, respondWithError, respondWithOutcome, toCollectorError } from '../respond';

/** Lives as long as Twilio keeps this instance warm. */
const memory = new InstanceMemory();

/**
 * Open dashboards call this when their data is old. Public, because a browser calls it; the token says who it is.
 * Not async, and calls back whatever happens, as `dashboardStats` does. Never logs anything of the request.
 */
export function handler(context: FunctionContext, event: FunctionEvent, callback: FunctionCallback): void {
  refreshOnRequest(context, event, systemClock, memory)
    .then(respondWithOutcome, (thrown: unknown) => {
      const error = toCollectorError(thrown);
      // Strangers may call this as often as they like, so what is wrong with their calls is told to them alone.
      if (error.status >= 500) {
        // eslint-disable-next-line no-console -- a Function's console is its log
        console.error(`refreshDashboard: ${error.status} ${error.code}: ${error.message}`);
      }
      return respondWithError(error);
    })
    .then(
      (response) => callback(null, allowEveryOrigin(response)),
      (error: unknown) => callback(error),
    );
}

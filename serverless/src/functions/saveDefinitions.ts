import { systemClock } from '../Clock';
import type { FunctionCallback, FunctionContext, FunctionEvent } from '../FunctionContext';
import { allowEveryOrigin, respondWithError, respondWithSaved, toCollectorError } from '../respond';
import { saveOnRequest } from '../saveOnRequest';

/**
 * The editor of definitions calls this, where Flex Configuration names its address. Public, because a browser calls it; the
 * token says who it is. Not async, and calls back whatever happens, as `dashboardStats` does. Never logs anything of the request.
 */
export function handler(context: FunctionContext, event: FunctionEvent, callback: FunctionCallback): void {
  saveOnRequest(context, event, systemClock)
    .then(respondWithSaved, (thrown: unknown) => {
      const error = toCollectorError(thrown);
      // Strangers may call this as often as they like, so what is wrong with their calls is told to them alone.
      if (error.status >= 500) {
        // eslint-disable-next-line no-console -- a Function's console is its log
        console.error(`saveDefinitions: ${error.status} ${error.code}: ${error.message}`);
      }
      return respondWithError(error);
    })
    .then(
      (response) => callback(null, allowEveryOrigin(response)),
      (error: unknown) => callback(error),
    );
}

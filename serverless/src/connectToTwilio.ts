import type { Twilio } from 'twilio';
import { CollectorError } from './CollectorError';
import type { FunctionContext } from './FunctionContext';

/** Documents are answered at once or not at all, and then asking again helps: milliseconds. */
const documentTimeoutMs = 4_000;

/**
 * @param timeout milliseconds until one request is given up; the library's own 30 s outlast the Function
 * @throws CollectorError when the service does not include the account's credentials
 */
export function connectToTwilio(context: FunctionContext, timeout = documentTimeoutMs): Twilio {
  try {
    return context.getTwilioClient({ timeout });
  } catch {
    throw new CollectorError(
      500,
      'missing-credentials',
      'The Function has no usable account credentials. Include them in the service (Settings, "Add my Twilio Credentials to ENV"), and deploy again.',
    );
  }
}

import type { Twilio } from 'twilio';
import { CollectorError } from './CollectorError';
import type { FunctionContext } from './FunctionContext';

/** Milliseconds until one request to Twilio is given up; the library's own 30 s outlast the Function. */
const requestTimeoutMs = 4_000;

/** @throws CollectorError when the service does not include the account's credentials */
export function connectToTwilio(context: FunctionContext): Twilio {
  try {
    return context.getTwilioClient({ timeout: requestTimeoutMs });
  } catch {
    throw new CollectorError(
      500,
      'missing-credentials',
      'The Function has no usable account credentials. Include them in the service (Settings, "Add my Twilio Credentials to ENV"), and deploy again.',
    );
  }
}

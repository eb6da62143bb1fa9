import { CollectorError } from './CollectorError';

/** Twilio's API did not do what was asked. Its own message is left out of ours: nobody knows what it quotes. */
export class TwilioFailure extends CollectorError {
  constructor(
    status: number,
    code: string,
    message: string,
    /** Status that Twilio answered with; undefined when there was no usable answer. */
    readonly twilioStatus: number | undefined,
    /** Whether the same request may succeed a moment later. */
    readonly transient: boolean,
  ) {
    super(status, code, message);
    this.name = 'TwilioFailure';
  }
}

/** What to do about a failure of the moment: nothing. */
export const collectsAgain = 'The next event collects again.';

/** Something answered with success, but not with what was asked for. */
export class UnusableAnswer extends Error {}

/** There is no time left to wait for an answer. */
export class NoAnswer extends Error {}

/**
 * Sorts whatever the `twilio` library threw.
 * @param what the request in words, such as `Reading the document dashboard-data`
 */
export function toTwilioFailure(what: string, error: unknown): TwilioFailure {
  const { status, code, isAxiosError } = membersOf(error);
  if (typeof status === 'number' && !isAxiosError) {
    const answer = `Twilio answered ${status}${typeof code === 'number' ? ` (code ${code})` : ''}`;
    if (status === 429) {
      return new TwilioFailure(
        503,
        'twilio-busy',
        `${what}: ${answer}, too many requests. ${collectsAgain}`,
        status,
        true,
      );
    }
    if (status >= 500) {
      return new TwilioFailure(502, 'twilio-failed', `${what}: ${answer}. ${collectsAgain}`, status, true);
    }
    const advice =
      status === 401 || status === 403
        ? 'Check that the service includes the account credentials, and deploy again if the Auth Token has changed.'
        : 'Look the code up in the error dictionary at twilio.com/docs/api/errors.';
    return new TwilioFailure(502, 'twilio-refused', `${what}: ${answer}. ${advice}`, status, false);
  }
  const [failureCode, happened] = isAxiosError
    ? ['twilio-unreachable', `no answer (${typeof code === 'string' ? code : 'no error code'})`]
    : error instanceof NoAnswer
      ? ['twilio-unreachable', 'no answer in time']
      : ['twilio-garbage', 'the answer was not what Twilio documents'];
  return new TwilioFailure(502, failureCode, `${what}: ${happened}. ${collectsAgain}`, undefined, true);
}

function membersOf(error: unknown): { status?: unknown; code?: unknown; isAxiosError?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}

import { ConnectionProblem } from './ConnectionProblem';

/**
 * What the `twilio` library threw, in one sentence. Only status, code and Twilio's own message are taken from it: an
 * error of the HTTP client underneath may carry the request with its credentials.
 */
export function describeTwilioError(error: unknown): string {
  if (error instanceof ConnectionProblem) {
    const { message, variable } = error;
    return `Twilio cannot be reached: ${message}. ${variable ? `Check the network and ${variable}.` : 'Check the network; behind a proxy, set HTTPS_PROXY to its address.'}`;
  }
  const { status, code, message, isAxiosError } = membersOf(error);
  if (typeof status === 'number' && !isAxiosError) {
    const answer = `Twilio answered ${status}${typeof code === 'number' ? ` (code ${code})` : ''}: ${String(message)}`;
    return status === 401 || status === 403
      ? `${answer}. Check TWILIO_ACCOUNT_SID and its key or token; an API key must be a standard or main one of this account.`
      : `${answer}.`;
  }
  return 'Twilio did not answer as it documents. Try again.';
}

/** HTTP status that Twilio answered with, undefined when there was no such answer. */
export function twilioStatus(error: unknown): number | undefined {
  const { status, isAxiosError } = membersOf(error);
  return typeof status === 'number' && !isAxiosError ? status : undefined;
}

function membersOf(error: unknown): {
  status?: unknown;
  code?: unknown;
  message?: unknown;
  isAxiosError?: unknown;
} {
  return typeof error === 'object' && error !== null ? error : {};
}

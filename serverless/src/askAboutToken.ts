import https from 'node:https';
import { toTwilioFailure, UnusableAnswer } from './TwilioFailure';

/** The service whose credentials ask, of which every account may ask about tokens of its own. */
export interface AccountCredentials {
  readonly accountSid: string;
  readonly authToken: string;
}

/** What Twilio vouches for; undefined when it says that the token is not valid. */
export type KnownUser = { readonly identity?: unknown; readonly roles?: unknown } | undefined;

/** Longer answers are none. */
const longestAnswer = 65_536;

/** Twilio's codes for an access token that is malformed, expired, of another account and so on. */
const isTokenCode = (code: unknown): boolean => typeof code === 'number' && code > 20_100 && code < 20_200;

/**
 * Asks Twilio whose token of Flex this is, once.
 * Only an answer that says so counts as a refusal; rate limits, outages and refused credentials are failures of their own.
 * @throws TwilioFailure
 */
export async function askAboutToken(
  token: string,
  credentials: AccountCredentials,
  withinMs: number,
): Promise<KnownUser> {
  try {
    const { status, text } = await post(token, credentials, withinMs);
    const answer = readAnswer(text);
    const { valid, code } = answer ?? {};
    if (valid === false || isTokenCode(code)) return undefined;
    if (status >= 400) throw { status, code };
    if (valid !== true) throw new UnusableAnswer();
    return answer;
  } catch (error: unknown) {
    throw toTwilioFailure('Asking whose token this is', error);
  }
}

function readAnswer(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? { ...answer } : undefined;
  } catch {
    return undefined;
  }
}

function post(
  token: string,
  { accountSid, authToken }: AccountCredentials,
  withinMs: number,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    // As the `twilio` library marks its own: there was no answer.
    const fail = ({ name, code }: NodeJS.ErrnoException): void =>
      reject({
        isAxiosError: true,
        code: name === 'AbortError' || name === 'TimeoutError' ? 'ETIMEDOUT' : code,
      });
    const body = JSON.stringify({ token });
    const request = https.request(
      {
        method: 'POST',
        hostname: 'iam.twilio.com',
        path: `/v1/Accounts/${accountSid}/Tokens/validate`,
        auth: `${accountSid}:${authToken}`,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        signal: AbortSignal.timeout(withinMs),
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (text.length < longestAnswer) text += chunk;
        });
        response.on('error', fail);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on('error', fail);
    request.end(body);
  });
}

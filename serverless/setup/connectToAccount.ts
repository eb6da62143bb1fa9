import twilio, { type Twilio } from 'twilio';
import { createHttpClient } from './createHttpClient';
import { createPostForm, type PostForm } from './postForm';
import { SetupProblem } from './SetupProblem';

export interface Account {
  readonly sid: string;
  readonly client: Twilio;
  /** Signs what Twilio would sign. There is none when an API key is used. */
  readonly authToken: string | undefined;
  /** Posts to Functions, by the same way as the client. */
  readonly post: PostForm;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A client of the account that the environment names, by API key if there is one, else by Auth Token.
 * @throws SetupProblem when something is missing
 */
export function connectToAccount(environment: Environment): Account {
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const sid = read('TWILIO_ACCOUNT_SID');
  const key = read('TWILIO_API_KEY');
  const secret = read('TWILIO_API_SECRET');
  const authToken = read('TWILIO_AUTH_TOKEN');
  if (!sid || !/^AC[0-9a-f]{32}$/i.test(sid)) {
    throw new SetupProblem(
      `TWILIO_ACCOUNT_SID ${sid ? 'is not an account SID' : 'is missing'}. Set it in the environment to AC and 32 hexadecimal digits, as Console > Account shows them.`,
    );
  }
  const httpClient = createHttpClient(environment);
  const options = { accountSid: sid, httpClient };
  const post = createPostForm(httpClient);
  if (key && secret) return { sid, authToken, post, client: twilio(key, secret, options) };
  if (authToken) return { sid, authToken, post, client: twilio(sid, authToken, options) };
  throw new SetupProblem(
    'Credentials are missing. Set TWILIO_API_KEY and TWILIO_API_SECRET (Console > Account > API keys), or TWILIO_AUTH_TOKEN, in the environment.',
  );
}

import twilio from 'twilio';
import { account as emulated } from '../../emulator/account';
import type { Account } from './connectToAccount';
import { createEmulatorClient } from './createHttpClient';
import { createPostForm } from './postForm';
import { SetupProblem } from './SetupProblem';

type Environment = Readonly<Record<string, string | undefined>>;

const timeoutMs = 5_000;

/**
 * The account of the emulator that `npm start` runs on this machine, at PORT or 3000. Of the environment only PORT is read:
 * the person's own credentials stay where they are.
 * @param command to run again, for the message
 * @throws SetupProblem when no emulator answers there
 */
export async function connectToEmulator(
  environment: Environment,
  command: string,
): Promise<Account & { readonly origin: string }> {
  const origin = `http://127.0.0.1:${environment.PORT?.trim() || '3000'}`;
  const found = await lookFor(`${origin}/emulator/state`);
  if (found !== 'emulator') {
    throw new SetupProblem(
      `${found === 'nothing' ? 'No emulator answers' : 'Another app answers, not the emulator,'} at ${origin}.\n` +
        `  In the project's root, run "npm start" and leave it running. Then run this command again in another terminal.\n` +
        `  If the emulator has another port, name it here too: PORT=3100 ${command}`,
    );
  }
  const { accountSid: sid, authToken } = emulated;
  const httpClient = createEmulatorClient(origin);
  // Empty, so that the library does not take them from the environment.
  const client = twilio(sid, authToken, { accountSid: sid, httpClient, region: '', edge: '' });
  return { sid, authToken, client, post: createPostForm(httpClient), origin };
}

async function lookFor(address: string): Promise<'emulator' | 'nothing' | 'another app'> {
  let answer: Response;
  try {
    answer = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
  } catch {
    return 'nothing';
  }
  const state = Object(await answer.json().catch(() => undefined)) as { readonly scenarios?: unknown };
  return Array.isArray(state.scenarios) ? 'emulator' : 'another app';
}

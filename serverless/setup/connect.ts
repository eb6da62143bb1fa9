import path from 'node:path';
import { connectToAccount, type Account } from './connectToAccount';
import { connectToEmulator } from './connectToEmulator';
import { environments, type EnvironmentName } from './environments';

/** Where a command works. */
export interface Target {
  readonly account: Account;
  /** As people know it: the account's SID, and where the emulator is if it is the emulator's. */
  readonly accountName: string;
  /** Path of the file with the variables. */
  readonly file: string;
  readonly isEmulated: boolean;
  /** What a person types, for messages. */
  readonly commands: { readonly setup: string; readonly doctor: string; readonly deploy: string };
}

/**
 * @param script that runs
 * @throws SetupProblem when credentials are missing, or no emulator runs
 */
export async function connect(
  { environment, emulator }: { readonly environment: EnvironmentName; readonly emulator: boolean },
  variables: Readonly<Record<string, string | undefined>>,
  script: 'setup' | 'doctor',
): Promise<Target> {
  const words = `${environment}${emulator ? ' --emulator' : ''}`;
  const commands = { setup: `npm run setup -- ${words}`, doctor: `npm run doctor -- ${words}` };
  if (emulator) {
    const account = await connectToEmulator(variables, commands[script]);
    return {
      account,
      accountName: `${account.sid} (the emulator at ${account.origin})`,
      // The emulated Functions have these values, whatever the person's own file says.
      file: path.join(__dirname, '../.env.example'),
      isEmulated: true,
      commands: { ...commands, deploy: "npm start, in the project's root" },
    };
  }
  const account = connectToAccount(variables);
  return {
    account,
    accountName: account.sid,
    file: environments[environment].file,
    isEmulated: false,
    commands: { ...commands, deploy: `npm run deploy:${environment}` },
  };
}

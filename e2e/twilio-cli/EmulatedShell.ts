import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { account } from '../../emulator/account';
import { installTwilioCli } from './installTwilioCli';

const redirect = join(__dirname, '../../emulator/serverless-api/redirectCommand.cjs');

export interface Outcome {
  readonly exitCode: number;
  /** What a person sees. */
  readonly output: string;
}

export interface CommandOptions {
  readonly folder: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What the person types. @default nothing: standard input ends at once */
  readonly answer?: string;
}

/**
 * Where commands run as a person runs them, unmodified: `twilio`, `npm run ...`, `git`. Requests for Twilio end up in the
 * emulator, nothing else gets out, and the home folder is one of its own.
 */
export class EmulatedShell {
  private constructor(
    private readonly origin: string,
    private readonly bin: string,
    private readonly home: string,
  ) {}

  /** `origin` is the emulator's. Installs the Twilio CLI on first use. */
  static async open(origin: string, say?: (message: string) => void): Promise<EmulatedShell> {
    const cli = await installTwilioCli(say);
    const home = mkdtempSync(join(tmpdir(), 'home-'));
    cpSync(cli.home, home, { recursive: true });
    return new EmulatedShell(origin.replace('localhost', '127.0.0.1'), cli.bin, home);
  }

  close(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  /** Resolves when the command has ended, however it ended. */
  run(command: string, words: readonly string[], options: CommandOptions): Promise<Outcome> {
    const child = spawn(command, words, {
      cwd: options.folder,
      env: { ...this.environment, ...options.environment },
    });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.stdin.end(options.answer ?? '');
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ exitCode: code ?? -1, output }));
    });
  }

  /** Nothing of the process that runs the tests, but for where programs and temporary files lie. */
  private get environment(): Record<string, string> {
    return {
      PATH: [this.bin, dirname(process.execPath), process.env.PATH].join(delimiter),
      TMPDIR: tmpdir(),
      HOME: this.home,
      // No telemetry, no updates, no questions about a keychain.
      CI: 'true',
      TWILIO_DISABLE_AUTOUPDATE: 'true',
      TWILIO_ACCOUNT_SID: account.accountSid,
      TWILIO_AUTH_TOKEN: account.authToken,
      EMULATOR_ORIGIN: this.origin,
      NODE_OPTIONS: `--require ${JSON.stringify(redirect)}`,
    };
  }
}

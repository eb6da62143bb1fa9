import { spawn, type ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { account } from '../../../emulator/account';
import { installTwilioCli } from '../../installTwilioCli';
import { startEmulator, type Emulator } from '../../../emulator/startEmulator';
import { cloneProject, copyProject } from './copyProject';

const root = path.resolve(__dirname, '../../..');

export interface Outcome {
  /** As a shell tells it: 130 for a command that ended by Ctrl-C. */
  readonly exitCode: number;
  /** What a person sees. */
  readonly output: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** What the person types. */
  readonly answer?: string;
  /** Called with all that is printed so far, whenever something is; what it does to the process is up to it. */
  readonly watch?: (output: string, child: ChildProcess) => void;
}

/** A fresh emulated account, a copy of the project, and the real Twilio CLI with a home of its own. */
export class DeployWorld {
  private constructor(
    readonly emulator: Emulator,
    /** Where the project is. */
    readonly project: string,
    private readonly home: string,
  ) {}

  /**
   * @param options.clone makes it a clean clone without packages; else those of this checkout are there
   * @param options.emulator whose account it is; started here unless given
   */
  static async start(options: { clone?: boolean; emulator?: Emulator } = {}): Promise<DeployWorld> {
    const cli = await installTwilioCli();
    const home = mkdtempSync(path.join(tmpdir(), 'home-'));
    cpSync(cli.home, home, { recursive: true });
    // Of all that comes with the CLI, an installation puts this one command on the path.
    mkdirSync(path.join(home, 'bin'));
    symlinkSync(path.join(cli.bin, 'twilio'), path.join(home, 'bin/twilio'));
    const project = options.clone ? cloneProject() : copyProject();
    const emulator =
      options.emulator ??
      (await startEmulator({
        port: 0,
        account: 'fresh',
        scenario: 'still',
        flexBundle: '',
        pluginBundle: '',
        functionsFolder: '',
        serverlessFolder: path.join(root, 'serverless'),
      }));
    return new DeployWorld(emulator, project, home);
  }

  async stop(): Promise<void> {
    await this.emulator.stop();
    rmSync(path.dirname(this.project), { recursive: true });
    rmSync(this.home, { recursive: true });
  }

  /** Makes the environment's file, as the documentation says. */
  copyEnvironmentFile(name = '.env.production'): void {
    copyFileSync(this.path('serverless/.env.example'), this.path('serverless', name));
  }

  path(...parts: readonly string[]): string {
    return path.join(this.project, ...parts);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  /** Replaces one text of a file, which has to be there. */
  edit(file: string, before: string, after: string): void {
    const text = this.read(file);
    if (!text.includes(before)) throw new Error(`${file} does not contain ${before}`);
    writeFileSync(this.path(file), text.replace(before, after));
  }

  /** `npm run deploy -- WORDS`, as a person types it in the project's folder. */
  deploy(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    return this.run(['npm', 'run', '--silent', 'deploy', '--', ...words], options);
  }

  run([executable = '', ...args]: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const child = spawn(executable, args, {
      cwd: this.project,
      env: {
        PATH: [path.join(this.home, 'bin'), ...pathOfPerson()].join(path.delimiter),
        HOME: this.home,
        LANG: 'C.UTF-8',
        NODE_OPTIONS: `--require "${path.join(root, 'emulator/serverless-api/redirectCommand.cjs')}"`,
        EMULATOR_ORIGIN: this.origin,
        TWILIO_ACCOUNT_SID: account.accountSid,
        TWILIO_AUTH_TOKEN: account.authToken,
        ...options.environment,
      },
      detached: true,
    });
    let output = '';
    child.stdin.end(options.answer ?? '');
    const keep = (text: Buffer): void => {
      output += text.toString();
      options.watch?.(output, child);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) =>
        resolve({ exitCode: code ?? 128 + constants.signals[signal as NodeJS.Signals], output }),
      );
    });
  }

  /** @returns what Twilio's API answers: `ask('GET', 'serverless.twilio.com/v1/Services')` */
  async ask(
    method: string,
    address: string,
    form?: Readonly<Record<string, string>>,
  ): Promise<Record<string, unknown>> {
    const { status, body } = await this.request(
      method,
      `/_tw/${address}`,
      form && new URLSearchParams(form).toString(),
    );
    if (status >= 300) throw new Error(`${method} ${address} answered ${status}: ${body}`);
    return body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
  }

  /** For those of Twilio's APIs that take JSON in place of a form. */
  async sendJson(address: string, value: object): Promise<void> {
    const { status, body } = await this.request('POST', `/_tw/${address}`, JSON.stringify(value));
    if (status >= 300) throw new Error(`POST ${address} answered ${status}: ${body}`);
  }

  /** Makes the emulated Twilio misbehave: `{ target: 'plugin-api', times: 1, status: 500 }`. */
  async order(fault: object): Promise<void> {
    const { status, body } = await this.request('POST', '/emulator/faults', JSON.stringify(fault));
    if (status >= 300) throw new Error(`The emulator refused the fault: ${body}`);
  }

  /** Something happens in the contact centre, and every post about it is answered. */
  async addTask(): Promise<void> {
    await this.request('POST', '/emulator/tasks', '{"count":1}');
    await this.request('POST', '/emulator/settled', '{}');
  }

  private get origin(): string {
    return this.emulator.origin.replace('localhost', '127.0.0.1');
  }

  private request(method: string, url: string, body?: string): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        new URL(url, this.origin),
        {
          method,
          auth: `${account.accountSid}:${account.authToken}`,
          agent: false,
          headers: {
            'Content-Type': body?.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
          },
        },
        (response) => {
          let text = '';
          response.on('data', (part) => (text += String(part)));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}

/** The path without what npm and npx put before it to run the tests: a person has no command of this checkout's packages. */
const pathOfPerson = (): readonly string[] =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !/[/\\]node_modules[/\\]\.bin|node-gyp-bin$/.test(folder));

import { execFileSync, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { account } from '../../../emulator/account';
import { developmentDomain } from '../../../emulator/serverless-api/Deployment';
import { startEmulator, type Emulator } from '../../../emulator/startEmulator';

const serverlessFolder = path.resolve(__dirname, '../..');
const root = path.resolve(serverlessFolder, '..');

export const eventUrl = `https://${developmentDomain}/dashboardStats`;
export const refreshUrl = `https://${developmentDomain}/refreshDashboard`;
export const saveUrl = `https://${developmentDomain}/saveDefinitions`;
export const documents = { data: 'dashboard-data', definitions: 'dashboard-definitions' } as const;

export interface Outcome {
  readonly exitCode: number;
  /** What a person sees. */
  readonly output: string;
}

/** Keeps what follows the last event, a collection and a slice of the past, from keeping the tests. */
const hasty = {
  DASHBOARD_INTERVAL: '0.5',
  DASHBOARD_TRAILING_DELAY: '0.5',
  DASHBOARD_HISTORY_RATE: '20',
};

interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** What the person types. */
  readonly answer?: string;
  /** What happens while the person thinks about it. */
  readonly meanwhile?: () => Promise<void>;
  /** Whether standard output is closed after its first piece. */
  readonly stopsReading?: boolean;
  /** Whether the command has to find its way to the emulator by itself. */
  readonly isOnItsOwn?: boolean;
}

/** What set-up made. */
interface Installed {
  readonly customData: unknown;
  readonly documents: readonly (readonly [name: string, data: object])[];
  readonly environment: string;
  readonly callback: { readonly url: string; readonly filter: string };
}

/** A Twilio account on this machine with deployed Functions, a folder with an `.env.development`, and our commands over them. */
export class EmulatedAccount {
  /** Where the commands run. */
  readonly folder = mkdtempSync(path.join(tmpdir(), 'setup-'));
  readonly authToken = account.authToken;
  private installed?: Installed;

  private constructor(
    private readonly emulator: Emulator,
    private readonly built: string,
  ) {}

  static async start(environment: Readonly<Record<string, string>> = {}): Promise<EmulatedAccount> {
    const built = mkdtempSync(path.join(tmpdir(), 'deployed-'));
    symlinkSync(path.join(serverlessFolder, 'node_modules'), path.join(built, 'node_modules'));
    const functionsFolder = path.join(built, 'functions');
    execFileSync(process.execPath, ['build.mjs', functionsFolder], { cwd: serverlessFolder });
    bundleCommands(built);
    const emulator = await startEmulator({
      port: 0,
      scenario: 'still',
      flexBundle: '',
      pluginBundle: '',
      functionsFolder,
      serverlessFolder,
      environment: { ...hasty, ...environment },
    });
    return new EmulatedAccount(emulator, built);
  }

  async stop(): Promise<void> {
    await this.emulator.stop();
    rmSync(this.built, { recursive: true });
    rmSync(this.folder, { recursive: true });
  }

  /** As an account that has never heard of the dashboard, beside other apps' settings in Flex Configuration. */
  async makeFresh(): Promise<void> {
    await this.setCallback('', '');
    await this.settled();
    for (const name of await this.documentNames()) await this.remove(name);
    await this.setCustomData({ OTHER_APP: { colour: 'blue' }, EMPTY: null });
    rmSync(this.backups, { recursive: true, force: true });
    copyFileSync(path.join(serverlessFolder, '.env.example'), this.environmentFile);
    const values = { TWILIO_WORKSPACE_SID: account.workspaceSid, ...hasty };
    for (const [variable, value] of Object.entries(values)) this.editEnvironment(variable, value);
  }

  /** `http://127.0.0.1:PORT` */
  get origin(): string {
    return this.emulator.origin.replace('localhost', '127.0.0.1');
  }

  /** As set-up leaves a fresh account. It runs the first time; afterwards what it made is put back, which takes no time. */
  async makeInstalled(): Promise<void> {
    await this.makeFresh();
    if (!this.installed) {
      const { exitCode, output } = await this.setup('--yes');
      if (exitCode !== 0) throw new Error(output);
      await this.settled();
      this.installed = await this.readInstalled();
      return;
    }
    const { customData, documents, environment, callback } = this.installed;
    await this.setCustomData(customData);
    for (const [name, data] of documents) await this.put(name, data);
    writeFileSync(this.environmentFile, environment);
    await this.setCallback(callback.url, callback.filter);
  }

  private async readInstalled(): Promise<Installed> {
    const { url, filter } = await this.callback();
    const { custom_data } = (await this.uiAttributes()) as { custom_data: unknown };
    const names = await this.documentNames();
    return {
      customData: custom_data,
      documents: await Promise.all(
        names.map(async (name) => [name, (await this.document(name)) as object] as const),
      ),
      environment: readFileSync(this.environmentFile, 'utf8'),
      callback: { url: String(url), filter: String(filter) },
    };
  }

  get environmentFile(): string {
    return path.join(this.folder, '.env.development');
  }

  get backups(): string {
    return path.join(this.folder, 'backups');
  }

  editEnvironment(variable: string, value: string): void {
    const text = readFileSync(this.environmentFile, 'utf8');
    writeFileSync(
      this.environmentFile,
      text.replace(new RegExp(`^${variable}=.*$`, 'm'), `${variable}=${value}`),
    );
  }

  /** What the backups hold, oldest first. */
  readBackups(): readonly unknown[] {
    return readdirSync(this.backups)
      .sort()
      .map((file) => JSON.parse(readFileSync(path.join(this.backups, file), 'utf8')) as unknown);
  }

  setup(...words: readonly string[]): Promise<Outcome> {
    return this.run('setup', [...words, '--backups', this.backups]);
  }

  /** With the text of another environment's file. */
  setupIn(environment: 'uat' | 'prod', file: string, ...words: readonly string[]): Promise<Outcome> {
    writeFileSync(path.join(this.folder, environment === 'uat' ? '.env.uat' : '.env.production'), file);
    return this.setup(environment, ...words);
  }

  doctor(options?: RunOptions): Promise<Outcome> {
    return this.run('doctor', [], options);
  }

  /** Runs the command in a process of its own, whose requests to Twilio end up in the emulator. */
  run(command: 'setup' | 'doctor', words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    const child = spawn(
      process.execPath,
      [
        ...(options.isOnItsOwn
          ? []
          : ['--require', path.join(root, 'emulator/serverless-api/redirectCommand.cjs')]),
        path.join(this.built, `${command}.js`),
        ...words,
      ],
      {
        cwd: this.folder,
        env: {
          PATH: process.env.PATH,
          EMULATOR_ORIGIN: this.origin,
          TWILIO_ACCOUNT_SID: account.accountSid,
          TWILIO_AUTH_TOKEN: account.authToken,
          ...options.environment,
        },
      },
    );
    let output = '';
    if (!options.meanwhile) child.stdin.end(options.answer ?? '');
    child.stdout.on('data', (text) => {
      output += String(text);
      if (options.stopsReading) child.stdout.destroy();
      if (options.meanwhile && String(text).includes('[y/N]')) {
        void options.meanwhile().then(() => child.stdin.end(options.answer ?? ''));
      }
    });
    child.stderr.on('data', (text) => (output += String(text)));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ exitCode: code ?? -1, output }));
    });
  }

  async callback(): Promise<{ url: unknown; filter: unknown }> {
    const workspace = await this.ask('GET', `taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`);
    return { url: workspace.event_callback_url, filter: workspace.events_filter };
  }

  async setCallback(url: string, filter: string): Promise<void> {
    await this.ask(
      'POST',
      `taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`,
      new URLSearchParams({ EventCallbackUrl: url, EventsFilter: filter }).toString(),
    );
  }

  async uiAttributes(): Promise<unknown> {
    return (await this.ask('GET', 'flex-api.twilio.com/v1/Configuration')).ui_attributes;
  }

  async setCustomData(customData: unknown): Promise<void> {
    const change = {
      account_sid: account.accountSid,
      ui_attributes: { version_compatibility: 'yes', custom_data: customData },
    };
    await this.ask('POST', 'flex-api.twilio.com/v1/Configuration', JSON.stringify(change));
  }

  async document(name: string): Promise<unknown> {
    const reply = await this.request('GET', `/emulator/documents/account/${name}`);
    return reply.status === 404 ? undefined : (JSON.parse(reply.body) as unknown);
  }

  private async documentNames(): Promise<readonly string[]> {
    const { documents } = await this.ask('GET', 'sync.twilio.com/v1/Services/default/Documents');
    return (documents as readonly { unique_name: string }[]).map(({ unique_name }) => unique_name);
  }

  async put(name: string, data: object): Promise<void> {
    await this.request('PUT', `/emulator/documents/account/${name}`, JSON.stringify(data));
  }

  async remove(name: string): Promise<void> {
    await this.request('DELETE', `/emulator/documents/account/${name}`);
  }

  /** Something happens in the contact centre, and every post about it is answered. */
  async addTask(): Promise<void> {
    await this.request('POST', '/emulator/tasks', '{"count":1}');
    await this.settled();
  }

  /** Resolves when every event post under way was answered. */
  private async settled(): Promise<void> {
    await this.request('POST', '/emulator/settled', '{}');
  }

  /** Posts to the public address of a Function, as another app would. */
  async postToFunction(
    url: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<number> {
    const { status } = await this.request('POST', url.replace('https://', '/_tw/'), body, headers);
    return status;
  }

  /** Everything that can be changed from outside, to see that nothing was. */
  async everything(): Promise<unknown> {
    return {
      callback: await this.callback(),
      uiAttributes: await this.uiAttributes(),
      data: await this.document(documents.data),
      definitions: await this.document(documents.definitions),
      environment: readFileSync(this.environmentFile, 'utf8'),
    };
  }

  unexpected(): readonly unknown[] {
    return this.emulator.journal.entries({ hop: 'unexpected' });
  }

  private async ask(method: string, address: string, body?: string): Promise<Record<string, unknown>> {
    const { status, body: text } = await this.request(method, `/_tw/${address}`, body);
    if (status >= 300) throw new Error(`${method} ${address} answered ${status}: ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  private request(
    method: string,
    url: string,
    body?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request(
        new URL(url, this.origin),
        {
          method,
          auth: `${account.accountSid}:${account.authToken}`,
          agent: false,
          headers: {
            'Content-Type': body?.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded',
            ...headers,
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

/** Each command in one file: reading its sources one by one would take longer than most of the runs, and there are many. */
const bundleCommands = (folder: string): unknown =>
  buildSync({
    entryPoints: ['setup', 'doctor'].map((command) => path.join(serverlessFolder, `setup/${command}.ts`)),
    outdir: folder,
    bundle: true,
    platform: 'node',
    packages: 'external',
    define: { __dirname: JSON.stringify(path.join(serverlessFolder, 'setup')) },
  });

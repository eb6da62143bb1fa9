import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sid } from '../emulator/account';
import { startEmulator, type Emulator } from '../emulator/startEmulator';
import { readSequence } from './deploy/testing/pageSequences';
import { startAccount } from './startAccount';

const root = join(__dirname, '..');
const serverless = join(root, 'serverless');

let built: string;
let emulator: Emulator;
beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'deployed-'));
  symlinkSync(join(serverless, 'node_modules'), join(built, 'node_modules'));
  execFileSync(process.execPath, ['build.mjs', join(built, 'functions')], { cwd: serverless });
});
afterAll(() => rmSync(built, { recursive: true }));
beforeEach(async () => {
  emulator = await startEmulator({
    ...startAccount,
    functionsFolder: join(built, 'functions'),
    port: 0,
    // Without the tasks of a busy day, so that a slow machine is no fault of the account.
    scenario: 'still',
    flexBundle: '',
    pluginBundle: '',
  });
});
afterEach(() => emulator.stop());

interface Outcome {
  readonly exitCode: number | null;
  readonly printed: string;
}

/** Types commands into a shell in a folder of the project. */
function type(commands: string, folder: string, environment: Record<string, string>): Promise<Outcome> {
  const child = spawn('bash', ['-ec', commands], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: built, npm_config_update_notifier: 'false', ...environment },
  });
  child.stdin.end();
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (printed += String(text)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, printed }));
  });
}

const port = (): string => new URL(emulator.origin).port;

/** A way to the emulator that keeps all that passes. */
async function startRecorder(): Promise<{ port: string; heard: string[]; stop: () => Promise<void> }> {
  const heard: string[] = [];
  const server = http.createServer((request, response) => {
    const { method, url, headers, rawHeaders } = request;
    const [, encoded = ''] = headers.authorization?.split(' ') ?? [];
    heard.push(`${method} ${url}`, ...rawHeaders, Buffer.from(encoded, 'base64').toString());
    const onward = http.request(
      { host: '127.0.0.1', port: port(), method, path: url, headers, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    request.on('data', (part) => heard.push(String(part)));
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: String((server.address() as AddressInfo).port),
    heard,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('the account of npm start', () => {
  it('is set up and healthy, by the commands of docs/deploying.md', async () => {
    const typed = await type(readSequence('tryIt'), root, { PORT: port() });

    expect(typed.printed).toContain('\nThere is nothing to do.\n');
    expect(typed.printed).not.toMatch(/^WRONG/m);
    expect(typed.printed).toMatch(/\nNothing is wrong\.\n$/);
    expect(typed.exitCode).toBe(0);
  });

  it('has the same commands in serverless/README.md', () => {
    expect(`cd serverless\n${readSequence('tryItInServerless')}\ncd ..`).toBe(readSequence('tryIt'));
  });

  it('can be removed and set up again', async () => {
    const backups = join(built, 'backups');
    const setup = (words: string) =>
      type(`npm run setup -- dev --emulator --yes --backups '${backups}' ${words}`, serverless, {
        PORT: port(),
      });
    expect((await setup('--remove')).printed).toContain('Done: Remove the event callback URL');
    const again = await setup('');
    expect(again.printed).toContain('Done: Set the event callback URL');
    expect(again.printed).toContain('\nNow check the installation: npm run doctor -- dev --emulator\n');

    const examined = await type('npm run doctor -- dev --emulator', serverless, { PORT: port() });
    expect(examined.printed).not.toMatch(/^WRONG/m);
    expect(examined.exitCode).toBe(0);
  });
});

describe('--emulator', () => {
  it("sends nothing of the person's account, and reads and writes none of their files", async () => {
    const recorder = await startRecorder();
    const folder = join(built, 'person');
    mkdirSync(folder);
    const file = join(folder, '.env.development');
    const settings = `TWILIO_WORKSPACE_SID=${sid('WS', 77)}\nDASHBOARD_TIMEZONE=Asia/Tokyo\n`;
    writeFileSync(file, settings);
    const own = {
      TWILIO_ACCOUNT_SID: sid('AC', 77),
      TWILIO_AUTH_TOKEN: 'the-own-token',
      TWILIO_API_KEY: sid('SK', 77),
      TWILIO_API_SECRET: 'the-own-secret',
    };
    const loader = `file://${join(serverless, 'node_modules/tsx/dist/loader.mjs')}`;
    const run = (script: string, words: string) =>
      type(`node --import '${loader}' '${serverless}/setup/${script}.ts' dev --emulator ${words}`, folder, {
        ...own,
        TWILIO_REGION: 'ie1',
        TWILIO_EDGE: 'dublin',
        HTTPS_PROXY: 'http://user:the-own-password@127.0.0.1:1',
        HTTP_PROXY: 'http://user:the-own-password@127.0.0.1:1',
        TSX_TSCONFIG_PATH: join(serverless, 'tsconfig.json'),
        PORT: recorder.port,
      });
    const setUp = () => run('setup', `--yes --backups '${built}/others'`);
    // A collection that was under way during the removal may write once more: set-up then stops, and asks to be run again.
    const setUpInTheEnd = async () => {
      const first = await setUp();
      return first.printed.includes('Meanwhile somebody created') ? setUp() : first;
    };
    const ran = [
      await run('setup', `--remove --yes --backups '${built}/others'`),
      await setUpInTheEnd(),
      await run('doctor', ''),
    ];
    await recorder.stop();

    expect(ran.map(({ exitCode, printed }) => (exitCode === 0 ? 'done' : printed))).toEqual([
      'done',
      'done',
      'done',
    ]);
    const heard = recorder.heard.join('\n');
    expect(heard).toMatch(/^POST \/_tw\/[\w.-]+\.twil\.io\/dashboardStats$/m);
    expect(heard).toContain(`${sid('AC', 1)}:`);
    for (const secret of [...Object.values(own), 'the-own-password', sid('WS', 77), 'Asia/Tokyo'])
      expect(heard).not.toContain(secret);
    expect(readFileSync(file, 'utf8')).toBe(settings);
  });

  it('says where it looked and what to run when no emulator answers', async () => {
    const gone = await startRecorder();
    await gone.stop();
    const { exitCode, printed } = await type('npm run --silent doctor -- dev --emulator', serverless, {
      PORT: gone.port,
    });

    expect(exitCode).toBe(1);
    expect(printed.trimEnd().split('\n')).toEqual([
      `No emulator answers at http://127.0.0.1:${gone.port}.`,
      `  In the project's root, run "npm start" and leave it running. Then run this command again in another terminal.`,
      '  If the emulator has another port, name it here too: PORT=3100 npm run doctor -- dev --emulator',
    ]);
  });

  it('says so when something else answers', async () => {
    const server = http.createServer((_request, response) => response.end('<html>'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port: taken } = server.address() as AddressInfo;
    const { exitCode, printed } = await type('npm run --silent setup -- dev --emulator', serverless, {
      PORT: String(taken),
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));

    expect(exitCode).toBe(1);
    expect(printed).toContain(
      `Another app answers, not the emulator, at http://127.0.0.1:${taken}.\n  In the project's root`,
    );
  });
});

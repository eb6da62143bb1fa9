import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Its own npm project. No module of ours may lie in it: TypeScript would take the CLI's types of React for ours. */
const project = join(__dirname, '..', 'e2e', 'twilio-cli');
const modules = join(project, 'node_modules');

export interface TwilioCli {
  /** Folder that holds the command `twilio`; for the PATH. */
  readonly bin: string;
  /** A home folder in which both plugins are linked. Copy it: commands write into their home. */
  readonly home: string;
}

const installed: TwilioCli = { bin: join(modules, '.bin'), home: join(modules, '.home') };
const stamp = join(modules, '.stamp');

/**
 * The Twilio CLI with the plugins that deploy this product, as its package-lock.json has them; installed on first use, which
 * takes a minute or two.
 *
 * @throws Error with the output of the command that failed
 */
export async function installTwilioCli(say: (message: string) => void = () => undefined): Promise<TwilioCli> {
  // The home names the folder it was made in.
  const wanted = createHash('sha256').update(project);
  for (const file of ['package-lock.json', '.npmrc']) wanted.update(readFileSync(join(project, file)));
  const digest = wanted.digest('hex');
  if (readStamp() === digest) return installed;

  say('installing the Twilio CLI for the tests (once, 560 MB, about two minutes)');
  await run('npm', ['ci', '--no-progress'], {});
  rmSync(installed.home, { recursive: true, force: true });
  mkdirSync(installed.home);
  for (const plugin of ['plugin-flex', 'plugin-serverless']) {
    say(`linking @twilio-labs/${plugin}`);
    await run('twilio', ['plugins:link', join(modules, '@twilio-labs', plugin)], {
      PATH: `${installed.bin}${delimiter}${process.env.PATH}`,
      HOME: installed.home,
      CI: 'true',
      TWILIO_DISABLE_AUTOUPDATE: 'true',
    });
  }
  writeFileSync(stamp, digest);
  return installed;
}

function readStamp(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

function run(command: string, args: readonly string[], environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: project,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (chunk: Buffer): void => void (printed += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`"${[command, ...args].join(' ')}" failed:\n${printed}`)),
    );
  });
}

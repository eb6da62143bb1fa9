/** `npm start` as a person runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { closed, freePorts, listening } from '../scripts/freePorts';
import { expect, test } from './support/test';

const root = join(__dirname, '..');
let child: ChildProcess | undefined;
test.afterEach(() => child?.kill('SIGKILL'));

function npmStart(args: readonly string[], environment: Record<string, string> = {}) {
  child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...args], {
    cwd: root,
    env: { ...process.env, CI: 'true', ...environment },
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child?.on('close', resolve));
  return {
    printed: () => printed,
    ended,
    end: (signal: NodeJS.Signals) => child?.kill(signal),
    async until(words: string) {
      while (!printed.includes(words)) {
        if (child?.exitCode !== null) throw new Error(`ended before "${words}":\n${printed}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

test('prints where the dashboard is, serves it, and ends everything on Ctrl-C', async () => {
  const port = await freePorts();
  const started = npmStart(['--scenario', 'still'], { PORT: String(port) });
  await started.until(`ready at http://localhost:${port}/realtime-dashboard`);
  const page = await fetch(`http://127.0.0.1:${port}/realtime-dashboard`);
  expect(await page.text()).toContain('Twilio.Flex.runDefault');

  started.end('SIGINT');
  expect(await started.ended).toBe(0);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  await expect(fetch(`http://127.0.0.1:${port + 1}/`)).rejects.toThrow();
});

for (const offset of [0, 1])
  test(`says which port is taken, and how to choose another, given port PORT + ${offset} taken`, async () => {
    const port = await freePorts();
    const other = await listening(port + offset);
    const started = npmStart([], { PORT: String(port) });
    expect(await started.ended).toBe(1);
    expect(started.printed()).toMatch(new RegExp(`Port ${port + offset} is taken.*PORT=\\d+ npm start`));
    await closed(other);
  });

test('names the scenarios given one that it does not know', async () => {
  const started = npmStart(['--scenario', 'busy']);
  expect(await started.ended).toBe(1);
  expect(started.printed()).toMatch(
    /no scenario "busy".*ordinary-day, lunch-rush, quiet-night, outage, still/,
  );
});

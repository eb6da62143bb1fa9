import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Commands, lastLines } from './Commands';

let folder: string;
let commands: Commands;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commands-'));
  commands = new Commands(folder, new Date('2026-11-28T03:20:00Z'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const node = (script: string, input?: string) =>
  commands.run('plugin', { words: [process.execPath, '-e', script], folder, input });

describe('Commands', () => {
  it('keeps what a command prints in a log that only the user can read', async () => {
    const ended = await node(
      "console.log('\\u001b[31mred\\u001b[0m'); console.error('trouble'); process.exit(3)",
    );
    expect(ended.exitCode).toBe(3);
    expect(ended.output).toMatch(/red\n/);
    const log = path.join(folder, commands.logOf('plugin'));
    expect(readFileSync(log, 'utf8')).toMatch(/^\$ .*\n(red\ntrouble\n|trouble\nred\n)$/);
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  it('types into a command what it is given', async () => {
    const { output } = await node("process.stdin.on('data', (text) => console.log(`got ${text}`))", 'y\n');
    expect(output).toMatch(/^got y/);
  });

  it('says so when there is no such command', async () => {
    await expect(commands.run('plugin', { words: ['no-such-command'], folder })).rejects.toThrow(
      '"no-such-command" cannot be run (ENOENT).',
    );
  });

  it('ends a command and its children when interrupted, and runs no other', async () => {
    const started = path.join(folder, 'started');
    const running = node(
      `const { spawn } = require('child_process');
       spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
       require('fs').writeFileSync(${JSON.stringify(started)}, '');
       setInterval(() => {}, 1000);`,
    );
    const refused = expect(running).rejects.toThrow('Interrupted.');
    await untilThere(started);
    expect(commands.interrupt('SIGTERM')).toBe(true);
    await refused;
    await expect(node('')).rejects.toThrow('Interrupted.');
    expect(commands.interrupt('SIGTERM')).toBe(false);
  });
});

async function untilThere(file: string): Promise<void> {
  while (!statSync(file, { throwIfNoEntry: false })) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('lastLines', () => {
  it('shows the last lines that say something', () => {
    expect(lastLines('one\n\n  two  \r\nthree\n\n', 2)).toBe('  |   two\n  | three');
  });

  it('leaves the stack trace of an error out', () => {
    const printed =
      'node:internal/process/promises:391\n    triggerUncaughtException(err, true);\n    ^\n\n' +
      'TwilioApiError: Name is taken\n    at Http.send (/cli/http.js:35:12)\n\nNode.js v20.20.2\n';
    expect(lastLines(printed)).toBe('  | TwilioApiError: Name is taken');
  });
});

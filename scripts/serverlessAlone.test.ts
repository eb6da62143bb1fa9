import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');
/** A clone in which `npm ci` was run in serverless/, and nowhere else. */
let clone: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'clone-'));
  const isSource = (file: string): boolean => !/[/\\](node_modules|dist)$/.test(file);
  for (const part of [
    'src',
    'serverless',
    'emulator',
    'default_stats.json',
    'package.json',
    'tsconfig.json',
  ]) {
    cpSync(join(root, part), join(clone, part), { recursive: true, filter: isSource });
  }
  symlinkSync(join(root, 'serverless/node_modules'), join(clone, 'serverless/node_modules'));
});
afterAll(() => rmSync(clone, { recursive: true }));

function run(...words: string[]): { readonly status: number | null; readonly printed: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['run', ...words], {
    cwd: join(clone, 'serverless'),
    env: { PATH: process.env.PATH },
    encoding: 'utf8',
  });
  return { status, printed: stdout + stderr };
}

describe('serverless/ with its own packages alone', () => {
  it('builds the Functions', () => {
    const { status, printed } = run('build');

    expect(status === 0 ? 'built' : printed).toBe('built');
    expect(printed).toContain('dashboardStats.protected.js');
  });

  it.each(['setup', 'doctor'])('runs %s as far as the credentials', (command) => {
    expect(run(command, '--', 'dev').printed).toContain('TWILIO_ACCOUNT_SID is missing');
  });
});

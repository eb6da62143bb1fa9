import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..');

describe('src/index.ts', () => {
  // `twilio flex:plugins:deploy`, `build` and `start` run this check first; `flex-plugin build` does not.
  it('passes the check that the Twilio CLI makes before it deploys', () => {
    const home = mkdtempSync(join(tmpdir(), 'home-'));
    mkdirSync(join(home, '.twilio-cli'));
    writeFileSync(join(home, '.twilio-cli/package.json'), JSON.stringify({ dependencies: {} }));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/.bin/flex-plugin'), 'pre-script-check'],
      { cwd: root, env: { ...process.env, HOME: home }, encoding: 'utf8' },
    );
    rmSync(home, { recursive: true });

    expect(status === 0 ? 'passed' : stdout + stderr).toBe('passed');
  });
});

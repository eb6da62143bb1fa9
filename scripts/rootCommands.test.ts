import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import packageJson from '../package.json';
import { rootCommands } from './rootCommands';

const root = join(__dirname, '..');
const names = Object.keys(rootCommands) as (keyof typeof rootCommands)[];

/** Runs a command as a person does, with npm. */
function run(words: readonly string[], more: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', ...words], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CI: 'true', ...more },
    encoding: 'utf8',
  });
  return { status, printed: `${stdout}${stderr}`.trim() };
}

function expectShort(printed: string): void {
  expect(printed.split('\n').length).toBeLessThanOrEqual(3);
  expect(printed).not.toMatch(/^\s+at /m);
}

describe('commands of the root', () => {
  it('are all in the table but those that take nothing', () => {
    const takeNothing = ['postinstall', 'lint', 'types'];
    const all = Object.keys(packageJson.scripts).filter((name) => !takeNothing.includes(name));

    expect([...names].sort()).toEqual(expect.arrayContaining(all.filter((name) => !name.includes(':'))));
  });

  it.each(names)('tell with --help how to use %s, in three lines at most', (name) => {
    const { status, printed } = run([name, '--', '--help']);

    expect(status).toBe(0);
    expectShort(printed);
    expect(printed).toContain(`Usage: ${rootCommands[name].command}`);
  });

  it.each(names)('refuse an unknown option of %s, in three lines at most', (name) => {
    const { status, printed } = run([name, '--', '--nonsense']);

    expect(status).toBe(1);
    expectShort(printed);
    expect(printed).toContain('Unknown option "--nonsense"');
  });

  it.each([
    ['start', ['still'], '"still" means nothing here'],
    ['start', ['--scenario', 'busy'], 'There is no scenario "busy"'],
    ['deploy', ['staging'], 'Name the environment: dev, uat, prod'],
    ['bench', ['nothing-known'], 'There is no bench "nothing-known"'],
    ['bench', ['--json'], '--json needs a value'],
    ['fuzz', ['--count', 'abc'], '--count is "abc"'],
    ['soak', ['--minutes', '-1'], '--minutes is "-1"'],
  ])('refuse npm run %s -- %j in three lines at most', (name, words, message) => {
    const { status, printed } = run([name, '--', ...words]);

    expect(status).toBe(1);
    expectShort(printed);
    expect(printed).toContain(message);
  });

  it.each([
    [['start', '--no-open'], '--no-open'],
    [['start', '--scenario=still'], '--scenario'],
    [['deploy', 'prod', '--dry-run'], '--dry-run'],
    [['fuzz', '--count', '5'], '--count'],
    [['bench', '--json', 'figures.json'], '--json'],
  ])('say where "--" belongs when npm kept an option: npm run %j', (words, option) => {
    const { status, printed } = run(words);

    expect(status).toBe(1);
    expect(printed).toContain(`npm kept ${option} for itself`);
  });
});

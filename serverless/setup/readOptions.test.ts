import path from 'node:path';
import { doctorUsage, readDoctorOptions, readSetupOptions, setupUsage } from './readOptions';
import { SetupProblem } from './SetupProblem';

/** What a person reads about words that are refused. */
function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error: unknown) {
    if (error instanceof SetupProblem) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused');
}

const setup = (line: string, npm: Record<string, string> = {}) =>
  readSetupOptions(line === '' ? [] : line.split(' '), npm);

describe('readSetupOptions', () => {
  test('takes dev unless told otherwise, and asks before it does anything', () => {
    expect(setup('')).toEqual({
      environment: 'dev',
      emulator: false,
      yes: false,
      dryRun: false,
      remove: false,
      replaceCallback: false,
      replaceDefinitions: false,
      saveThroughFunction: false,
      backups: path.join(__dirname, 'backups'),
    });
  });

  test.each([
    ['dev', 'dev'],
    ['development', 'dev'],
    ['uat', 'uat'],
    ['prod', 'prod'],
    ['production', 'prod'],
  ])('takes %s for %s', (word, environment) => {
    expect(setup(word).environment).toBe(environment);
  });

  test.each([
    ['staging', 'There is no environment "staging".'],
    ['dev uat', 'Name only one environment'],
    ['--force', "Unknown option '--force'."],
    ['prod --dryrun', "Unknown option '--dryrun'."],
    ['-x', "Unknown option '-x'."],
    ['--yes=no', "Option '--yes' does not take an argument."],
    ['--backups', "Option '--backups <value>' argument missing."],
    ['prod --emulator', 'The emulator has the environment dev only.'],
    ['--remove --replace-callback', '--remove and --replace-callback exclude each other.'],
  ])('refuses "%s" in two lines, the second of which is the usage', (line, what) => {
    const [first, ...rest] = refusal(() => setup(line)).split('\n');

    expect(first).toContain(what);
    expect(rest).toEqual([setupUsage]);
  });

  test.each([
    ['dev', { npm_config_dry_run: 'true' }, 'dev --dry-run'],
    ['dev', { npm_config_remove: 'true' }, 'dev --remove'],
    ['dev', { npm_config_emulator: 'true' }, 'dev --emulator'],
    ['prod', { npm_config_yes: 'true', npm_config_remove: 'true' }, 'prod --yes --remove'],
    ['dev --yes', { npm_config_replace_callback: 'true' }, 'dev --yes --replace-callback'],
    ['dev', { npm_config_backups: 'there' }, 'dev --backups=there'],
  ])('refuses "%s" when npm kept an option (%j)', (line, npm, meant) => {
    expect(refusal(() => setup(line, npm)).split('\n')).toEqual([
      expect.stringContaining('Nothing was done: npm kept'),
      `  npm run setup -- ${meant}`,
      `In PowerShell, in quotes:  npm run setup '--' ${meant}`,
    ]);
  });

  test('takes an option that arrived, whatever npm says of it', () => {
    expect(setup('dev --yes', { npm_config_yes: 'true', npm_config_dry_run: '' }).yes).toBe(true);
  });
});

describe('readDoctorOptions', () => {
  test('takes an environment or the emulator, and nothing else', () => {
    expect(readDoctorOptions(['production'], {})).toEqual({ environment: 'prod', emulator: false });
    expect(readDoctorOptions(['dev', '--emulator'], {})).toEqual({ environment: 'dev', emulator: true });
    expect(refusal(() => readDoctorOptions(['uat', '--emulator'], {}))).toBe(
      `The emulator has the environment dev only.\n${doctorUsage}`,
    );
    expect(refusal(() => readDoctorOptions(['--fix'], {}))).toBe(`Unknown option '--fix'.\n${doctorUsage}`);
  });
});

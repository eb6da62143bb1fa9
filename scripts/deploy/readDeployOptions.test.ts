import { readDeployOptions, stepNames } from './readDeployOptions';

describe('readDeployOptions', () => {
  it.each([
    ['prod', 'prod'],
    ['production', 'prod'],
    ['development', 'dev'],
    ['uat', 'uat'],
  ])('takes the environment %s', (word, environment) => {
    expect(readDeployOptions([word], {})).toEqual({
      environment,
      steps: stepNames,
      dryRun: false,
      yes: false,
      remove: false,
    });
  });

  it('takes one step, without which all are taken', () => {
    expect(readDeployOptions(['dev', 'plugin', '--yes'], {})).toMatchObject({
      steps: ['plugin'],
      yes: true,
    });
  });

  it.each([[[]], [['staging']], [['--dry-run']]])(
    'never chooses an environment by itself, given %j',
    (words) => {
      expect(() => readDeployOptions(words, {})).toThrow(
        /^Name the environment: dev, uat, prod\.\nUsage: npm run deploy/,
      );
    },
  );

  it.each([
    [['prod', 'plugins'], /^Name one step, or none for all: functions, setup, plugin, release, doctor\.\n/],
    [['prod', 'plugin', 'release'], /^Name one step/],
    [['prod', 'setup', '--remove'], /^--remove has steps of its own; leave "setup" out\.\n/],
    [['prod', '--force'], /^Unknown option "--force"\.\n/],
    [['prod', '--yes=no'], /--yes/],
  ])('refuses %j in at most three lines', (words, message) => {
    expect(() => readDeployOptions(words, {})).toThrow(message);
    expect(() => readDeployOptions(words, {})).not.toThrow(/\n.*\n.*\n/);
  });

  it.each(['dry_run', 'yes', 'remove'])('refuses to run given that npm kept --%s for itself', (name) => {
    expect(() => readDeployOptions(['prod'], { [`npm_config_${name}`]: 'true' })).toThrow(
      /^npm kept --.* for itself/,
    );
  });
});

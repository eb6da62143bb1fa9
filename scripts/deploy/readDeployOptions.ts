import { parseArgs } from 'node:util';
import {
  environmentNamed,
  environmentNames,
  type EnvironmentName,
} from '../../serverless/setup/environments';
import { refuseOptionsKeptByNpm } from '../../serverless/setup/readOptions';
import { SetupProblem } from '../../serverless/setup/SetupProblem';

/** In the order in which they run. */
export const stepNames = ['functions', 'setup', 'plugin', 'release', 'doctor'] as const;

export type StepName = (typeof stepNames)[number];

export interface DeployOptions {
  readonly environment: EnvironmentName;
  readonly steps: readonly StepName[];
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly remove: boolean;
}

export const usage = `npm run deploy -- ${environmentNames.join(' | ')} [${stepNames.join(' | ')}] (no step: all)
  --dry-run: show the plan only; --yes: do not ask; --remove: turn the plugin off and undo set-up`;

const flags = ['dry-run', 'yes', 'remove'] as const;

/**
 * @param npm the process's environment, where npm puts options that were written without `--`
 * @throws SetupProblem with the usage
 */
export function readDeployOptions(
  words: readonly string[],
  npm: Readonly<Record<string, string | undefined>>,
): DeployOptions {
  refuseOptionsKeptByNpm(words, flags, npm, 'deploy');
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parse(() =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'dry-run': flag, yes: flag, remove: flag },
    }),
  );
  const [name = '', step, ...more] = positionals;
  const environment = environmentNamed(name);
  if (!environment) throw new SetupProblem(`Name the environment: ${environmentNames.join(', ')}.\n${usage}`);
  const only = stepNames.filter((known) => known === step);
  if (more.length > 0 || (step !== undefined && only.length === 0)) {
    throw new SetupProblem(`Name one step, or none for all: ${stepNames.join(', ')}.\n${usage}`);
  }
  if (values.remove && only.length > 0) {
    throw new SetupProblem(`--remove has steps of its own; leave "${step}" out.\n${usage}`);
  }
  return {
    environment,
    steps: only.length > 0 ? only : stepNames,
    dryRun: values['dry-run'],
    yes: values.yes,
    remove: values.remove,
  };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error: unknown) {
    // Node goes on about words that begin with a dash, which no environment does.
    const [what] = (error as Error).message.split('. ');
    throw new SetupProblem(`${what?.replace(/\.$/, '')}.\n${usage}`);
  }
}

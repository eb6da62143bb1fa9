import {
  environmentNamed,
  environmentNames,
  type EnvironmentName,
} from '../../serverless/setup/environments';
import { CommandLineEnd, readCommandLine, usage } from '../commandLine';
import { rootCommands } from '../rootCommands';

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

/** @throws CommandLineEnd with the usage */
export function readDeployOptions(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): DeployOptions {
  const { flags, words } = readCommandLine(rootCommands.deploy, args, variables);
  const refuse = (message: string): never => {
    throw new CommandLineEnd(`${message}\n${usage(rootCommands.deploy)}`, 1);
  };
  const [name = '', step, ...more] = words;
  const environment =
    environmentNamed(name) ?? refuse(`Name the environment: ${environmentNames.join(', ')}.`);
  const only = stepNames.filter((known) => known === step);
  if (more.length > 0 || (step !== undefined && only.length === 0)) {
    refuse(`Name one step, or none for all: ${stepNames.join(', ')}.`);
  }
  if (flags.has('remove') && only.length > 0) refuse(`--remove has steps of its own; leave "${step}" out.`);
  return {
    environment,
    steps: only.length > 0 ? only : stepNames,
    dryRun: flags.has('dry-run'),
    yes: flags.has('yes'),
    remove: flags.has('remove'),
  };
}

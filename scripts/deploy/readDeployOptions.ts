import { parseArgs } from 'node:util';
import { environmentNames, type EnvironmentName } from '../../serverless/setup/environments';
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

export const usage = `npm run deploy -- ${environmentNames.join(' | ')} [${stepNames.join(' | ')}]   all steps, or one
  --dry-run  show the plan and change nothing     --yes  do not ask
  --remove   turn the plugin off and undo set-up  --help`;

const longNames: Readonly<Record<string, EnvironmentName>> = { development: 'dev', production: 'prod' };

/**
 * @param environment of the process: npm puts options there that were written without `--`, or behind one that PowerShell
 *   swallowed
 * @returns 'help' when that is asked for
 * @throws SetupProblem with the usage
 */
export function readDeployOptions(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): DeployOptions | 'help' {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parse(() =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { 'dry-run': flag, yes: flag, remove: flag, help: flag },
    }),
  );
  if (values.help) return 'help';
  if (environment.npm_config_remove === 'true' && !values.remove) {
    throw new SetupProblem(
      `npm kept --remove for itself, so nothing was done. Write it behind --, in PowerShell behind '--'.\n${usage}`,
    );
  }
  const [name = '', step, ...more] = positionals;
  const chosen = longNames[name] ?? environmentNames.find((known) => known === name);
  if (!chosen) throw new SetupProblem(`Name the environment: ${environmentNames.join(', ')}.\n${usage}`);
  const only = stepNames.filter((known) => known === step);
  if (more.length > 0 || (step !== undefined && only.length === 0)) {
    throw new SetupProblem(`Name one step, or none for all: ${stepNames.join(', ')}.\n${usage}`);
  }
  if (values.remove && only.length > 0) {
    throw new SetupProblem(`--remove has steps of its own; leave "${step}" out.\n${usage}`);
  }
  return {
    environment: chosen,
    steps: only.length > 0 ? only : stepNames,
    dryRun: values['dry-run'] || environment.npm_config_dry_run === 'true',
    yes: values.yes,
    remove: values.remove,
  };
}

function parse<T>(read: () => T): T {
  try {
    return read();
  } catch (error: unknown) {
    throw new SetupProblem(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

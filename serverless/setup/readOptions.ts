import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { environmentNamed, environmentNames, type EnvironmentName } from './environments';
import { SetupProblem } from './SetupProblem';

export interface SetupOptions {
  readonly environment: EnvironmentName;
  readonly emulator: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly remove: boolean;
  readonly replaceCallback: boolean;
  readonly replaceDefinitions: boolean;
  readonly saveThroughFunction: boolean;
  /** Folder */
  readonly backups: string;
}

export interface DoctorOptions {
  readonly environment: EnvironmentName;
  /** Whether the emulator on this machine stands for Twilio, and no account is used. */
  readonly emulator: boolean;
}

/** What npm tells the scripts that it runs: `npm_config_dry_run` for an option that it kept for itself. */
type NpmVariables = Readonly<Record<string, string | undefined>>;

const flag = { type: 'boolean', default: false } as const;
const choice = `[${environmentNames.join(' | ')}]`;

const setupFlags = {
  emulator: flag,
  'dry-run': flag,
  yes: flag,
  remove: flag,
  'replace-callback': flag,
  'replace-definitions': flag,
  'save-through-function': flag,
} as const;

export const setupUsage = `npm run setup -- ${choice} ${Object.keys(setupFlags)
  .map((name) => `[--${name}]`)
  .join(' ')} [--backups FOLDER]`;

/** @throws SetupProblem with the usage, in at most three lines */
export function readSetupOptions(words: readonly string[], npm: NpmVariables): SetupOptions {
  const options = {
    ...setupFlags,
    backups: { type: 'string', default: path.join(__dirname, 'backups') },
  } as const;
  const { values, positionals } = parse(words, options, npm, 'setup', setupUsage);
  const additions = ['replace-callback', 'replace-definitions', 'save-through-function'] as const;
  const addition = additions.find((name) => values[name]);
  if (values.remove && addition) {
    throw new SetupProblem(`--remove and --${addition} exclude each other.\n${setupUsage}`);
  }
  return {
    environment: environmentOf(positionals, setupUsage, values.emulator),
    emulator: values.emulator,
    yes: values.yes,
    dryRun: values['dry-run'],
    remove: values.remove,
    replaceCallback: values['replace-callback'],
    replaceDefinitions: values['replace-definitions'],
    saveThroughFunction: values['save-through-function'],
    backups: path.resolve(values.backups),
  };
}

export const doctorUsage = `npm run doctor -- ${choice} [--emulator]`;

/** @throws SetupProblem with the usage, in at most three lines */
export function readDoctorOptions(words: readonly string[], npm: NpmVariables): DoctorOptions {
  const { values, positionals } = parse(words, { emulator: flag }, npm, 'doctor', doctorUsage);
  return {
    environment: environmentOf(positionals, doctorUsage, values.emulator),
    emulator: values.emulator,
  };
}

export const checkUsage = `npm run check -- ${choice}`;

/** @throws SetupProblem with the usage, in at most three lines */
export function readCheckOptions(
  words: readonly string[],
  npm: NpmVariables,
): Pick<DoctorOptions, 'environment'> {
  const { positionals } = parse(words, {}, npm, 'check', checkUsage);
  return { environment: environmentOf(positionals, checkUsage, false) };
}

function environmentOf(positionals: readonly string[], usage: string, isEmulated: boolean): EnvironmentName {
  const [given = 'dev', ...more] = positionals;
  const environment = environmentNamed(given);
  if (isEmulated && environment && environment !== 'dev') {
    throw new SetupProblem(`The emulator has the environment dev only.\n${usage}`);
  }
  if (environment && more.length === 0) return environment;
  throw new SetupProblem(
    `${environment ? 'Name only one environment' : `There is no environment "${given}". Choose one`}: ${environmentNames.join(', ')}.\n${usage}`,
  );
}

function parse<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
  npm: NpmVariables,
  script: string,
  usage: string,
) {
  refuseOptionsKeptByNpm(words, Object.keys(options), npm, script);
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error: unknown) {
    // Node goes on about words that begin with a dash, which no environment does.
    const [what] = (error as Error).message.split('. ');
    throw new SetupProblem(`${what?.replace(/\.$/, '')}.\n${usage}`);
  }
}

/** Without `--`, and in PowerShell even with it, npm keeps the options, and a dry run would become a real one. */
function refuseOptionsKeptByNpm(
  words: readonly string[],
  names: readonly string[],
  npm: NpmVariables,
  script: string,
): void {
  const kept = names
    .filter((name) => !words.some((word) => word === `--${name}` || word.startsWith(`--${name}=`)))
    .flatMap((name) => {
      const value = npm[`npm_config_${name.replaceAll('-', '_')}`];
      if (value === undefined || value === '' || value === 'false') return [];
      return value === 'true' ? `--${name}` : `--${name}=${value}`;
    });
  if (kept.length === 0) return;
  const line = (dashes: string) => `npm run ${script} ${[dashes, ...words, ...kept].join(' ')}`;
  throw new SetupProblem(
    `Nothing was done: npm kept ${kept.join(' and ')} for itself. Put -- before the options:\n  ${line('--')}\nIn PowerShell, in quotes:  ${line("'--'")}`,
  );
}

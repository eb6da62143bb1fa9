import path from 'node:path';
import { parseArgs } from 'node:util';
import { environmentNames, type EnvironmentName } from './environments';
import { SetupProblem } from './SetupProblem';

export interface SetupOptions {
  readonly environment: EnvironmentName;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly remove: boolean;
  readonly replaceCallback: boolean;
  readonly replaceDefinitions: boolean;
  readonly saveThroughFunction: boolean;
  /** Folder */
  readonly backups: string;
}

const usage = `npm run setup -- [${environmentNames.join(' | ')}] [--dry-run] [--yes] [--remove] [--replace-callback] [--replace-definitions] [--save-through-function] [--backups FOLDER]`;

/** @throws SetupProblem with the usage */
export function readSetupOptions(words: readonly string[]): SetupOptions {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parse(usage, () =>
    parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        yes: flag,
        'dry-run': flag,
        remove: flag,
        'replace-callback': flag,
        'replace-definitions': flag,
        'save-through-function': flag,
        backups: { type: 'string', default: path.join(__dirname, 'backups') },
      },
    }),
  );
  const additions = ['replace-callback', 'replace-definitions', 'save-through-function'] as const;
  if (values.remove && additions.some((name) => values[name])) {
    throw new SetupProblem(`--remove replaces and adds nothing.\n${usage}`);
  }
  return {
    environment: environmentOf(positionals, usage),
    yes: values.yes,
    dryRun: values['dry-run'],
    remove: values.remove,
    replaceCallback: values['replace-callback'],
    replaceDefinitions: values['replace-definitions'],
    saveThroughFunction: values['save-through-function'],
    backups: path.resolve(values.backups),
  };
}

const doctorUsage = `npm run doctor -- [${environmentNames.join(' | ')}]`;

/** @throws SetupProblem with the usage */
export function readDoctorOptions(words: readonly string[]): { readonly environment: EnvironmentName } {
  const { positionals } = parse(doctorUsage, () => parseArgs({ args: [...words], allowPositionals: true }));
  return { environment: environmentOf(positionals, doctorUsage) };
}

function environmentOf(positionals: readonly string[], forms: string): EnvironmentName {
  const [given = 'dev', ...more] = positionals;
  const environment = environmentNames.find((name) => name === given);
  if (environment && more.length === 0) return environment;
  throw new SetupProblem(`Name one environment: ${environmentNames.join(', ')}.\n${forms}`);
}

function parse<T>(forms: string, read: () => T): T {
  try {
    return read();
  } catch (error: unknown) {
    throw new SetupProblem(`${error instanceof Error ? error.message : String(error)}\n${forms}`);
  }
}

/** What a command of the project's root takes. */
export interface CommandSyntax {
  /** As it is typed: `npm start`, `npm run bench`. */
  readonly command: string;
  /** What it does, in one line. */
  readonly purpose: string;
  /** Options that stand alone, such as `no-open`. */
  readonly flags?: readonly string[];
  /** Options that are followed by a value, with a word for it: `{ scenario: 'NAME' }`. */
  readonly values?: Readonly<Record<string, string>>;
  /** Words without an option, such as the names of benches; left out, there may be none. */
  readonly words?: string;
}

export interface CommandLine {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly words: readonly string[];
}

/** What a person has to read before the command goes on: a mistake, or the help that was asked for. */
export class CommandLineEnd extends Error {
  constructor(
    message: string,
    readonly exitCode: 0 | 1,
  ) {
    super(message);
  }
}

/**
 * Reads what stands after a command.
 * @throws CommandLineEnd given --help, something unknown, or options that npm kept for itself because "--" is missing
 */
export function readCommandLine(
  syntax: CommandSyntax,
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): CommandLine {
  const { flags: known = [], values: valued = {}, words: wordsAllowed } = syntax;
  const wrong = (message: string): CommandLineEnd => new CommandLineEnd(`${message}\n${usage(syntax)}`, 1);
  const kept = [...known, ...Object.keys(valued)].find((name) => isKeptByNpm(name, environment));
  if (kept !== undefined) {
    throw wrong(
      `npm kept --${kept} for itself. Put " -- " before the options: ${syntax.command} -- --${kept}`,
    );
  }

  const flags = new Set<string>();
  const values = new Map<string, string>();
  const words: string[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name, given] = /^--([^=]+)(?:=([^]*))?$/.exec(arg) ?? [];
    if (arg === '--help' || arg === '-h') throw new CommandLineEnd(`${syntax.purpose}\n${usage(syntax)}`, 0);
    if (name !== undefined && given === undefined && known.includes(name)) flags.add(name);
    else if (name !== undefined && Object.hasOwn(valued, name)) {
      const value = given ?? rest.shift() ?? '';
      if (value === '') throw wrong(`--${name} needs a value.`);
      values.set(name, value);
    } else if (arg.startsWith('-')) throw wrong(`Unknown option "${arg}".`);
    else if (wordsAllowed === undefined) throw wrong(`"${arg}" means nothing here.`);
    else words.push(arg);
  }
  return { flags, values, words };
}

/** A number above 0, or `fallback` where the option is not given. @throws CommandLineEnd */
export function numberOf(
  syntax: CommandSyntax,
  { values }: CommandLine,
  name: string,
  fallback: number,
  { whole = true } = {},
): number {
  const given = values.get(name);
  if (given === undefined) return fallback;
  const number = Number(given);
  if (number > 0 && (whole ? Number.isSafeInteger(number) : Number.isFinite(number))) return number;
  const kind = whole ? 'whole number' : 'number';
  throw new CommandLineEnd(`--${name} is "${given}"; it must be a ${kind} above 0.\n${usage(syntax)}`, 1);
}

/** Runs a command, and shows a person's mistake without a stack. */
export async function runCommand(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error: unknown) {
    if (!(error instanceof CommandLineEnd)) throw error;
    (error.exitCode === 0 ? console.log : console.error)(error.message);
    process.exitCode = error.exitCode;
  }
}

/** The line that says what a command takes. */
export function usage({ command, flags = [], values = {}, words }: CommandSyntax): string {
  const options = [
    ...Object.entries(values).map(([name, value]) => `[--${name} ${value}]`),
    ...flags.map((name) => `[--${name}]`),
  ];
  const after = [...(options.length > 0 ? ['--', ...options] : []), ...(words === undefined ? [] : [words])];
  return ['Usage:', command, ...after].join(' ');
}

/** `npm start --no-open` sets npm's own configuration, and the command never hears of it. */
function isKeptByNpm(name: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const variable = (option: string): string | undefined =>
    environment[`npm_config_${option.replaceAll('-', '_')}`];
  const isOff = name.startsWith('no-') && variable(name.slice('no-'.length)) === '';
  return isOff || ![undefined, ''].includes(variable(name));
}

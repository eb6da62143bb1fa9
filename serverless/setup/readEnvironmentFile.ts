import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CollectorError } from '../src/CollectorError';
import { readConfiguration, type Configuration } from '../src/configuration';
import { compareReadings, type Readings } from './compareReadings';
import { exampleVariables } from './exampleVariables';
import { misspeltVariables } from './misspeltVariables';
import { SetupProblem } from './SetupProblem';

export interface EnvironmentFile extends Readings {
  /** As people know it: `.env.development` */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The file in the folder that the command runs in, undefined when there is none. */
export function readEnvironmentFile(name: string): EnvironmentFile | undefined {
  const file = path.resolve(name);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  const { variables, problems } = compareReadings(text);
  const misspelt = misspeltVariables(text, Object.keys(exampleVariables()));
  return { name: path.basename(file), path: file, text, variables, problems: [...problems, ...misspelt] };
}

/** @throws SetupProblem when there is no file, or a line in it would be deployed as something else, or read by nobody */
export function requireEnvironmentFile(name: string): EnvironmentFile {
  const file = readEnvironmentFile(name);
  if (!file) {
    throw new SetupProblem(
      `There is no ${name} here. Copy .env.example to ${name}, and set the time zone and the start of your day in it.`,
    );
  }
  if (file.problems.length > 0) throw new SetupProblem(`In ${name}:\n  ${file.problems.join('\n  ')}`);
  return file;
}

/**
 * What variables say, checked by the same code that checks them in the Function.
 * @param where they stand, for the message
 * @throws SetupProblem that names every variable that is missing or wrong
 */
export function toConfiguration(variables: Readonly<Record<string, string>>, where: string): Configuration {
  try {
    return readConfiguration(variables);
  } catch (error: unknown) {
    if (error instanceof CollectorError) throw new SetupProblem(`In ${where}: ${error.message}`);
    throw error;
  }
}

/**
 * When the day starts, and whether that is only what .env.example says.
 * @param fileName where to set it; undefined when nobody can
 */
export function describeDay({ dayStart, timeZone }: Configuration, fileName: string | undefined): string {
  const isUntouched = dayStart === '06:00' && timeZone === 'UTC' && fileName !== undefined;
  return `starts at ${dayStart} in ${timeZone}${isUntouched ? ` (the default; set DASHBOARD_TIMEZONE and DASHBOARD_DAY_START in ${fileName})` : ''}`;
}

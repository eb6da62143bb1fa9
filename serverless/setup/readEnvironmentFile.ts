import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { CollectorError } from '../src/CollectorError';
import { readConfiguration, type Configuration } from '../src/configuration';
import { SetupProblem } from './SetupProblem';

export interface EnvironmentFile {
  /** As people know it: `.env.development` */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The file in the folder that the command runs in, undefined when there is none. */
export function readEnvironmentFile(name: string): EnvironmentFile | undefined {
  const file = path.resolve(name);
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, 'utf8');
  return { name, path: file, text, variables: parseEnv(text) as Record<string, string> };
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

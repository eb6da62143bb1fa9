import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareReadings } from './compareReadings';

/** Every variable of the Functions with its default, as .env.example has them. */
export const exampleVariables = (): Readonly<Record<string, string>> =>
  compareReadings(readFileSync(path.join(__dirname, '../.env.example'), 'utf8')).variables;

import { readFileSync } from 'fs';
import { join } from 'path';

/** A formula and what JavaScript itself gives for it over `data.json`. */
export interface BenignCase {
  readonly id: string;
  readonly formula: string;
  /** Plain JSON, with stand-ins for what JSON cannot say; see `encode`. */
  readonly expected: unknown;
  /** The code with which a formula outside the language is rightly refused. */
  readonly outside_subset?: string;
}

/** A formula that tries to escape, to hang or to change something. */
export interface HostileCase {
  readonly id: string;
  readonly formula: string;
  readonly why: string;
  /** `no-effect`: an error or a harmless value. */
  readonly expect: 'error' | 'no-effect';
}

export const benign = readLines('benign.jsonl') as readonly BenignCase[];
export const hostile = readLines('hostile.jsonl') as readonly HostileCase[];

/** A fresh copy of the data the corpus was made over. */
export function corpusData(): unknown {
  return JSON.parse(read('data.json'));
}

/** A value in the notation of the corpus. */
export function encode(value: unknown, data: unknown): unknown {
  if (value === data) return 'SAME_AS_DATA';
  if (value === undefined) return 'UNDEFINED';
  if (Object.is(value, -0)) return { $num: '-0' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $num: String(value) };
  if (Array.isArray(value)) return Array.from(value, (entry) => encode(entry, data));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, encode(entry, data)]));
}

function readLines(file: string): unknown[] {
  return read(file)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function read(file: string): string {
  return readFileSync(join(__dirname, file), 'utf8');
}

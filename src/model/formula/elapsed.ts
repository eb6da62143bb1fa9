import { FormulaError } from './FormulaError';
import type { Run } from './Run';
import { parseTime } from './times';
import { describeKind, quote } from './values';

/** Seconds between two times: ISO 8601 text or milliseconds since 1970, as Date.now() gives them. */
export function seconds([from, to]: readonly unknown[], run: Run): number | null {
  const start = time(from, run);
  const end = time(to, run);
  return start === null || end === null ? null : (end - start) / 1000;
}

/** Whole seconds from a time until now; 0 for one to come, as clocks differ. */
export function secondsSince(since: unknown, run: Run): number | null {
  const start = time(since, run);
  return start === null ? null : Math.max(0, Math.floor((run.now - start) / 1000));
}

function time(value: unknown, run: Run): number | null {
  const milliseconds = typeof value === 'string' && value.length < 100 ? parseTime(value, run) : value;
  if (milliseconds === null) return null;
  if (typeof milliseconds === 'number' && !Number.isNaN(milliseconds)) return milliseconds;
  throw new FormulaError(
    'type',
    `seconds needs two times such as "2026-01-31T09:00:00Z", and ${typeof value === 'string' ? quote(value) : describeKind(value)} was given.`,
  );
}

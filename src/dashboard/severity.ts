import type { Reading } from '../metric/Reading';

/** What needs attention, the worst first: 0 critical, 1 warning, 2 broken. Undefined for all else. */
export type Severity = 0 | 1 | 2;

/**
 * How bad it is. What is not fresh is not judged: when data goes stale nothing is known to have become better or worse, so it
 * keeps the severity it had before.
 */
export function severityOf(reading: Reading | undefined, before: Severity | undefined): Severity | undefined {
  if (reading === undefined) return undefined;
  if (reading.status.endsWith('-error')) return 2;
  if ('freshness' in reading && reading.freshness.status !== 'fresh') return before;
  if (reading.status !== 'value') return undefined;
  if (reading.style.level === 'error') return 0;
  return reading.style.level === 'warning' ? 1 : undefined;
}

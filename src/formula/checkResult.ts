import { FormulaError } from './FormulaError';
import { limits } from './limits';
import type { Run } from './Run';
import { isOpaque } from './values';

/**
 * Lets only plain data leave the engine. Every entry is paid for each time it is met: a list that holds one list many times would be
 * endless work for whoever walks it. Data itself is frozen and known to be plain.
 */
export function checkResult(value: unknown, run: Run, depth = 0): void {
  if (typeof value !== 'object' && typeof value !== 'function') return;
  if (value === null) return;
  if (isOpaque(value)) {
    throw new FormulaError(
      'not-a-value',
      'The formula gives a function instead of a value. Call it: name(…).',
    );
  }
  if (depth > limits.resultDepth) {
    throw new FormulaError('too-large', `The value nests more than ${limits.resultDepth} levels deep.`);
  }
  const entries = Object.values(value);
  run.chargeList(entries.length);
  for (const entry of entries) checkResult(entry, run, depth + 1);
}

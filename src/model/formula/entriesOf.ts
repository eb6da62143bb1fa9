import { FormulaError } from './FormulaError';
import type { Run } from './Run';
import { describeKind, isList } from './values';

/** The entries of a list or the characters of a text, as `...value` gives them. */
export function entriesOf(value: unknown, run: Run): readonly unknown[] {
  if (typeof value === 'string') {
    run.chargeList(value.length);
    return [...value];
  }
  if (isList(value)) return value;
  throw new FormulaError('type', `A list is needed here, and ${describeKind(value)} was given.`);
}

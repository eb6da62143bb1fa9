import { isDeepStrictEqual } from 'util';
import { compileFormula } from '../compileFormula';
import { FormulaError } from '../FormulaError';
import { oddData } from './oddData';

/** Refusals of what JavaScript computes: each is a limit or a rule of safety, none is another value. */
const rightRefusals = new Set(['blocked', 'unsupported', 'budget', 'too-large', 'too-deep', 'unknown-name', 'not-a-value']);

export type ValueComparison = 'same' | 'both fail' | 'refused' | { readonly difference: string };

/** The value of a formula over odd data against what JavaScript itself gives for it. */
export function compareValue(formula: string): ValueComparison {
  const ours = outcome(() => compileFormula(formula).evaluate({ data: oddData() }), asFormulaError);
  if (ours.error?.code === 'internal') return { difference: ours.error.message };
  if (ours.error && rightRefusals.has(ours.error.code)) return 'refused';
  const theirs = outcome(() => native(formula)(oddData()), String);
  if (ours.error)
    return theirs.error ? 'both fail' : { difference: `${ours.error.code}: ${ours.error.message}` };
  if (theirs.error) return { difference: `JavaScript fails: ${theirs.error}` };
  return isDeepStrictEqual(ours.value, theirs.value) ? 'same' : { difference: 'another value' };
}

function native(formula: string): (data: unknown) => unknown {
  return new Function('data', `return (${formula}\n)`) as (data: unknown) => unknown;
}

interface Outcome<Failure> {
  readonly value?: unknown;
  readonly error?: Failure;
}

function outcome<Failure>(run: () => unknown, asFailure: (error: unknown) => Failure): Outcome<Failure> {
  try {
    return { value: run() };
  } catch (error: unknown) {
    return { error: asFailure(error) };
  }
}

/** Anything that is no FormulaError is a mistake of ours. */
function asFormulaError(error: unknown): FormulaError {
  return error instanceof FormulaError ? error : new FormulaError('internal', `failed with ${String(error)}`);
}

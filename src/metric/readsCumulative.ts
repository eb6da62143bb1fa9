import { compileFormula, type Formula } from '../formula';

const known = new WeakMap<Formula, boolean>();

/**
 * Whether a formula reads totals of the day, which begin anew when the day does. It must compile.
 *
 * The name itself is looked for: the paths of a formula end where a list is searched, so that those of
 * `queue('Support').cumulative` and of `data.queues.map((q) => q.cumulative)` do not say it.
 */
export function readsCumulative(text: string): boolean {
  const formula = compileFormula(text);
  const reads =
    known.get(formula) ??
    (formula.analysis.texts.has('cumulative') || formula.analysis.words.has('serviceLevel'));
  known.set(formula, reads);
  return reads;
}

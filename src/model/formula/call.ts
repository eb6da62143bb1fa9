import { FormulaError } from './FormulaError';
import type { Run } from './Run';
import { code, describeKind, Frame, frame, isCallable, Lambda, native } from './values';
import type { Explain } from './explainMissing';
import type { Callable } from './values';

export type Callback = (first: unknown, second?: unknown, third?: unknown, fourth?: unknown) => unknown;

/** Calls what a formula calls. */
export function call(callee: Callable, list: readonly unknown[], run: Run): unknown {
  return callee instanceof Lambda ? callLambda(callee, list, run) : callee[native](list, run);
}

function callLambda(lambda: Lambda, list: readonly unknown[], run: Run): unknown {
  const { body, bind, cost } = lambda[code];
  run.enter(cost);
  const inner = bind(lambda[frame], list, run);
  const value = body(inner, run);
  run.leave();
  if (value !== value) run.noteNaN(lambda, inner);
  return value;
}

/**
 * A callee ready to be called many times with `count` values, as list methods do. How many there are matters:
 * `(...all) => all.length` sees it.
 */
export function callback(callee: unknown, count: 1 | 2 | 3 | 4, run: Run): Callback {
  if (callee instanceof Lambda && callee[code].plain >= 0 && callee[code].plain <= 3)
    return plainCallback(callee, run);
  if (!isCallable(callee)) {
    throw new FormulaError(
      'type',
      `A function is needed here, such as (x) => x, and ${describeKind(callee)} was given.`,
    );
  }
  return (...given) => {
    run.charge(2);
    given.length = count;
    return call(callee, given, run);
  };
}

/** An arrow of up to three plain parameters, which is nearly every arrow: without a list of its arguments. */
function plainCallback(lambda: Lambda, run: Run): Callback {
  const { body, cost } = lambda[code];
  const outer = lambda[frame];
  return (first, second, third) => {
    run.enter(cost);
    const inner = new Frame(outer, first, second, third, undefined);
    const value = body(inner, run);
    run.leave();
    if (value !== value) run.noteNaN(lambda, inner);
    return value;
  };
}

/** Why a call gave nothing that can be calculated with; undefined where the callee is not the formula's own. */
export function explainCall(
  callee: unknown,
  list: readonly unknown[],
  run: Run,
  how: Explain,
): FormulaError | undefined {
  if (!(callee instanceof Lambda)) return undefined;
  const { bind, explain } = callee[code];
  return explain(bind(callee[frame], list, run), run, how);
}

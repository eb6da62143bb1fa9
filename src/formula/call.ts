import { FormulaError } from './FormulaError';
import type { Run } from './Run';
import { Builtin, code, describeKind, frame, Lambda, native } from './values';
import type { Frame } from './values';

export type Callback = (first: unknown, second: unknown, third: unknown) => unknown;

/** Calls what a formula calls. */
export function call(callee: unknown, list: readonly unknown[], run: Run): unknown {
  if (callee instanceof Lambda) return callLambda(callee, list, run);
  if (callee instanceof Builtin && callee[native]) return callee[native](list, run);
  throw new FormulaError('type', `${describeKind(callee)} cannot be called like a function.`);
}

function callLambda(lambda: Lambda, list: readonly unknown[], run: Run): unknown {
  const { body, bind, cost } = lambda[code];
  run.enter(cost);
  const value = body(bind(lambda[frame], list, run), run);
  run.leave();
  return value;
}

/** A callee ready to be called many times with up to three values, as list methods do. */
export function callback(callee: unknown, run: Run): Callback {
  if (callee instanceof Lambda) return lambdaCallback(callee, run);
  const builtin = callee instanceof Builtin ? callee[native] : null;
  if (builtin) return (first, second, third) => builtin([first, second, third], run);
  throw new FormulaError(
    'type',
    `A function is needed here, such as (x) => x, and ${describeKind(callee)} was given.`,
  );
}

function lambdaCallback(lambda: Lambda, run: Run): Callback {
  const { body, cost, plain } = lambda[code];
  const outer = lambda[frame];
  const invoke = (variables: Frame): unknown => {
    run.enter(cost);
    const value = body(variables, run);
    run.leave();
    return value;
  };
  switch (plain) {
    case 0:
      return () => invoke([outer]);
    case 1:
      return (first) => invoke([outer, first]);
    case 2:
      return (first, second) => invoke([outer, first, second]);
    default:
      return (first, second, third) => callLambda(lambda, [first, second, third], run);
  }
}

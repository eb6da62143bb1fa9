import type { Run } from './Run';

/** A function that hands values of the formula's to JavaScript, held by the clock: its price may be wrong. */
export const timed =
  <Receiver>(
    method: (receiver: Receiver, given: readonly unknown[], run: Run) => unknown,
  ): ((receiver: Receiver, given: readonly unknown[], run: Run) => unknown) =>
  (receiver, given, run) => {
    const begun = run.beginHostCall();
    const value = method(receiver, given, run);
    run.endHostCall(begun);
    return value;
  };

import { FormulaError } from './FormulaError';
import { limits } from './limits';

/**
 * The second fence of an evaluation, beside fuel: the clock. It finds work whose price is wrong, so ordinary formulas never meet it.
 * The machine may pause at any moment, for a second or an hour. So a long stretch counts only once as a short one, unless it was
 * a single call, and nothing is stopped that has hardly begun.
 */
export class TimeFence {
  /** Whether this fence stopped the evaluation. */
  stopped = false;
  /** Milliseconds that count. */
  private taken = 0;
  private lastLook: number | undefined;
  private firstLook: number | undefined;

  /**
   * @param clock milliseconds, never put back, such as `performance.now`
   * @param fuel what the evaluation begins with
   */
  constructor(
    private readonly clock: () => number,
    private readonly fuel: number,
  ) {}

  now(): number {
    const now = this.clock();
    this.taken += Math.min(now - (this.lastLook ?? now), limits.longestStretch);
    this.lastLook = now;
    this.firstLook ??= now;
    return now;
  }

  /** Milliseconds since the clock was looked at first. */
  elapsed(): number {
    const now = this.now();
    return now - (this.firstLook ?? now);
  }

  /** @throws {FormulaError} `time` when all of it takes too long */
  look(fuelLeft: number): void {
    this.now();
    if (this.taken > limits.milliseconds && this.fuel - fuelLeft >= limits.fuelBeforeTime) {
      this.stop(`it took more than ${limits.milliseconds} ms`);
    }
  }

  /** @throws {FormulaError} `time` when the call that began at `begun` took too long, or all of it did */
  endHostCall(begun: number, fuelLeft: number): void {
    if (this.clock() - begun > limits.millisecondsOfOneCall) {
      this.stop(`this call took more than ${limits.millisecondsOfOneCall} ms`);
    }
    this.look(fuelLeft);
  }

  private stop(reason: string): never {
    this.stopped = true;
    throw new FormulaError('time', `The formula was stopped: ${reason} of the browser's time.`);
  }
}

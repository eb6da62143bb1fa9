import { FormulaError } from './FormulaError';
import { limits } from './limits';

/** When a formula that was stopped is tried again: soon at first, then once a minute. It is never given up. */
export class Pause {
  private stops = 0;
  private until = -Infinity;
  private reason: FormulaError | undefined;

  /** Why the formula is not tried now; undefined when it may be. */
  holds(clock: () => number): FormulaError | undefined {
    if (!this.reason) return undefined;
    const left = this.until - clock();
    return left > 0 ? withRetry(this.reason, left) : undefined;
  }

  /** The formula was stopped once more. */
  begin(reason: FormulaError, clock: () => number): FormulaError {
    const { retryAfter } = limits;
    const wait = retryAfter[Math.min(this.stops, retryAfter.length - 1)] ?? 0;
    this.stops++;
    this.until = clock() + wait;
    const when =
      this.stops < retryAfter.length ? 'It is tried again shortly.' : 'It is tried again once a minute.';
    this.reason = new FormulaError(reason.code, `${reason.message} ${when}`, reason);
    return withRetry(this.reason, wait);
  }

  /** The formula came to an end. */
  end(): void {
    this.stops = 0;
    this.reason = undefined;
  }
}

const withRetry = (error: FormulaError, wait: number): FormulaError =>
  new FormulaError(error.code, error.message, error, wait);

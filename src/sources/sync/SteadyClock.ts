/** A larger step between two looks is no rounding: the clock was set, or the machine slept. Milliseconds. */
const step = 1000;

/**
 * This machine's clock as it was first seen, and the time since then: milliseconds since 1970. A clock that is set back does
 * not make it go back. When the machine's clock leaps forward, it may have slept, which browsers do not all count as
 * time; so it leaps as well, and data looks older than it is rather than younger.
 */
export class SteadyClock {
  private readonly began: number;
  /** How far the machine's clock was ahead of the time passed at the last look. */
  private difference: number;
  private slept = 0;

  /**
   * @param wall the machine's clock, which may be set at any time: milliseconds since 1970
   * @param elapsed milliseconds since any moment, by a clock that nobody sets
   */
  constructor(
    private readonly wall: () => number = () => Date.now(),
    private readonly elapsed: () => number = () => performance.now(),
  ) {
    this.difference = wall() - elapsed();
    this.began = this.difference;
  }

  now(): number {
    const elapsed = this.elapsed();
    const difference = this.wall() - elapsed;
    const leap = difference - this.difference;
    if (leap > step) this.slept += leap;
    this.difference = difference;
    return this.began + elapsed + this.slept;
  }
}

/** Calls back once after this many milliseconds; the function returned calls it off. */
export type SetTimer = (callback: () => void, delayMs: number) => () => void;

/** A longer setTimeout would call back at once; waking up early does no harm. */
const longestDelayMs = 2 ** 31 - 1;

interface Plan {
  readonly due: number;
  readonly act: () => void;
}

/**
 * Plans actions in scenario seconds, which pass `pace` times as fast as real ones. Uses one timer at a time.
 * Actions due at the same moment happen in the order in which they were planned.
 */
export class ScenarioClock {
  private plans: Plan[] = [];
  private cancelTimer: () => void = () => undefined;
  private pace = 1;
  private elapsed = 0;
  private readAt: number;
  private stopped = false;

  constructor(
    private readonly now: () => number,
    private readonly setTimer: SetTimer,
  ) {
    this.readAt = now();
  }

  /** Scenario seconds since the start. */
  seconds(): number {
    const at = this.now();
    this.elapsed += (Math.max(0, at - this.readAt) / 1000) * this.pace;
    this.readAt = at;
    return this.elapsed;
  }

  after(seconds: number, act: () => void): void {
    if (this.stopped) return;
    const due = this.seconds() + seconds;
    const position = this.firstAfter(due);
    this.plans.splice(position, 0, { due, act });
    if (position === 0) this.arm();
  }

  /** 0 pauses. */
  setPace(multiplier: number): void {
    if (!Number.isFinite(multiplier) || multiplier < 0) {
      throw new RangeError(`A pace is a number from 0 (paused) up, not ${multiplier}`);
    }
    this.seconds();
    this.pace = multiplier;
    this.arm();
  }

  stop(): void {
    this.stopped = true;
    this.plans = [];
    this.cancelTimer();
  }

  private arm(): void {
    this.cancelTimer();
    const next = this.plans[0];
    if (!next || this.pace === 0) return;
    const untilDueMs = Math.ceil(((next.due - this.seconds()) * 1000) / this.pace);
    const delayMs = Math.min(Math.max(0, untilDueMs), longestDelayMs);
    this.cancelTimer = this.setTimer(() => this.run(), delayMs);
  }

  private run(): void {
    const reached = this.seconds() + 1e-6;
    for (let next = this.plans[0]; next && next.due <= reached; next = this.plans[0]) {
      this.plans.shift();
      next.act();
    }
    this.arm();
  }

  private firstAfter(due: number): number {
    let low = 0;
    let high = this.plans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.plans[middle] as Plan).due <= due) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

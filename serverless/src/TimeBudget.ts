import type { Clock } from './Clock';

/** Twilio ends a Function after 10 s and the caller sees a bare 504. Answering before that leaves a reason behind. */
export const answerWithinMs = 9_000;

/** A request begun with less than this left would hardly be answered in time. */
const shortestRequestMs = 1_000;

/** The time one invocation has, counted from its construction. */
export class TimeBudget {
  private readonly end: number;

  constructor(
    readonly clock: Clock,
    milliseconds: number = answerWithinMs,
  ) {
    this.end = clock.now() + milliseconds;
  }

  /** Milliseconds that are left. */
  left(): number {
    return this.end - this.clock.now();
  }

  /** Whether another request may begin after a pause of so many milliseconds. */
  allows(pauseMs: number): boolean {
    return pauseMs + shortestRequestMs <= this.left();
  }
}

import type { TimeBudget } from './TimeBudget';
import { toTwilioFailure } from './TwilioFailure';

/** Milliseconds before the second, third and fourth attempt, before jitter. */
const pauses = [250, 750, 2_000];

/**
 * Makes a request, again a few times when it may succeed a moment later (429, 5xx, no answer, garbage) and time allows.
 * The request must be safe to repeat.
 * @param what the request in words, for the error message
 * @throws TwilioFailure
 */
export async function callTwilio<T>(what: string, request: () => Promise<T>, time: TimeBudget): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await request();
    } catch (error: unknown) {
      const failure = toTwilioFailure(what, error);
      const pause = jittered(pauses[attempt] ?? Infinity);
      if (!failure.transient || !time.allows(pause)) throw failure;
      await time.clock.wait(pause);
    }
  }
}

/** Between half and all of it, so that invocations that failed together do not come back together. */
export const jittered = (milliseconds: number): number => milliseconds * (0.5 + Math.random() / 2);

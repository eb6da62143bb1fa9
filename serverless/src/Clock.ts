/** Time, passed in so that tests need not wait for it. */
export interface Clock {
  /** Milliseconds since 1970 */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** Twilio's documented limits per object: a sustained rate that falls with size, and a burst window. */
const sustainedPerSecond = { small: 20, large: 2 };
const smallBytes = 1024;
const largeBytes = 10 * 1024;
const burstSeconds = 10;

/** Writes per second that one object bears for long. Between 1 and 10 KiB Twilio says only that it falls; linear is a guess. */
export function sustainedWritesPerSecond(bytes: number): number {
  const part = Math.min(1, Math.max(0, (bytes - smallBytes) / (largeBytes - smallBytes)));
  return sustainedPerSecond.small + part * (sustainedPerSecond.large - sustainedPerSecond.small);
}

export const sustainedReadsPerSecond = sustainedPerSecond.small;

/**
 * One bucket of ten seconds for each key. A request that may happen N times a second takes 1/N second out of it,
 * and it fills up by one second each second.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, { seconds: number; at: number }>();

  constructor(private readonly now: () => number) {}

  /** False, and nothing taken, when the bucket does not hold enough. */
  take(key: string, perSecond: number): boolean {
    const at = this.now();
    const bucket = this.buckets.get(key) ?? { seconds: burstSeconds, at };
    const seconds = Math.min(burstSeconds, bucket.seconds + (at - bucket.at) / 1000);
    // Twenty times 1/20 is not exactly 1; a bucket that is empty but for that rounding must count as holding enough.
    const rest = seconds - 1 / perSecond;
    const taken = rest > -1e-9;
    this.buckets.set(key, { seconds: taken ? rest : seconds, at });
    return taken;
  }
}

import type { SetTimer } from './ScenarioClock';

interface Waiting {
  readonly due: number;
  readonly callback: () => void;
}

/**
 * A clock and timers that can go back in time and live through what lies between, as fast as the machine can:
 * so a scenario's history is made by the same rules as its present. Otherwise the real clock and real timers.
 */
export class RelivedTime {
  private past: number | null = null;
  private waiting: Waiting[] = [];

  constructor(private readonly realNow: () => number) {}

  readonly now = (): number => this.past ?? this.realNow();

  readonly setTimer: SetTimer = (callback, delayMs) => {
    if (this.past === null) return realTimer(callback, delayMs);
    const waiting = { due: this.past + delayMs, callback };
    this.waiting.push(waiting);
    let cancel = (): void => {
      this.waiting = this.waiting.filter((other) => other !== waiting);
    };
    this.handOver.set(waiting, (real) => (cancel = real));
    return () => cancel();
  };

  private readonly handOver = new Map<Waiting, (cancel: () => void) => void>();

  get isPast(): boolean {
    return this.past !== null;
  }

  goBack(seconds: number): void {
    this.past = this.realNow() - seconds * 1000;
  }

  /** Runs every timer due until the present, and `everySecond` in between; then time is real again. */
  catchUp(everySecond: () => void): void {
    while (this.past !== null && this.past < this.realNow()) {
      // Not a moment further: what lies in the future would be missing from statistics that end now.
      const until = Math.min(this.past + 1000, this.realNow());
      for (let next = this.nextUntil(until); next; next = this.nextUntil(until)) {
        this.waiting.splice(this.waiting.indexOf(next), 1);
        this.handOver.delete(next);
        this.past = next.due;
        next.callback();
      }
      this.past = until;
      everySecond();
    }
    this.past = null;
    const present = this.realNow();
    this.waiting.forEach((waiting) =>
      this.handOver.get(waiting)?.(realTimer(waiting.callback, Math.max(0, waiting.due - present))),
    );
    this.waiting = [];
    this.handOver.clear();
  }

  private nextUntil(time: number): Waiting | undefined {
    return this.waiting.filter(({ due }) => due <= time).sort((a, b) => a.due - b.due)[0];
  }
}

/** Keeps no process alive. */
function realTimer(callback: () => void, delayMs: number): () => void {
  const timer = setTimeout(callback, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}

/** Nobody is overtaken for longer than this. */
const longestMs = 5_000;

interface Held {
  left: number;
  readonly release: () => void;
}

/** Posts that wait for later ones to overtake them. `underWay` counts all posts under way, held ones included. */
export class HeldPosts {
  private readonly held = new Set<Held>();
  /** How many are waiting for everything to be posted. */
  private hurried = 0;

  /** Resolves when so many other posts were done, when there are no others and somebody waits, or after five seconds. */
  async hold(others: number, underWay: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => held.release(), longestMs);
      const held: Held = {
        left: others,
        release: () => {
          clearTimeout(timer);
          this.held.delete(held);
          resolve();
        },
      };
      this.held.add(held);
      this.releaseIfAlone(underWay);
    });
  }

  onePostDone(underWay: number): void {
    this.held.forEach((held) => {
      held.left -= 1;
      if (held.left <= 0) held.release();
    });
    this.releaseIfAlone(underWay);
  }

  /** Runs `wait`, during which held posts wait for nobody who is not under way. */
  async withoutWaiting(underWay: number, wait: () => Promise<void>): Promise<void> {
    this.hurried += 1;
    this.releaseIfAlone(underWay);
    await wait().finally(() => (this.hurried -= 1));
  }

  private releaseIfAlone(underWay: number): void {
    if (this.hurried > 0 && this.held.size === underWay) this.held.forEach(({ release }) => release());
  }
}

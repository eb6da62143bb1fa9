import type { Clock } from '../Clock';

/** Time that jumps from one thing that happens to the next. */
export class SimulatedTime implements Clock {
  private time = 0;
  private added = 0;
  private readonly agenda: { readonly at: number; readonly order: number; readonly act: () => void }[] = [];

  now = (): number => this.time;

  wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => this.at(this.time + milliseconds, resolve));

  /** Plans something. What is planned for the same moment happens in the order in which it was planned. */
  at(time: number, act: () => void): void {
    this.added += 1;
    const entry = { at: Math.max(time, this.time), order: this.added, act };
    let index = this.agenda.length;
    this.agenda.push(entry);
    // The next to happen lies at the end of the list, where it is cheap to take.
    for (; index > 0; index -= 1) {
      const before = this.agenda[index - 1];
      if (!before || before.at > entry.at) break;
      this.agenda[index] = before;
    }
    this.agenda[index] = entry;
  }

  /** Lets everything happen that is planned, and what follows from it. */
  async run(): Promise<void> {
    for (let next = this.agenda.pop(); next; next = this.agenda.pop()) {
      this.time = next.at;
      next.act();
      // All that goes on at this moment without waiting, however many promises long, is done before the next.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

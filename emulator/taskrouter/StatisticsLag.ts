import type { Activity, ContactCentreState, Task, Worker } from './contactCentreState';
import type { StatisticsSource } from './StatisticsWindow';

interface Snapshot {
  readonly at: number;
  readonly tasks: ReadonlyMap<string, Readonly<Task>>;
  readonly workers: ReadonlyMap<string, Readonly<Worker>>;
  readonly activities: ReadonlyMap<string, Activity>;
}

/**
 * Lets statistics trail reality by some seconds, as TaskRouter warns that they may: what happened since is not in them yet.
 * Ages still count to the present. A change shows after the lag and the time to the next `tick`, never before.
 */
export class StatisticsLag {
  private snapshots: Snapshot[] = [];
  private ms = 0;

  constructor(
    private readonly state: ContactCentreState,
    private readonly now: () => number,
  ) {}

  get seconds(): number {
    return this.ms / 1000;
  }

  /** 0 switches it off. From now on: what statistics showed until now they go on showing for that long. */
  set seconds(seconds: number) {
    if (!Number.isFinite(seconds) || seconds < 0) {
      throw new RangeError(`A lag is a number of seconds from 0 up, not ${seconds}`);
    }
    this.ms = seconds * 1000;
    this.reset();
  }

  /** Forgets the past: for a contact centre that starts all over. */
  reset(): void {
    this.snapshots = [];
    this.tick();
  }

  /** To be called several times a second: remembers what there is now, and forgets what nobody will see any more. */
  tick(): void {
    if (this.ms === 0) return;
    const { tasks, workers, activities } = this.state;
    this.snapshots.push({
      at: this.now(),
      tasks: copies(tasks),
      workers: copies(workers),
      activities: new Map(activities),
    });
    this.snapshots.splice(0, this.visible());
  }

  /** What statistics see. */
  source(): StatisticsSource {
    const seen = this.snapshots[this.visible()];
    if (this.ms === 0 || !seen) return this.state;
    const { tasks, workers, activities } = seen;
    const { history } = this.state;
    return {
      tasks,
      workers,
      activities,
      history: { between: (start, end) => history.between(start, Math.min(end, seen.at)) },
    };
  }

  /** Position of the newest snapshot that is old enough, or of the oldest there is. */
  private visible(): number {
    const until = this.now() - this.ms;
    let position = 0;
    while ((this.snapshots[position + 1]?.at ?? Infinity) <= until) position += 1;
    return position;
  }
}

const copies = <T>(all: ReadonlyMap<string, T>): Map<string, T> =>
  new Map([...all].map(([key, item]) => [key, { ...item }]));

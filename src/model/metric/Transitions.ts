import type { Level } from './levels';
import { Store, type ReadableStore } from '../store/Store';

/** A reading went from one level to another. */
export interface Transition {
  /** Of what: the identity of the reading. */
  readonly reading: string;
  /** Undefined for a reading that nobody had judged before. */
  readonly from: Level | undefined;
  readonly to: Level;
  /** Milliseconds since 1970, by the clock that the data was dated by. */
  readonly at: number;
}

/** How a reading stands, and since when: milliseconds since 1970. */
export interface Standing {
  readonly level: Level;
  readonly since: number;
}

/** So many are kept; older ones are forgotten. */
const most = 500;

/**
 * The levels of readings and how they changed. Only what is judged tells: while data is stale or missing, or a formula fails,
 * no transition begins or ends.
 */
export class Transitions {
  private readonly standings = new Map<string, Standing>();
  private readonly subject = new Store<readonly Transition[]>([]);
  private found: Transition[] = [];

  /** All that are kept, the oldest first. */
  get all(): ReadableStore<readonly Transition[]> {
    return this.subject;
  }

  readonly standing = (reading: string): Standing | undefined => this.standings.get(reading);

  /** Takes what a reading was judged. One that was found normal at first makes no transition. */
  note(reading: string, to: Level, at: number): void {
    const from = this.standings.get(reading)?.level;
    if (from === to) return;
    this.standings.set(reading, { level: to, since: at });
    if (from !== undefined || to !== 'normal') this.found.push({ reading, from, to, at });
  }

  /** Tells what was noted since the last time, all at once. */
  publish(): void {
    if (this.found.length === 0) return;
    this.subject.set([...this.subject.get(), ...this.found].slice(-most));
    this.found = [];
  }

  /** Readings that are no longer there. */
  forget(readings: readonly string[]): void {
    for (const reading of readings) this.standings.delete(reading);
  }
}

import { createBudget } from '../formula';
import { evaluateMetric, type Evaluation, type Moment } from '../metric/evaluateMetric';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import type { Reading } from '../metric/Reading';
import { sameReading } from '../metric/sameReading';

/** A moment without the budget, which each update gets anew. */
export type MomentOfBoard = Omit<Moment, 'budget'>;

interface Kept extends Evaluation {
  readonly parsed: ParsedDefinition;
}

/**
 * The readings of a board, by key. A reading that did not change stays the same object, and only who follows a reading that
 * did change is called back; so a tile is drawn only when it looks different.
 */
export class ReadingsStore {
  private kept: ReadonlyMap<string, Kept> = new Map();
  private evaluatedAt = -Infinity;
  private readonly followers = new Map<string, Set<() => void>>();
  private readonly followersOfAll = new Set<(changed: readonly string[]) => void>();

  readonly get = (key: string): Reading | undefined => this.kept.get(key)?.reading;

  readonly keys = (): readonly string[] => [...this.kept.keys()];

  /** What the reading was evaluated from. */
  readonly parsed = (key: string): ParsedDefinition | undefined => this.kept.get(key)?.parsed;

  /** Calls back when the reading of this key has changed. */
  readonly subscribe = (key: string, onChange: () => void): (() => void) => {
    const followers = this.followers.get(key) ?? new Set();
    this.followers.set(key, followers.add(onChange));
    return () => {
      followers.delete(onChange);
      if (followers.size === 0 && this.followers.get(key) === followers) this.followers.delete(key);
    };
  };

  /** Calls back after each change with the keys whose readings changed, came or went. */
  readonly subscribeToAll = (onChange: (changed: readonly string[]) => void): (() => void) => {
    this.followersOfAll.add(onChange);
    return () => this.followersOfAll.delete(onChange);
  };

  /** Evaluates everything: there are new definitions, new data or new colours. */
  evaluate(definitions: readonly ParsedDefinition[], moment: MomentOfBoard): void {
    this.renew(definitions, moment, () => true);
  }

  /** Evaluates only what time alone may have changed: what grows, goes stale, or waits for a threshold to hold. */
  tick(moment: MomentOfBoard): void {
    // A clock that was put back makes no promise good.
    const isBack = moment.now < this.evaluatedAt;
    const isDue = ({ changesAt }: Kept): boolean => isBack || changesAt <= moment.now;
    const kept = [...this.kept.values()];
    if (!kept.some(isDue)) return;
    this.renew(
      kept.map(({ parsed }) => parsed),
      moment,
      isDue,
    );
  }

  private renew(
    definitions: readonly ParsedDefinition[],
    moment: MomentOfBoard,
    isDue: (kept: Kept) => boolean,
  ): void {
    const whole: Moment = { ...moment, budget: createBudget() };
    this.evaluatedAt = moment.now;
    const before = this.kept;
    const renewed = new Map<string, Kept>();
    const changed: string[] = [];
    for (const parsed of definitions) {
      const { key } = parsed;
      const old = before.get(key);
      if (old && old.parsed === parsed && !isDue(old)) {
        renewed.set(key, old);
        continue;
      }
      const evaluated = evaluateMetric(parsed, whole, old?.memory);
      const isSame = old !== undefined && sameReading(old.reading, evaluated.reading);
      renewed.set(key, { ...evaluated, reading: isSame ? old.reading : evaluated.reading, parsed });
      if (!isSame) changed.push(key);
    }
    for (const key of before.keys()) if (!renewed.has(key)) changed.push(key);
    this.kept = renewed;
    this.report(changed);
  }

  private report(changed: readonly string[]): void {
    if (changed.length === 0) return;
    for (const key of changed) this.followers.get(key)?.forEach((follower) => follower());
    this.followersOfAll.forEach((follower) => follower(changed));
  }
}

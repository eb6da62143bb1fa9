import { createBudget } from '../formula';
import { evaluateMetric, type Evaluation, type Moment } from '../metric/evaluateMetric';
import { partOfQueues } from '../metric/partOfQueues';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import type { Reading } from '../metric/Reading';
import { sameReading } from '../metric/sameReading';

/** A moment without the budget, which each update gets anew. */
export type MomentOfBoard = Omit<Moment, 'budget'>;

interface Kept {
  parsed: ParsedDefinition;
  readonly reading: Reading;
  memory: Evaluation['memory'];
  changesAt: number;
  isStopped: boolean;
}

/** A figure over all queues says when the data does not have them all. */
function withPart(reading: Reading, parsed: ParsedDefinition, data: unknown): Reading {
  if (!('freshness' in reading) || !('definition' in parsed)) return reading;
  const part = partOfQueues(parsed.definition.formula, data);
  return part ? { ...reading, part } : reading;
}

/**
 * The readings of a board, by key. A reading that did not change stays the same object, and only who follows a reading that
 * did change is called back; so a tile is drawn only when it looks different.
 */
export class ReadingsStore {
  private readonly kept = new Map<string, Kept>();
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
    const wanted = new Set(definitions.map(({ key }) => key));
    const gone = [...this.kept.keys()].filter((key) => !wanted.has(key));
    for (const key of gone) this.kept.delete(key);
    this.report([...gone, ...this.renew(definitions, moment)]);
  }

  /** Evaluates only what time alone may have changed: what grows, goes stale, or waits for a threshold to hold. */
  tick(moment: MomentOfBoard): void {
    // A clock that was put back makes no promise good.
    const isBack = moment.now < this.evaluatedAt;
    const due = [...this.kept.values()].filter(({ changesAt }) => isBack || changesAt <= moment.now);
    if (due.length === 0) return;
    this.report(
      this.renew(
        due.map(({ parsed }) => parsed),
        moment,
      ),
    );
  }

  /** @returns the keys whose readings changed */
  private renew(definitions: readonly ParsedDefinition[], moment: MomentOfBoard): readonly string[] {
    const budget = createBudget(undefined, { tiles: definitions.length });
    const whole: Moment = { ...moment, budget };
    this.evaluatedAt = moment.now;
    const changed: string[] = [];
    for (const parsed of this.stoppedFirst(definitions)) {
      const { key } = parsed;
      const known = this.kept.get(key);
      budget.nextTile();
      const evaluation = evaluateMetric(parsed, whole, known?.memory);
      const { memory, changesAt, isStopped = false } = evaluation;
      const reading = withPart(evaluation.reading, parsed, moment.data);
      if (known && sameReading(known.reading, reading)) {
        // In place: objects that outlive an update, hundreds each time, are what makes garbage collection long.
        known.parsed = parsed;
        known.memory = memory;
        known.changesAt = changesAt;
        known.isStopped = isStopped;
      } else {
        this.kept.set(key, { parsed, reading, memory, changesAt, isStopped });
        changed.push(key);
      }
    }
    return changed;
  }

  /** What got no value in the last update, for want of work that others did, goes before those others. */
  private stoppedFirst(definitions: readonly ParsedDefinition[]): readonly ParsedDefinition[] {
    const isStopped = ({ key }: ParsedDefinition): boolean => this.kept.get(key)?.isStopped ?? false;
    const stopped = definitions.filter(isStopped);
    if (stopped.length === 0) return definitions;
    return [...stopped, ...definitions.filter((parsed) => !isStopped(parsed))];
  }

  private report(changed: readonly string[]): void {
    if (changed.length === 0) return;
    for (const key of changed) this.followers.get(key)?.forEach((follower) => follower());
    this.followersOfAll.forEach((follower) => follower(changed));
  }
}

import { compileFormula, createBudget, type Budget } from '../formula';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import {
  prepareMetric,
  type Evaluation,
  type MetricContext,
  type MetricInput,
  type PreparedMetric,
} from '../metric/prepareMetric';
import type { Reading } from '../metric/Reading';
import { sameReading } from '../metric/sameReading';
import { judgedLevel } from '../metric/levels';
import { Transitions } from '../model/Transitions';
import { resolveStyle, type Colours } from './styleColours';

/** What a board is evaluated over at a moment. */
export interface MomentOfBoard extends Omit<MetricInput, 'budget'>, Pick<MetricContext, 'locale'> {
  /** Milliseconds since 1970, by the clock that the data was dated by. */
  readonly now: number;
  readonly colours: Colours;
}

interface Kept {
  parsed: ParsedDefinition;
  prepared: PreparedMetric;
  readonly reading: Reading;
  memory: Evaluation['memory'];
  changesAt: number;
  isStopped: boolean;
}

const contextOf = ({ locale, colours }: MomentOfBoard, compile = compileFormula): MetricContext => ({
  locale,
  compile,
  checkColours: (style) => resolveStyle(style, colours).problems,
});

/** What one metric reads at a moment, which nobody asks for again. */
export const readOnce = (
  parsed: ParsedDefinition,
  moment: MomentOfBoard,
  budget: Budget = createBudget(),
): Reading => prepareMetric(parsed, contextOf(moment))({ ...moment, budget }, moment.now).reading;

/**
 * The readings of a board, by key. A reading that did not change stays the same object, and only who follows a reading that
 * did change is called back; so a tile is drawn only when it looks different.
 */
export class ReadingsStore {
  private readonly kept = new Map<string, Kept>();
  private evaluatedAt = -Infinity;
  private context: MetricContext = { locale: 'en' };
  private colours: Colours | undefined;
  private readonly followers = new Map<string, Set<() => void>>();
  /** Alarms and other levels as they change. A reading's identity is its key, however many tiles show it. */
  readonly transitions = new Transitions();
  private readonly followersOfAll = new Set<(changed: readonly string[]) => void>();

  /**
   * @param compile compiles the formulas, or has them compiled already
   * @param inherited of another board; readings of the same keys go on from how they stood there
   */
  constructor(
    private readonly compile = compileFormula,
    private readonly inherited?: ReadingsStore,
  ) {}

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
    this.transitions.forget(gone);
    if (moment.locale !== this.context.locale || moment.colours !== this.colours) {
      this.context = contextOf(moment, this.compile);
      this.colours = moment.colours;
      for (const kept of this.kept.values()) kept.prepared = prepareMetric(kept.parsed, this.context);
    }
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
    const { data, staleAfterSeconds, now } = moment;
    const input: MetricInput = { data, staleAfterSeconds, budget };
    this.evaluatedAt = now;
    const changed: string[] = [];
    for (const parsed of this.stoppedFirst(definitions)) {
      const { key } = parsed;
      const known = this.kept.get(key);
      budget.nextTile();
      const prepared = known?.parsed === parsed ? known.prepared : prepareMetric(parsed, this.context);
      const {
        reading,
        memory,
        changesAt,
        isStopped = false,
      } = prepared(input, now, known ? known.memory : this.inherited?.kept.get(key)?.memory);
      if (known && sameReading(known.reading, reading)) {
        // In place: objects that outlive an update, hundreds each time, are what makes garbage collection long.
        known.parsed = parsed;
        known.prepared = prepared;
        known.memory = memory;
        known.changesAt = changesAt;
        known.isStopped = isStopped;
      } else {
        this.kept.set(key, { parsed, prepared, reading, memory, changesAt, isStopped });
        changed.push(key);
        const level = judgedLevel(reading);
        if (level) this.transitions.note(key, level, now);
      }
    }
    this.transitions.publish();
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

import { compileFormula, createBudget, type Budget } from '../formula';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import { prepareMetric, type MetricContext, type MetricInput } from '../metric/prepareMetric';
import {
  isScalar,
  readingsIn,
  type Reading,
  type RowsValueReading,
  type ShapedReading,
} from '../metric/Reading';
import { sameReading } from '../metric/sameReading';
import { judgedLevel } from '../metric/levels';
import { Transitions } from '../model/Transitions';
import {
  metricsIn,
  prepareMeasure,
  type Measure,
  type MeasureMemory,
  type PreparedMeasure,
} from '../visuals/Measure';
import { resolveStyle, type Colours } from '../visuals/styleColours';

/** What a board is evaluated over at a moment. */
export interface MomentOfBoard extends Omit<MetricInput, 'budget'>, Pick<MetricContext, 'locale'> {
  /** Milliseconds since 1970, by the clock that the data was dated by. */
  readonly now: number;
  readonly colours: Colours;
}

interface Kept {
  measure: Measure;
  prepared: PreparedMeasure;
  readonly reading: ShapedReading;
  memory: MeasureMemory | undefined;
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
 * The readings of a board, by key: of its metrics, and of what its tiles bring along. A reading that did not change stays the
 * same object, and only who follows a reading that did change is called back; so a tile is drawn only when it looks different.
 */
export class ReadingsStore {
  private readonly kept = new Map<string, Kept>();
  private evaluatedAt = -Infinity;
  private context: MetricContext = { locale: 'en' };
  private colours: Colours | undefined;
  private readonly followers = new Map<string, Set<() => void>>();
  /**
   * Alarms and other levels as they change. A reading's identity is its key, however many tiles show it; in a table each cell has
   * one, of its list, column and row.
   */
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

  /** The reading of a metric. */
  readonly get = (key: string): Reading | undefined => {
    const reading = this.kept.get(key)?.reading;
    return reading && isScalar(reading) ? reading : undefined;
  };

  /** A reading of any shape. */
  readonly shaped = (key: string): ShapedReading | undefined => this.kept.get(key)?.reading;

  readonly keys = (): readonly string[] => [...this.kept.keys()];

  /** The metric that the reading was evaluated from. */
  readonly parsed = (key: string): ParsedDefinition | undefined => {
    const measure = this.kept.get(key)?.measure;
    return measure && 'shape' in measure ? undefined : measure;
  };

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

  /** Evaluates everything: there are new measures, new data or new colours. */
  evaluate(measures: readonly Measure[], moment: MomentOfBoard): void {
    const wanted = new Set(measures.map(({ key }) => key));
    const gone = [...this.kept.keys()].filter((key) => !wanted.has(key));
    const identities = this.identitiesOf(gone);
    for (const key of gone) this.kept.delete(key);
    if (moment.locale !== this.context.locale || moment.colours !== this.colours) {
      this.context = contextOf(moment, this.compile);
      this.colours = moment.colours;
      for (const kept of this.kept.values()) kept.prepared = prepareMeasure(kept.measure, this.context);
    }
    const renewed = this.renew(measures, moment);
    if (gone.length > 0) this.forget(identities);
    this.report([...gone, ...renewed]);
  }

  /** Evaluates only what time alone may have changed: what grows, goes stale, or waits for a threshold to hold. */
  tick(moment: MomentOfBoard): void {
    // A clock that was put back makes no promise good.
    const isBack = moment.now < this.evaluatedAt;
    const due = [...this.kept.values()].filter(({ changesAt }) => isBack || changesAt <= moment.now);
    if (due.length === 0) return;
    this.report(
      this.renew(
        due.map(({ measure }) => measure),
        moment,
      ),
    );
  }

  /** @returns the keys whose readings changed */
  private renew(measures: readonly Measure[], moment: MomentOfBoard): readonly string[] {
    const budget = createBudget(undefined, {
      tiles: measures.reduce((sum, measure) => sum + metricsIn(measure), 0),
    });
    const { data, staleAfterSeconds, now } = moment;
    const input: MetricInput = { data, staleAfterSeconds, budget };
    this.evaluatedAt = now;
    const changed: string[] = [];
    for (const measure of this.stoppedFirst(measures)) {
      const { key } = measure;
      const known = this.kept.get(key);
      budget.nextTile(metricsIn(measure));
      const prepared = known?.measure === measure ? known.prepared : prepareMeasure(measure, this.context);
      const {
        reading,
        memory,
        changesAt,
        isStopped = false,
      } = prepared(input, now, known ? known.memory : this.inherited?.kept.get(key)?.memory);
      if (known && sameReading(known.reading, reading)) {
        // In place: objects that outlive an update, hundreds each time, are what makes garbage collection long.
        known.measure = measure;
        known.prepared = prepared;
        known.memory = memory;
        known.changesAt = changesAt;
        known.isStopped = isStopped;
      } else {
        this.kept.set(key, { measure, prepared, reading, memory, changesAt, isStopped });
        changed.push(key);
        this.noteLevels(known?.reading, reading, now);
      }
    }
    this.transitions.publish();
    return changed;
  }

  private noteLevels(before: ShapedReading | undefined, now: ShapedReading, at: number): void {
    for (const reading of readingsIn(now)) {
      const level = judgedLevel(reading);
      if (level) this.transitions.note(reading.key, level, at);
    }
    if (before?.status === 'rows') this.endAlarmsOfRowsLeft(before, now, at);
  }

  /** A row that left its list is no alarm any more; when it comes back, it is judged as a new one. */
  private endAlarmsOfRowsLeft(before: RowsValueReading, now: ShapedReading, at: number): void {
    if (!('freshness' in now) || now.freshness.status !== 'fresh') return;
    const there = new Set(now.status === 'rows' ? now.rows.map(({ key }) => key) : []);
    const left = before.rows.filter(({ key }) => !there.has(key)).flatMap(({ cells }) => cells);
    for (const { key } of left) this.transitions.note(key, 'normal', at);
    this.transitions.forget(left.map(({ key }) => key));
  }

  private identitiesOf(keys: readonly string[]): readonly string[] {
    return keys.flatMap((key) => {
      const reading = this.kept.get(key)?.reading;
      return reading ? readingsIn(reading).map((one) => one.key) : [];
    });
  }

  /** What nothing reads any more. A cell may still be there, in a table that was changed otherwise. */
  private forget(identities: readonly string[]): void {
    const there = new Set(this.identitiesOf([...this.kept.keys()]));
    this.transitions.forget(identities.filter((key) => !there.has(key)));
  }

  /** What got no value in the last update, for want of work that others did, goes before those others. */
  private stoppedFirst(measures: readonly Measure[]): readonly Measure[] {
    const isStopped = ({ key }: Measure): boolean => this.kept.get(key)?.isStopped ?? false;
    const stopped = measures.filter(isStopped);
    if (stopped.length === 0) return measures;
    return [...stopped, ...measures.filter((measure) => !isStopped(measure))];
  }

  private report(changed: readonly string[]): void {
    if (changed.length === 0) return;
    for (const key of changed) this.followers.get(key)?.forEach((follower) => follower());
    this.followersOfAll.forEach((follower) => follower(changed));
  }
}

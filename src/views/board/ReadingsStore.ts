import { compileFormula, compileOn, createBudget, type Bindings, type Budget } from '../../model/formula';
import type { ParsedDefinition } from '../../model/metric/parseMetricDefinitions';
import { prepareMetric, type MetricContext, type MetricInput } from '../../model/metric/prepareMetric';
import {
  isScalar,
  readingsIn,
  type Reading,
  type RowsValueReading,
  type ShapedReading,
} from '../../model/metric/Reading';
import { sameReading } from '../../model/metric/sameReading';
import { judgedLevel, type Level } from '../../model/metric/levels';
import { Transitions } from '../../model/metric/Transitions';
import {
  measureOn,
  metricsIn,
  prepareMeasure,
  type Measure,
  type MeasureMemory,
  type PreparedMeasure,
} from '../../visuals/Measure';
import { resolveStyle, type Colours } from '../../visuals/styleColours';

/** What a board is evaluated over at a moment. */
export interface EvaluationContext extends Omit<MetricInput, 'budget'>, Pick<MetricContext, 'locale'> {
  /** Milliseconds since 1970, by the clock that the data was dated by. */
  readonly now: number;
  readonly colours: Colours;
  /** What is chosen on the board, for what is read once. */
  readonly board?: Bindings;
}

interface Kept {
  measure: Measure;
  prepared: PreparedMeasure;
  /** Undefined until it is evaluated for the first time. */
  reading: ShapedReading | undefined;
  /** As it was last judged; undefined while nobody has. */
  level: Level | undefined;
  memory: MeasureMemory | undefined;
  changesAt: number;
  isStopped: boolean;
}

/** Several boards' worth. */
const mostLeft = 1000;

const contextOf = ({ locale, colours }: EvaluationContext, compile = compileFormula): MetricContext => ({
  locale,
  compile,
  checkColours: (style) => resolveStyle(style, colours).problems,
});

/** What one metric reads at a moment, which nobody asks for again. */
export const readOnce = (
  parsed: ParsedDefinition,
  moment: EvaluationContext,
  budget: Budget = createBudget(),
): Reading =>
  prepareMetric(parsed, contextOf(moment, moment.board && compileOn(moment.board)))(
    { ...moment, budget },
    moment.now,
  ).reading;

/** The same of what a tile brings along. */
export const readShaped = (measure: Measure, moment: EvaluationContext): ShapedReading =>
  prepareMeasure(moment.board ? measureOn(measure, moment.board) : measure, contextOf(moment))(
    { ...moment, budget: createBudget() },
    moment.now,
  ).reading;

/**
 * The readings of a board, by key: of its metrics, and of what its tiles bring along. A reading that did not change stays the
 * same object, and only who follows a reading that did change is called back; so a tile is drawn only when it looks different.
 */
export class ReadingsStore {
  private readonly kept = new Map<string, Kept>();
  /** The same in the order of `measures`: updates look nothing up. */
  private ordered: readonly Kept[] = [];
  private measures: readonly Measure[] = [];
  /** Of what is no longer evaluated, the latest last: whoever opens the board again finds holds and margins as they were. */
  private readonly left = new Map<string, MeasureMemory>();
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

  /** What the reading is evaluated from. */
  readonly measure = (key: string): Measure | undefined => this.kept.get(key)?.measure;

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
  evaluate(measures: readonly Measure[], moment: EvaluationContext): void {
    if (moment.locale !== this.context.locale || moment.colours !== this.colours) {
      this.context = contextOf(moment, this.compile);
      this.colours = moment.colours;
      for (const kept of this.kept.values()) kept.prepared = prepareMeasure(kept.measure, this.context);
    }
    const gone = measures === this.measures ? [] : this.take(measures);
    const renewed = this.renew(this.ordered, moment);
    if (gone.length > 0) this.forget(gone.flatMap(identitiesOf));
    this.report([...gone.map(({ measure }) => measure.key), ...renewed]);
  }

  /** @returns what is no longer there */
  private take(measures: readonly Measure[]): readonly Kept[] {
    const wanted = new Set(measures.map(({ key }) => key));
    const gone = [...this.kept.values()].filter(({ measure }) => !wanted.has(measure.key));
    for (const { measure, memory } of gone) {
      this.kept.delete(measure.key);
      if (memory) this.left.set(measure.key, memory);
    }
    this.measures = measures;
    this.ordered = measures.map((measure) => this.keep(measure));
    for (const key of [...this.left.keys()].slice(0, -mostLeft)) this.left.delete(key);
    return gone;
  }

  private keep(measure: Measure): Kept {
    const { key } = measure;
    const known = this.kept.get(key);
    if (known?.measure === measure) return known;
    const prepared = prepareMeasure(measure, this.context);
    if (known) return Object.assign(known, { measure, prepared });
    const kept: Kept = {
      measure,
      prepared,
      reading: undefined,
      level: undefined,
      memory: this.left.get(key) ?? this.inherited?.kept.get(key)?.memory,
      changesAt: -Infinity,
      isStopped: false,
    };
    this.left.delete(key);
    this.kept.set(key, kept);
    return kept;
  }

  /** Evaluates only what time alone may have changed: what grows, goes stale, or waits for a threshold to hold. */
  tick(moment: EvaluationContext): void {
    // A clock that was put back makes no promise good.
    const isBack = moment.now < this.evaluatedAt;
    const due = this.ordered.filter(({ changesAt }) => isBack || changesAt <= moment.now);
    if (due.length > 0) this.report(this.renew(due, moment));
  }

  /** @returns the keys whose readings changed */
  private renew(due: readonly Kept[], moment: EvaluationContext): readonly string[] {
    const budget = createBudget(undefined, {
      tiles: due.reduce((sum, { measure }) => sum + metricsIn(measure), 0),
    });
    const { data, staleAfterSeconds, now } = moment;
    const input: MetricInput = { data, staleAfterSeconds, budget };
    this.evaluatedAt = now;
    const changed: string[] = [];
    for (const kept of stoppedFirst(due)) {
      budget.nextTile(metricsIn(kept.measure));
      const { reading, memory, changesAt, isStopped = false } = kept.prepared(input, now, kept.memory);
      // In place: objects that outlive an update, hundreds each time, are what makes garbage collection long.
      kept.memory = memory;
      kept.changesAt = changesAt;
      kept.isStopped = isStopped;
      if (kept.reading && sameReading(kept.reading, reading)) continue;
      const before = kept.reading;
      kept.reading = reading;
      changed.push(kept.measure.key);
      if (!isScalar(reading) || before?.status === 'rows') this.noteCells(before, reading, now);
      const level = isScalar(reading) ? judgedLevel(reading) : undefined;
      if (level === undefined || level === kept.level) continue;
      kept.level = level;
      this.transitions.note(kept.measure.key, level, now);
    }
    this.transitions.publish();
    return changed;
  }

  /** Each cell of a table is judged by itself. */
  private noteCells(before: ShapedReading | undefined, now: ShapedReading, at: number): void {
    if (now.status === 'rows')
      for (const cell of readingsIn(now)) {
        const level = judgedLevel(cell);
        if (level) this.transitions.note(cell.key, level, at);
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

  /** What nothing reads any more. A cell may still be there, in a table that was changed otherwise. */
  private forget(identities: readonly string[]): void {
    const there = new Set([...this.kept.values()].flatMap(identitiesOf));
    this.transitions.forget(identities.filter((key) => !there.has(key)));
  }

  private report(changed: readonly string[]): void {
    if (changed.length === 0) return;
    for (const key of changed) this.followers.get(key)?.forEach((follower) => follower());
    this.followersOfAll.forEach((follower) => follower(changed));
  }
}

/** What got no value in the last update, for want of work that others did, goes before those others. */
function stoppedFirst(due: readonly Kept[]): readonly Kept[] {
  const stopped = due.filter(({ isStopped }) => isStopped);
  return stopped.length === 0 ? due : [...stopped, ...due.filter(({ isStopped }) => !isStopped)];
}

/** What transitions know a measure by: its key, and in a table each cell. */
const identitiesOf = ({ measure, reading }: Kept): readonly string[] => [
  measure.key,
  ...(reading?.status === 'rows' ? readingsIn(reading).map(({ key }) => key) : []),
];

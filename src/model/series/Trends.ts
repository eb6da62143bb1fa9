import { dataTimes } from '../metric/freshness';
import { valueOf, type Loaded } from '../metric/Loaded';
import { Store, type ReadableStore } from '../store/Store';
import type { HistoryKind } from '../../schema/history';
import { needsOf, type Needs } from './needsOf';
import type { Past, PastDay, PastState } from './Past';
import { collectSeries, prepareRowReading, prepareSeries } from './seriesOf';
import type { EvaluateWhole, Evaluated, MeasuredFields, ReadRow, Series } from './seriesOf';
import { wholeFor } from './wholeFor';

/** The past of one metric. */
export interface Trend {
  readonly past: Past;
  readonly today: Series;
  /** One for each of `past.before`. */
  readonly before: readonly Series[];
  /** What the metric reads that was not kept; then it has no points. */
  readonly lacks: readonly string[];
  /** Whether it is of samples of "now" figures, which reach back only to `past.since`. */
  readonly isSampled: boolean;
  /** Whether the totals that it reads cannot be trusted; then it has no points. */
  readonly isDistrusted: boolean;
}

/** Where the past comes from. It is fetched while somebody follows it, as far as it is needed. */
export interface PastSource extends ReadableStore<Loaded<Past>> {
  /** Fetches documents of these kinds as well. @returns ends that; a second call does nothing */
  need(kinds: readonly HistoryKind[]): () => void;
}

export interface TrendsOptions {
  readonly past: PastSource;
  /** The dashboard data as it is now. */
  readonly data: ReadableStore<Loaded<unknown>>;
  /** What formulas read beside the dashboard data, by name. */
  readonly furtherSources: readonly string[];
  /** Does a slice of work in a turn of its own. @returns takes it back */
  readonly inTurn?: (work: () => void) => () => void;
  /** Milliseconds, never put back. */
  readonly clock?: () => number;
}

/** Longer work than 8 ms would be felt by whoever scrolls or types: a slice ends before, as its last step takes time too. Milliseconds. */
const slice = 5;
/** Metrics whose series are kept though nobody looks at them. */
const mostUnused = 100;

interface Kept {
  readonly metric: MeasuredFields;
  readonly evaluate: EvaluateWhole;
  readonly known: WeakMap<PastState, Evaluated>;
  readonly trend: Store<Loaded<Trend>>;
  readonly needs: Needs;
  /** The needs as text: equal for metrics that need the same. */
  readonly sameNeeds: string;
  followers: number;
  /** Its documents are not needed any more. */
  release: () => void;
  /** The past that the trend was made of. */
  madeOf: Past | undefined;
}

/**
 * The past of metrics, by what they read: two tiles of one formula share it, and another threshold changes nothing of it. It is worked
 * out in slices, apart from the updates of tiles: each moment is read once for all metrics that want it.
 */
export class Trends {
  private readonly kept = new Map<string, Kept>();
  private readonly columns = new Map<string, ReadRow>();
  private leave: (() => void) | undefined;
  private cancel: (() => void) | undefined;
  private isWaiting = false;
  /** What is left of the work; another past or another follower begins it anew. */
  private steps: Generator<undefined, void> | undefined;
  private readonly inTurn: (work: () => void) => () => void;
  private readonly clock: () => number;

  constructor(private readonly options: TrendsOptions) {
    this.inTurn = options.inTurn ?? inTimer;
    this.clock = options.clock ?? (() => performance.now());
  }

  /** The past of a metric; it is worked out while somebody follows it. The same object for the same formula. */
  readonly of = (metric: MeasuredFields): ReadableStore<Loaded<Trend>> => {
    const kept = this.keep(metric);
    return {
      get: kept.trend.get,
      subscribe: (onChange) => {
        const leave = kept.trend.subscribe(onChange);
        kept.followers += 1;
        if (kept.followers === 1) kept.release = this.options.past.need(kept.needs.kinds);
        this.begin();
        let isOver = false;
        return () => {
          if (isOver) return;
          isOver = true;
          leave();
          kept.followers -= 1;
          this.steps = undefined;
          if (kept.followers === 0) kept.release();
          this.endUnlessFollowed();
        };
      },
    };
  };

  /** When the data was collected that tiles show now, in milliseconds since 1970; undefined when that is not known. */
  readonly collectedAt = (): number | undefined => dataTimes(valueOf(this.options.data.get())).collectedAt;

  private keep({ formula, sampleFormula, minimumSample, row }: MeasuredFields): Kept {
    const metric = { formula, sampleFormula, minimumSample, row };
    const key = JSON.stringify(metric);
    const known = this.kept.get(key);
    if (known) return known;
    this.dropUnused();
    const needs = needsOf(metric, this.options.furtherSources);
    const kept: Kept = {
      metric,
      needs,
      sameNeeds: JSON.stringify(needs),
      evaluate: prepareSeries(metric, this.readRow(metric)),
      known: new WeakMap(),
      trend: new Store<Loaded<Trend>>({ status: 'loading' }),
      followers: 0,
      release: () => undefined,
      madeOf: undefined,
    };
    this.kept.set(key, kept);
    return kept;
  }

  /** Shared by all rows of one column. */
  private readRow(metric: MeasuredFields): ReadRow | undefined {
    if (!metric.row) return undefined;
    const key = JSON.stringify({ ...metric, row: { ...metric.row, key: undefined } });
    const known = this.columns.get(key) ?? prepareRowReading(metric);
    this.columns.set(key, known);
    return known;
  }

  private dropUnused(): void {
    const unused = [...this.kept].filter(([, { followers }]) => followers === 0);
    for (const [key] of unused.slice(0, Math.max(0, unused.length - mostUnused))) this.kept.delete(key);
  }

  private begin(): void {
    this.leave ??= this.options.past.subscribe(() => this.renew());
    this.renew();
  }

  private endUnlessFollowed(): void {
    if ([...this.kept.values()].some(({ followers }) => followers > 0)) return;
    this.leave?.();
    this.leave = undefined;
    this.cancel?.();
    this.cancel = undefined;
    this.isWaiting = false;
    this.columns.clear();
  }

  /** The past is another one, or somebody follows a metric that nobody did. */
  private renew(): void {
    this.steps = undefined;
    const past = this.options.past.get();
    if (past.status === 'ready') {
      this.workLater();
      return;
    }
    for (const kept of this.followed()) kept.trend.set(past);
  }

  private workLater(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.cancel = this.inTurn(() => {
      this.isWaiting = false;
      this.work();
    });
  }

  private followed(): readonly Kept[] {
    return [...this.kept.values()].filter(({ followers }) => followers > 0);
  }

  private work(): void {
    const past = valueOf(this.options.past.get());
    if (!past) return;
    const until = this.clock() + slice;
    this.steps ??= this.stepsOver(past);
    while (!this.steps.next().done) {
      if (this.clock() < until) continue;
      this.workLater();
      return;
    }
    this.steps = undefined;
  }

  /** All that is to be done, in steps that are short: the next slice goes on where this one ended. */
  private *stepsOver(past: Past): Generator<undefined, void> {
    const wanting = this.followed().filter(({ madeOf }) => madeOf !== past);
    const evaluating = wanting.filter((kept) => !isHidden(kept, past));
    for (const state of [past.today, ...past.before].flatMap((day) => day.states)) {
      const missing = evaluating.filter(({ known }) => !known.has(state));
      if (missing.length === 0) continue;
      const data = state.read();
      yield;
      // What is whole for one metric is whole for all that need the same.
      const whole = new Map<string, unknown>();
      for (const { evaluate, known, needs, sameNeeds } of missing) {
        if (!whole.has(sameNeeds)) whole.set(sameNeeds, wholeFor(needs, data));
        known.set(state, evaluate(state, whole.get(sameNeeds)));
        yield;
      }
    }
    for (const kept of wanting) {
      kept.madeOf = past;
      kept.trend.set({ status: 'ready', value: trendOf(kept, past) });
      yield;
    }
  }
}

/** A trend that would be wrong is not worked out. */
const isHidden = ({ needs }: Kept, past: Past): boolean =>
  needs.lacks.length > 0 || (needs.readsTotals && past.isDistrusted);

function trendOf(kept: Kept, past: Past): Trend {
  const { lacks, readsGauges, readsTotals } = kept.needs;
  const seriesOf = ({ states }: PastDay): Series =>
    isHidden(kept, past)
      ? { points: [] }
      : collectSeries(states.flatMap((state) => kept.known.get(state) ?? []));
  return {
    past,
    today: seriesOf(past.today),
    before: past.before.map(seriesOf),
    lacks,
    isSampled: readsGauges,
    isDistrusted: readsTotals && past.isDistrusted,
  };
}

const inTimer = (work: () => void): (() => void) => {
  const timer = setTimeout(work, 0);
  return () => clearTimeout(timer);
};

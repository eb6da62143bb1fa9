import type { ThresholdStyle } from '../../schema/metricDefinition';
import type { Level } from './levels';
import type { FormulaProblem, NeededChoice, Problem, StyleProblem } from './Problem';

/**
 * A metric definition evaluated against dashboard data at one moment: all that a tile needs to draw itself.
 * A union, so that no drawing code can forget that a metric may be broken or have no answer.
 */
export type Reading = ValueReading | TooFewReading | NoAnswerReading | NoDataReading | ProblemReading;

interface ReadingOfMetric {
  /** The definition's key; identifies the metric. */
  readonly key: string;
  readonly label: string;
}

interface ReadingOfData extends ReadingOfMetric {
  /** Whether the data can be trusted to be the present; what is not fresh neither grows nor alarms as if it were. */
  readonly freshness: Freshness;
  /** Of how many it was made, where that is not all of them. */
  readonly completeness?: Completeness | undefined;
  /** Why this is the last reading and no new one: the formula was stopped and will be tried again. It is stale, whatever the data. */
  readonly stopped?: FormulaProblem;
}

export interface ValueReading extends ReadingOfData {
  readonly status: 'value';
  /** The value as the tile shows it, without its unit. */
  readonly text: string;
  /** Of a length of time: how many whole seconds the text stands for. */
  readonly seconds?: number | undefined;
  readonly unit?: string | undefined;
  /** What the formula gave, before growth and format. */
  readonly value: MetricValue;
  /** The value with its growth; undefined for what does not grow. */
  readonly grown?: number | undefined;
  /** How bad it is; of what is not fresh, how bad it was. */
  readonly level: Level;
  /** When the level was judged that is kept of what is not fresh, in milliseconds since 1970; undefined of what is. */
  readonly levelAt?: number | undefined;
  /** As it is saved; undefined for the default one, and for what is not judged. */
  readonly style?: ThresholdStyle | undefined;
  /** The threshold that gave the style; absent when none is crossed. */
  readonly crossed?: Crossing | undefined;
  /** Saved styles that cannot be drawn as saved, or that cannot be read well. */
  readonly styleProblems: readonly StyleProblem[];
}

/** The value rests on fewer cases than the definition asks for. Shown, but never judged. */
export interface TooFewReading extends ReadingOfData {
  readonly status: 'too-few';
  readonly text: string;
  readonly seconds?: number | undefined;
  readonly unit?: string | undefined;
  readonly value: MetricValue;
  readonly grown?: number | undefined;
  readonly sample: number;
  readonly minimumSample: number;
}

/** The formula gave null: there is no answer now, as in an average of nothing. Never compared with thresholds. */
export interface NoAnswerReading extends ReadingOfData {
  readonly status: 'no-answer';
}

/** No data has been collected yet, a source that it reads has none, or nobody chose what it is to be of. */
export interface NoDataReading extends ReadingOfMetric {
  readonly status: 'no-data';
  /** Name of the source that has nothing yet, unless that is the dashboard data. */
  readonly source?: string;
  /** The choice of the board that it waits for. */
  readonly needs?: NeededChoice;
}

export interface ProblemReading extends ReadingOfMetric {
  /** `formula`: the tile shows ERR. `format`: ERR FMT. `definition`: what is saved is not a metric; ERR. */
  readonly status: 'formula-error' | 'format-error' | 'definition-error';
  readonly problem: Problem;
}

/** A whole in parts, such as agents by activity. */
export interface PartsValueReading extends ReadingOfData {
  readonly status: 'parts';
  /** In the order that the formula gave them. */
  readonly parts: readonly PartReading[];
  readonly total: number;
  /** The total as the tile shows it. */
  readonly text: string;
}

export interface PartReading extends Part {
  /** The count as the tile shows it. */
  readonly text: string;
}

/** One part of a whole; the count is finite and not below 0. */
export interface Part {
  readonly label: string;
  readonly count: number;
}

export type PartsReading = PartsValueReading | NoAnswerReading | NoDataReading | ProblemReading;

/** A list, such as one row for each queue. */
export interface RowsValueReading extends ReadingOfData {
  readonly status: 'rows';
  readonly rows: readonly RowReading[];
}

export interface RowReading {
  /** What the row is called, the same from one reading to the next: thresholds remember by it. */
  readonly key: string;
  /** One for each column. The key of each is its own: list, column and row. */
  readonly cells: readonly Reading[];
  /** What the entry of the row has at the paths that were asked for; the same object until one of them is another. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export type RowsReading = RowsValueReading | NoAnswerReading | NoDataReading | ProblemReading;

/** A reading of any shape. One without a value looks the same in each. */
export type ShapedReading = Reading | PartsReading | RowsReading;

export const isScalar = (reading: ShapedReading): reading is Reading =>
  reading.status !== 'parts' && reading.status !== 'rows';

/** The readings of one value that a reading holds: itself, or the cells of its rows. Each has an identity, its key. */
export function readingsIn(reading: ShapedReading): readonly Reading[] {
  if (isScalar(reading)) return [reading];
  return reading.status === 'rows' ? reading.rows.flatMap(({ cells }) => cells) : [];
}

/** What a formula may give for one tile. */
export type MetricValue = string | number | boolean;

export type Freshness =
  | { readonly status: 'fresh' }
  /** Too old to act on. The age is rounded to what is worth showing, so that it changes seldom; undefined when nobody knows it. */
  | { readonly status: 'stale'; readonly age: Age | undefined }
  /** The contact centre's day has begun anew, and these totals are still those of the day before. */
  | { readonly status: 'previous-day' };

/** So many of all that there are: queues of the dashboard data, or agents. */
export interface Completeness {
  readonly count: number;
  readonly all: number;
  /** @default queues */
  readonly of?: 'agents';
  /** There may be more, and nobody knows how many. */
  readonly isAtLeast?: true;
}

export interface Age {
  readonly amount: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
}

export interface Crossing {
  readonly direction: 'over' | 'under' | 'equal';
  /** The threshold in the metric's format, without its unit. */
  readonly limit: string;
  /** Of a length of time: how many whole seconds the limit is. */
  readonly limitSeconds?: number | undefined;
}

/**
 * A metric definition evaluated against dashboard data at one moment: all that a tile needs to draw itself.
 * A union, so that no drawing code can forget that a metric may be broken or have no answer.
 */
export type Reading = ValueReading | NoAnswerReading | NoDataReading | ProblemReading;

interface ReadingOfMetric {
  /** The definition's key; identifies the metric. */
  readonly key: string;
  readonly label: string;
}

export interface ValueReading extends ReadingOfMetric {
  readonly status: 'value';
  /** The value as the tile shows it. */
  readonly text: string;
  readonly style: TileStyle;
  /** In words, the threshold that gave the style, such as `over 00:02:00`; absent when none is crossed. */
  readonly crossed?: string;
  /** Saved styles that cannot be drawn as saved, in words. */
  readonly styleProblems: readonly string[];
}

/** The formula gave null: there is no answer now, as in an average of nothing. Never compared with thresholds. */
export interface NoAnswerReading extends ReadingOfMetric {
  readonly status: 'no-answer';
}

/** No data has been collected yet. */
export interface NoDataReading extends ReadingOfMetric {
  readonly status: 'no-data';
}

export interface ProblemReading extends ReadingOfMetric {
  /** `formula`: the tile shows ERR. `format`: ERR FMT. `definition`: what is saved is not a metric; ERR. */
  readonly status: 'formula-error' | 'format-error' | 'definition-error';
  /** What is wrong, where, and what to do, in plain words. */
  readonly problem: string;
}

export interface TileStyle {
  readonly level: 'none' | 'success' | 'warning' | 'error';
  /** Names of Paste tokens; no background means transparent. */
  readonly valueColour: string;
  readonly labelColour: string;
  readonly backgroundColour?: string;
}

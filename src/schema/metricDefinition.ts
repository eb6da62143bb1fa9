/** The document `dashboard-definitions`: metric definitions by key. The key identifies a metric; labels may repeat. */
export type MetricDefinitions = Readonly<Record<string, { readonly metric: MetricDefinition }>>;

/** One metric as it is saved. Fields unknown to this version are kept when a definition is saved again. */
export interface MetricDefinition {
  readonly label: string;
  /** Written by early versions; ignored and kept. */
  readonly value?: unknown;
  /** An expression over `data`, see docs/formulas.md. */
  readonly formula: string;
  /** `""` shows the value as it is; `seconds`, `duration`, `number`, `percent` and `time` are in docs/definitions.md. @default "" */
  readonly format?: string;
  /** Digits after the decimal point, 0 to 6, for the formats `number` and `percent`. */
  readonly decimals?: number;
  /** Text drawn small after the value, such as `calls`. */
  readonly unit?: string;
  /** Whether a value above 0 grows by one each second after its collection, as an age does. @default false */
  readonly increment?: boolean;
  /** @default "Default" */
  readonly defaultStyle?: ThresholdStyle;
  /**
   * Crossed when the value is greater (less, when inverted). Text that is a number counts as one, other text is crossed
   * when the value equals it; empty text is no threshold.
   */
  readonly firstThresholdValue?: number | string;
  readonly firstThresholdStyle?: ThresholdStyle;
  readonly secondThresholdValue?: number | string;
  readonly secondThresholdStyle?: ThresholdStyle;
  /** Whether a threshold is crossed by a value below it. @default false */
  readonly invertThresholds?: boolean;
  /** How far back a value must go before the threshold it crossed counts as left, in the value's own unit. @default 0 */
  readonly hysteresis?: number;
  /** How long a value must be across before the threshold counts as crossed: seconds. @default 0 */
  readonly holdSeconds?: number;
  /** How much the value rests on, such as the tasks counted in a percentage: an expression over `data`. */
  readonly sampleFormula?: string;
  /** Below this sample the value is not judged: an average of two calls alarms nobody. */
  readonly minimumSample?: number;
  /** What the metric means, in the words of whoever made it. */
  readonly description?: string;
  /** Name of the section the tile stands in; without one it stands before all sections. */
  readonly section?: string;
  /** Place within the section, ascending; tiles without one follow in the order of the document. */
  readonly order?: number;
  /** @default "normal" */
  readonly size?: TileSize;
}

export type TileSize = 'small' | 'normal' | 'wide';

export type ThresholdStyle = NamedThresholdStyle | InlineThresholdStyle;

export type NamedThresholdStyle =
  'Default' | 'Success' | 'Warn' | 'Error' | 'Success Strong' | 'Warn Strong' | 'Error Strong';

/** Colours by the name of a Paste token, such as `colorTextError`. */
export interface InlineThresholdStyle {
  readonly statColour?: string;
  readonly headlineColour?: string;
  readonly backgroundColour?: string;
}

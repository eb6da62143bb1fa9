/** The document `dashboard-definitions`: metric definitions by key. The key identifies a metric; labels may repeat. */
export type MetricDefinitions = Readonly<Record<string, { readonly metric: MetricDefinition }>>;

/** One metric as it is saved. Fields unknown to this version are kept when a definition is saved again. */
export interface MetricDefinition {
  readonly label: string;
  /** Written by early versions; ignored and kept. */
  readonly value?: unknown;
  /** An expression over `data`, see docs/formulas.md. */
  readonly formula: string;
  /** `""` shows the value as it is, `"seconds"` as HH:MM:SS. @default "" */
  readonly format?: string;
  /** Whether a value above 0 grows by one each second after its collection, as an age does. @default false */
  readonly increment?: boolean;
  /** @default "Default" */
  readonly defaultStyle?: ThresholdStyle;
  /** Crossed when the value is greater (less, when inverted). Text is read as a number; empty text is no threshold. */
  readonly firstThresholdValue?: number | string;
  readonly firstThresholdStyle?: ThresholdStyle;
  readonly secondThresholdValue?: number | string;
  readonly secondThresholdStyle?: ThresholdStyle;
  /** Whether a threshold is crossed by a value below it. @default false */
  readonly invertThresholds?: boolean;
}

export type ThresholdStyle = NamedThresholdStyle | InlineThresholdStyle;

export type NamedThresholdStyle =
  'Default' | 'Success' | 'Warn' | 'Error' | 'Success Strong' | 'Warn Strong' | 'Error Strong';

/** Colours by the name of a Paste token, such as `colorTextError`. */
export interface InlineThresholdStyle {
  readonly statColour?: string;
  readonly headlineColour?: string;
  readonly backgroundColour?: string;
}

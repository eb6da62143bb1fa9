/** What visuals store that show the day of their metric beside its value. */
export interface WithTrend {
  /** @default false */
  readonly trend?: boolean;
}

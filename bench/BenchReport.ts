export interface BenchTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a bench found: tables for people, figures for programs. */
export interface BenchReport {
  readonly tables: readonly BenchTable[];
  readonly figures: Readonly<Record<string, unknown>>;
}

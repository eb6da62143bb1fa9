export interface DataExplorerProps {
  /** The dashboard data of this moment; undefined when none has been collected. */
  readonly data: unknown;
  /** Somebody picked a place in the data: how a formula reads it, such as `queue('Support').realtime.total_tasks`. */
  readonly onPick: (path: string) => void;
}

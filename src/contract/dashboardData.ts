/**
 * What the Function writes to `dashboard-data` and what formulas read as `data`.
 * Names inside are TaskRouter's own (snake_case), so that Twilio's reference documents the data.
 */
export interface DashboardData {
  /** Version of this shape. */
  readonly version: 1;
  /** When the collection began, by the Function's clock: ISO 8601 with milliseconds. The statistics are at least as new as this. */
  readonly collected_at: string;
  /**
   * Number of the collection, a whole number from 1: of two collections, the one with the higher number began later,
   * whatever the clocks say. Missing in data written before collections had numbers; starts again when the lease document is deleted.
   */
  readonly collection?: number;
  /** The window of everything called `cumulative`. */
  readonly day: DashboardDay;
  readonly workspace_statistics: WorkspaceStatistics;
}

export interface DashboardDay {
  /** Start of the window: ISO 8601, UTC, whole seconds. */
  readonly start: string;
  /** IANA name, such as `Australia/Sydney`. */
  readonly time_zone: string;
  /** Local time of day at which the window starts, `HH:MM`. */
  readonly starts_at: string;
}

/** TaskRouter's combined workspace statistics, without what a reader does not need (account, workspace, url). */
export interface WorkspaceStatistics {
  readonly realtime: WorkspaceRealtimeStatistics;
  readonly cumulative: WorkspaceCumulativeStatistics;
}

export interface WorkspaceRealtimeStatistics {
  readonly total_tasks: number;
  readonly total_workers: number;
  /** Seconds; 0 when nothing waits. */
  readonly longest_task_waiting_age: number;
  readonly longest_task_waiting_sid: string | null;
  readonly tasks_by_status: TasksByStatus;
  readonly tasks_by_priority?: Readonly<Record<string, number>>;
  readonly activity_statistics: readonly ActivityStatistics[];
}

export interface TasksByStatus {
  readonly pending?: number;
  readonly reserved?: number;
  readonly assigned?: number;
  readonly wrapping?: number;
}

export interface ActivityStatistics {
  readonly sid: string;
  readonly friendly_name: string;
  readonly workers: number;
}

export interface WorkspaceCumulativeStatistics {
  readonly start_time: string;
  readonly end_time: string;
  /** Seconds */
  readonly avg_task_acceptance_time: number;
  readonly reservations_created: number;
  readonly reservations_accepted: number;
  readonly reservations_rejected: number;
  readonly reservations_timed_out: number;
  readonly reservations_canceled: number;
  readonly reservations_rescinded: number;
  readonly tasks_created: number;
  readonly tasks_completed: number;
  readonly tasks_canceled: number;
  readonly tasks_deleted: number;
  readonly tasks_moved: number;
  readonly tasks_timed_out_in_workflow: number;
  readonly wait_duration_until_accepted: WaitDuration;
  readonly wait_duration_until_canceled: WaitDuration;
  /** Keyed by seconds, as asked for with SplitByWaitTime. */
  readonly split_by_wait_time: Readonly<Record<string, WaitTimeSplit>> | null;
}

/** Seconds */
export interface WaitDuration {
  readonly avg: number;
  readonly min: number;
  readonly max: number;
  readonly total: number;
}

export interface WaitTimeSplit {
  readonly above: { readonly tasks_canceled: number; readonly reservations_accepted: number };
  readonly below: { readonly tasks_canceled: number; readonly reservations_accepted: number };
}

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
   * whatever the clocks say, if their `lease` is the same. Missing in data written before collections had numbers.
   */
  readonly collection?: number;
  /** What handed the number out. Another one, which counts from 1 again, follows when the lease document was deleted. */
  readonly lease?: string;
  /** The window of everything called `cumulative`. */
  readonly day: DashboardDay;
  readonly workspace_statistics: WorkspaceStatistics;
  /** In the order of their names. Missing when queues are not collected. Each queue is of one collection, perhaps an earlier one. */
  readonly queues?: readonly QueueStatistics[];
  /** By unique name, such as `voice`. Missing when no channels are collected. */
  readonly channels?: Readonly<Record<string, ChannelStatistics>>;
  /** Missing when everything that was asked for is there. */
  readonly completeness?: { readonly queues?: QueueCompleteness };
  /** What is left out or old, and what to do about it. Missing when nothing is. */
  readonly notices?: readonly DashboardNotice[];
}

/**
 * What stands in the document `dashboard-data` itself. Each queue and each channel has a document of its own, named after
 * this one: `dashboard-data-queue-1`, `dashboard-data-queue-2` ..., `dashboard-data-channel-1` ... They are written before it.
 */
export type StoredDashboardData = Omit<DashboardData, 'queues' | 'channels'> & {
  readonly documents?: {
    readonly queues?: readonly PartEntry[];
    readonly channels?: readonly PartEntry[];
  };
};

/**
 * One part document, by its place in the list: the number of the collection it came from, and, for the Function alone, a
 * hash of its content and its revision. An empty hash says that nobody knows what it holds.
 */
export type PartEntry = readonly [collection: number, hash: string, revision: string];

/** What stands in a part document: a queue, a channel, or neither in one that is not needed any more. */
export interface PartDocument {
  /** Number of the collection. */
  readonly collection: number;
  /** What handed the number out. */
  readonly lease?: string;
  /** When the collection began: ISO 8601. For the Function alone, which tells by it which of two leases' numbers is newer. */
  readonly collected_at?: string;
  readonly queue?: QueueStatistics;
  readonly channel?: ChannelStatistics & { readonly unique_name: string };
}

/** Of how many queues a figure over `queues` is, so that it can say so. */
export interface QueueCompleteness {
  /** How many queues are in the data. */
  readonly collected: number;
  /** How many there are of those that DASHBOARD_QUEUES asks for. */
  readonly of: number;
  /** How many of those in the data are of an earlier collection than the data, because there was no time to write them. Missing for none. */
  readonly late?: number;
}

/** Something that the reader of the numbers should know. */
export interface DashboardNotice {
  /** Short and stable, such as `queues-capped`. */
  readonly code: string;
  /** In plain words: what, how many, and what to set. */
  readonly text: string;
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

/** TaskRouter's combined statistics of one queue, without account, workspace, url and the window, which is `day`. */
export interface QueueStatistics {
  readonly sid: string;
  readonly friendly_name: string;
  readonly realtime: QueueRealtimeStatistics;
  readonly cumulative: QueueCumulativeStatistics;
}

export interface QueueRealtimeStatistics extends Omit<
  WorkspaceRealtimeStatistics,
  'total_workers' | 'activity_statistics'
> {
  readonly total_available_workers: number;
  readonly total_eligible_workers: number;
  /** Seconds since the task that waits longest entered this queue. */
  readonly longest_relative_task_age_in_queue?: number;
  readonly longest_relative_task_sid_in_queue?: string | null;
  /** Without SIDs, which `workspace_statistics` has. Missing where there are too many activities, and then a notice says so. */
  readonly activity_statistics?: readonly ActivityWorkers[];
}

export type ActivityWorkers = Omit<ActivityStatistics, 'sid'>;

export interface QueueCumulativeStatistics extends Omit<
  WorkspaceCumulativeStatistics,
  'start_time' | 'end_time' | 'tasks_created' | 'tasks_timed_out_in_workflow'
> {
  readonly tasks_entered: number;
  readonly wait_duration_in_queue_until_accepted?: WaitDuration;
}

/** The workspace's statistics for one task channel, without the window. */
export interface ChannelStatistics {
  readonly realtime: Omit<WorkspaceRealtimeStatistics, 'activity_statistics'> & {
    readonly activity_statistics?: readonly ActivityWorkers[];
  };
  readonly cumulative: Omit<WorkspaceCumulativeStatistics, 'start_time' | 'end_time'>;
}

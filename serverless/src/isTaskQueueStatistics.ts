import type {
  ActivityStatistics,
  QueueCumulativeStatistics,
  QueueRealtimeStatistics,
} from '../../src/contract/dashboardData';
import { isCombinedStatistics } from './isCombinedStatistics';

/** TaskRouter's combined statistics of one queue, with what the data do not keep: the window and the SIDs of activities. */
export interface TaskQueueStatistics {
  readonly realtime: QueueRealtimeStatistics & {
    readonly activity_statistics: readonly ActivityStatistics[];
  };
  readonly cumulative: QueueCumulativeStatistics & { readonly start_time: string; readonly end_time: string };
}

/** As `isWorkspaceStatistics`, for a queue. */
export const isTaskQueueStatistics = (value: unknown): value is TaskQueueStatistics =>
  isCombinedStatistics(value, {
    realtime: ['total_available_workers', 'total_eligible_workers'],
    cumulative: ['tasks_entered'],
  });

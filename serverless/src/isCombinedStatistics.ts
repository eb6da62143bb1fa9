import type {
  WorkspaceStatistics,
  ActivityStatistics,
  QueueCumulativeStatistics,
  QueueRealtimeStatistics,
} from '../../src/schema/dashboardData';

/** What TaskRouter's combined statistics of a workspace and of a queue have in common, as far as it identifies them. */
interface CombinedStatistics {
  readonly realtime: {
    readonly activity_statistics: readonly { readonly friendly_name: string; readonly workers: number }[];
  };
  readonly cumulative: { readonly start_time: string; readonly end_time: string };
}

/**
 * @param value as `normaliseStatistics` gives it
 * @param numbers fields that must be numbers, in each half, beside those that all have
 */
function isCombinedStatistics(
  value: unknown,
  numbers: { readonly realtime: readonly string[]; readonly cumulative: readonly string[] },
): value is CombinedStatistics {
  if (!isObject(value)) return false;
  const { realtime, cumulative } = value;
  return (
    isObject(realtime) &&
    ['total_tasks', 'longest_task_waiting_age', ...numbers.realtime].every((key) =>
      isNumber(realtime[key]),
    ) &&
    isObject(realtime.tasks_by_status) &&
    Object.values(realtime.tasks_by_status).every(isNumber) &&
    Array.isArray(realtime.activity_statistics) &&
    isObject(cumulative) &&
    isTime(cumulative.start_time) &&
    isTime(cumulative.end_time) &&
    ['reservations_accepted', ...numbers.cumulative].every((key) => isNumber(cumulative[key]))
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

const isTime = (value: unknown): boolean => typeof value === 'string' && Number.isFinite(Date.parse(value));

/**
 * Whether a value is TaskRouter's combined workspace statistics, so that an error page, half a body or some other
 * resource never replaces good data. It asks for what identifies them and leaves out what TaskRouter may omit:
 * a field that is missing costs the tiles that read it, not the whole board.
 */
export const isWorkspaceStatistics = (value: unknown): value is WorkspaceStatistics =>
  isCombinedStatistics(value, { realtime: ['total_workers'], cumulative: ['tasks_created'] });

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

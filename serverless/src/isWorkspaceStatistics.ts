import type { WorkspaceStatistics } from '../../src/contract/dashboardData';

/**
 * Whether a value is TaskRouter's combined workspace statistics, so that an error page, half a body or some other
 * resource never replaces good data. It asks for what identifies them and leaves out what TaskRouter may omit:
 * a field that is missing costs the tiles that read it, not the whole board.
 */
export function isWorkspaceStatistics(value: unknown): value is WorkspaceStatistics {
  if (!isObject(value)) return false;
  const { realtime, cumulative } = value;
  return (
    isObject(realtime) &&
    isNumber(realtime.total_tasks) &&
    isNumber(realtime.total_workers) &&
    isNumber(realtime.longest_task_waiting_age) &&
    isObject(realtime.tasks_by_status) &&
    Array.isArray(realtime.activity_statistics) &&
    realtime.activity_statistics.every(isActivityStatistics) &&
    isObject(cumulative) &&
    isTime(cumulative.start_time) &&
    isTime(cumulative.end_time) &&
    isNumber(cumulative.tasks_created) &&
    isNumber(cumulative.reservations_accepted) &&
    isObject(cumulative.wait_duration_until_accepted)
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value);

const isTime = (value: unknown): boolean => typeof value === 'string' && Number.isFinite(Date.parse(value));

const isActivityStatistics = (value: unknown): boolean =>
  isObject(value) && typeof value.friendly_name === 'string' && isNumber(value.workers);

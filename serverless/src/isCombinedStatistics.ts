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
export function isCombinedStatistics(
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

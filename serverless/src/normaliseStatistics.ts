/** Both halves of TaskRouter's combined statistics, of a workspace or of a queue. */
interface Halves {
  readonly realtime: unknown;
  readonly cumulative: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** A task in any of these is open. TaskRouter may leave out one that no task is in, and may add those that are done. */
const openStatuses = ['pending', 'reserved', 'assigned', 'wrapping'] as const;

/** Fields that are text, whatever stands in them: a queue may be called 007. */
const isText = (field: string): boolean =>
  ['sid', 'friendly_name', 'start_time', 'end_time'].includes(field) || field.endsWith('_sid');

/**
 * What TaskRouter tells, in one form, so that formulas can rely on it: numbers are numbers, also where they came as text;
 * `tasks_by_status` counts open tasks, each status of them, and nothing else; nothing waits where no age is given. Any other field that
 * is missing stays missing: the tiles that read it say so, and no other.
 */
export function normaliseStatistics({ realtime, cumulative }: Halves): Halves {
  const [now, sinceStart] = [withNumbers(realtime), withNumbers(cumulative)];
  if (!isFields(now)) return { realtime: now, cumulative: sinceStart };
  return {
    realtime: {
      ...now,
      longest_task_waiting_age: now.longest_task_waiting_age ?? 0,
      tasks_by_status: openByStatus(now),
      activity_statistics: Array.isArray(now.activity_statistics)
        ? now.activity_statistics.filter(isActivity)
        : [],
    },
    cumulative: sinceStart,
  };
}

/** Where tasks are open and no status is given, none is made up. */
function openByStatus({ tasks_by_status: byStatus, total_tasks: tasks }: Fields): unknown {
  if (!isFields(byStatus) || (Object.keys(byStatus).length === 0 && tasks !== 0)) return byStatus;
  return Object.fromEntries(openStatuses.map((status) => [status, byStatus[status] ?? 0]));
}

function withNumbers(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => withNumbers(each));
  if (isFields(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withNumbers(each, key)]));
  }
  const isNumber = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
  return isNumber && !isText(field) ? Number(value) : value;
}

const isActivity = (value: unknown): boolean =>
  isFields(value) && typeof value.friendly_name === 'string' && typeof value.workers === 'number';

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

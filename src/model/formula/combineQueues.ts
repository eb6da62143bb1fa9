import { hasOwn, isList, isObject, setOwn, type PlainObject } from './values';

/**
 * The statistics of several queues as if they were one: counts are added up, the longest of waits is taken, and averages are
 * weighted by the tasks that they are of. What cannot be told of several is null: an agent may serve more than one of them.
 */
export function combineQueues(queues: readonly unknown[]): unknown {
  const combined = combine('', queues) as PlainObject;
  const cumulative = queues.map((queue) => Object((queue as PlainObject).cumulative) as PlainObject);
  const totals = { ...Object(combined.cumulative) } as Record<string, unknown>;
  for (const field of Object.keys(totals)) {
    const weights = cumulative.map((of) => Number(of[tasksOf(field)] ?? 0));
    const values = cumulative.map((of) => of[field]);
    if (field === 'avg_task_acceptance_time') totals[field] = averageOf(values, weights);
    else if (/^wait_duration/.test(field)) totals[field] = waitOf(values, weights);
  }
  return { ...combined, cumulative: totals };
}

/** The count of the tasks that a wait is of. */
const tasksOf = (field: string): string =>
  field.endsWith('until_canceled') ? 'tasks_canceled' : 'reservations_accepted';

const unknowable = /workers$|^activity_statistics$|sid|^friendly_name$/;

function combine(field: string, values: readonly unknown[]): unknown {
  if (unknowable.test(field) || values.some((value) => value === null)) return null;
  if (values.every((value) => isObject(value) && !isList(value))) {
    const objects = values as readonly PlainObject[];
    const fields = new Set(objects.flatMap((object) => Object.keys(object)));
    const combined: Record<string, unknown> = {};
    for (const name of fields)
      setOwn(
        combined,
        name,
        combine(
          name,
          objects.filter((object) => hasOwn(object, name)).map((object) => object[name]),
        ),
      );
    return combined;
  }
  const numbers = values.map((value) => (typeof value === 'string' ? Number(value) : value));
  if (!numbers.every((value): value is number => typeof value === 'number' && !Number.isNaN(value)))
    return null;
  return /^longest/.test(field) ? Math.max(...numbers) : numbers.reduce((total, number) => total + number, 0);
}

function averageOf(values: readonly unknown[], weights: readonly number[]): number | null {
  const all = weights.reduce((total, weight) => total + weight, 0);
  const total = values.reduce<number>(
    (sum, value, index) => sum + (weights[index] ? Number(value) * Number(weights[index]) : 0),
    0,
  );
  return all > 0 ? total / all : null;
}

function waitOf(values: readonly unknown[], weights: readonly number[]): unknown {
  const counted = values.map(Object).filter((_, index) => weights[index]) as readonly PlainObject[];
  const of = (field: string): number[] => counted.map((wait) => Number(wait[field]));
  const total = of('total').reduce((sum, number) => sum + number, 0);
  if (counted.length === 0) return { avg: 0, min: 0, max: 0, total: 0 };
  return {
    avg: averageOf(
      values.map((wait) => (Object(wait) as PlainObject).avg),
      weights,
    ),
    min: Math.min(...of('min')),
    max: Math.max(...of('max')),
    total,
  };
}

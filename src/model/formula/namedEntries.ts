import { didYouMean } from './didYouMean';
import { FormulaError } from './FormulaError';
import { lookOf } from './looksTheSame';
import type { Run } from './Run';
import { describeKind, hasOwn, isList, isObject, quote } from './values';
import { partMissing } from './whatIsCollected';

/** Where the data has its activities. */
export const pathOfActivities = ['workspace_statistics', 'realtime', 'activity_statistics'] as const;

/** An own property of an object, `undefined` where there is none. */
export function field(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    if (!isObject(found) || !hasOwn(found, key)) return undefined;
    found = found[key];
  }
  return found;
}

export function missing(message: string): FormulaError {
  return new FormulaError('missing', message);
}

/** The entry of a name, when nothing needs to be paid for it any more. */
export function entryNamed(list: unknown, name: string): unknown {
  if (!isList(list)) return undefined;
  const exact = namesIn(list).get(name);
  if (exact !== undefined) return exact;
  const look = lookOf(name);
  // One that only looks the same is found when it is the only one: nobody sees a no-break space.
  const alike = list.filter((entry) => {
    const other = field(entry, 'friendly_name');
    return typeof other === 'string' && lookOf(other) === look;
  });
  return alike.length === 1 ? alike[0] : undefined;
}

const knownNames = new WeakMap<readonly unknown[], ReadonlyMap<unknown, unknown>>();

/** The entries of a list by their names, the first of each name. Lists of the data are frozen: each is gone through once. */
function namesIn(list: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  const known = knownNames.get(list);
  if (known) return known;
  const names = new Map<unknown, unknown>();
  for (const entry of list) {
    const name = field(entry, 'friendly_name');
    if (!names.has(name)) names.set(name, entry);
  }
  if (Object.isFrozen(list)) knownNames.set(list, names);
  return names;
}

export function named(list: readonly unknown[], name: string, run: Run): unknown {
  run.charge(4 + list.length * (1 + (name.length >> 6)));
  if (!namesIn(list).has(name)) run.charge(list.length * 20);
  return entryNamed(list, name);
}

/** "Did you mean …?", or all names when there are few, or nothing. */
export function namesInstead(wrong: string, list: readonly unknown[]): string {
  const names = list
    .map((entry) => field(entry, 'friendly_name'))
    .filter((name): name is string => typeof name === 'string');
  const suggestion = didYouMean(wrong, names);
  if (suggestion) return suggestion;
  const shown = names.slice(0, 12).map(quote).join(', ');
  return names.length === 0
    ? ' There are none.'
    : ` There are: ${shown}${names.length > 12 ? `, and ${names.length - 12} more` : ''}.`;
}

export function queueNamed(name: unknown, run: Run): unknown {
  if (typeof name !== 'string') {
    throw new FormulaError(
      'type',
      `queue needs the name of a queue, as in queue('Support'), and ${describeKind(name)} was given.`,
    );
  }
  const { data } = run;
  const queues = field(data, 'queues');
  if (!isList(queues)) throw missing(partMissing('data', 'queues') ?? '');
  const found = named(queues, name, run);
  if (found === undefined) throw missing(`There is no queue ${quote(name)}.${namesInstead(name, queues)}`);
  run.reads?.add((other) => entryNamed(field(other, 'queues'), name), found);
  return found;
}

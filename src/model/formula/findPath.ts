import { hasOwn, isList, isObject } from './values';

/** How many objects are looked into at most. */
const patience = 2_000;

/**
 * Looks for a key anywhere below an object, the nearest level first, and gives what to write to reach it: `.realtime.total_tasks`.
 * Lists are left out, because an entry has to be chosen first.
 */
export function findPath(root: unknown, key: string): string | undefined {
  const waiting: { value: unknown; path: string }[] = [{ value: root, path: '' }];
  for (let i = 0; i < waiting.length && i < patience; i++) {
    const { value, path } = waiting[i] as { value: unknown; path: string };
    if (!isObject(value) || isList(value)) continue;
    if (hasOwn(value, key)) return path + link(key);
    for (const name of Object.keys(value)) waiting.push({ value: value[name], path: path + link(name) });
  }
  return undefined;
}

const word = /^[A-Za-z_$][\w$]{0,60}$/;

function link(key: string): string {
  return word.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

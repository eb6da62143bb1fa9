import { quoted, readOf } from '../formula-field/spelling';

/** A place in the dashboard data. */
export interface DataNode {
  /** How a formula reads it. No two places have the same. */
  readonly path: string;
  readonly label: string;
  readonly value: unknown;
  /** Whether something lies below it. */
  readonly isBranch: boolean;
}

/** What stands at the top of the data; nothing while there is none. */
export function topOf(data: unknown): readonly DataNode[] {
  return childrenOf({ path: 'data', label: 'data', value: data, isBranch: true });
}

/**
 * What lies right below a place. Entries of lists are found by their names, as somebody would write it, not by numbers that mean
 * something else tomorrow; by numbers only where they have no name, or one that an entry before them has.
 */
export function childrenOf({ path, value }: DataNode): readonly DataNode[] {
  if (!Array.isArray(value)) {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([key, child]: [string, unknown]) =>
      nodeOf(path + readOf(key), key, child),
    );
  }
  const taken = new Set<string>();
  return value.map((entry: unknown, index) => {
    const name = fieldOf(entry, 'friendly_name');
    if (typeof name !== 'string' || taken.has(name))
      return nodeOf(`${path}[${index}]`, typeof name === 'string' ? name : String(index), entry);
    taken.add(name);
    const isActivity = fieldOf(entry, 'workers') !== undefined;
    const word = words.get(path);
    if (word) return nodeOf(`${word}(${quoted(name)})`, name, isActivity ? fieldOf(entry, 'workers') : entry);
    const found = `${path}.find((x) => x.friendly_name === ${quoted(name)})`;
    return isActivity
      ? nodeOf(`${found}.workers`, name, fieldOf(entry, 'workers'))
      : nodeOf(found, name, entry);
  });
}

/** Lists whose entries the language has a word for. */
const words: ReadonlyMap<string, string> = new Map([
  ['data.queues', 'queue'],
  ['data.workspace_statistics.realtime.activity_statistics', 'activity'],
]);

function nodeOf(path: string, label: string, value: unknown): DataNode {
  return { path, label, value, isBranch: typeof value === 'object' && value !== null };
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

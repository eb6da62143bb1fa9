import { isRecord, isText, shown } from './fieldChecks';
import type { FormulaProblem } from './Problem';
import type { Shape } from './prepareFormula';

/** A table of more would hold up the page, and nobody reads it. */
export const mostRows = 500;

/** An entry of a list, whatever it is, and what it seems to be called. */
export interface RowEntry {
  readonly row: unknown;
  readonly name: unknown;
}

/** The entries of a list; or of an object of objects, such as `data.channels`, each called by its key. */
export const readRows: Shape<readonly RowEntry[]> = (value) => {
  const entries = entriesOf(value);
  if (!entries) return { problem: { kind: 'formula-gives-no-rows', found: shown(value) } };
  return entries.length > mostRows
    ? { problem: { kind: 'too-many-rows', count: entries.length, most: mostRows } }
    : { value: entries };
};

function entriesOf(value: unknown): readonly RowEntry[] | undefined {
  if (Array.isArray(value)) return value.map((row: unknown) => ({ row, name: nameOf(row) }));
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  return entries.every(([, row]) => isRecord(row))
    ? entries.map(([name, row]) => ({ row, name }))
    : undefined;
}

/** Fields that name an entry, the first that it has. */
const naming = ['friendly_name', 'queue_name', 'channel', 'unique_name', 'name', 'label'] as const;

/** Text and numbers are called what they are. */
const nameOf = (row: unknown): unknown =>
  isRecord(row) ? naming.map((field) => row[field]).find((name) => nameIn(name) !== undefined) : row;

/**
 * What each row is known by, and called. Rows of one name are numbered: `Support`, `Support (2)`.
 * @param names of the rows in their order
 * @param rows in the same order, for messages
 */
export function rowKeys(
  names: readonly unknown[],
  rows: readonly RowEntry[],
): { readonly value: readonly string[] } | { readonly problem: FormulaProblem } {
  const taken = new Set<string>();
  for (const [index, saved] of names.entries()) {
    const name = nameIn(saved);
    if (name === undefined) return { problem: { kind: 'row-without-name', found: shown(rows[index]?.row) } };
    let key = name;
    for (let number = 2; taken.has(key); number += 1) key = `${name} (${number})`;
    taken.add(key);
  }
  return { value: [...taken] };
}

/**
 * What each row is remembered by: its SID, so that of two agents of one name neither takes over what is remembered of the other. Without
 * one, or where two rows have the same, its key.
 */
export function rowIds(keys: readonly string[], rows: readonly RowEntry[]): readonly string[] {
  const sids = rows.map(({ row }) => (isRecord(row) && isText(row.sid) ? row.sid : undefined));
  const isTwice = new Set(sids.filter((sid, place) => sids.indexOf(sid) !== place));
  return keys.map((key, place) => {
    const sid = sids[place];
    // Nobody types names that begin so.
    return sid === undefined || isTwice.has(sid) ? key : `\u0000${sid}`;
  });
}

/** Longer names are cut: a row holds a few words. */
const longestName = 200;

function nameIn(value: unknown): string | undefined {
  const name = typeof value === 'number' ? String(value) : value;
  return isText(name) && name.trim() !== '' ? name.slice(0, longestName) : undefined;
}

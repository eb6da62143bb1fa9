import { callback } from './call';
import { joinList, strictlyEquals, toInteger, toNumber, toText } from './coercion';
import { FormulaError } from './FormulaError';
import type { Run } from './Run';
import { hasOwn, isList } from './values';

type List = readonly unknown[];
export type ListMethod = (list: List, given: readonly unknown[], run: Run) => unknown;

// Taken when the module loads: what page code does to Array.prototype later changes no formula.
const { slice, sort, concat, reverse } = Array.prototype;

function sliceOf(list: List, ...range: number[]): unknown[] {
  return Reflect.apply(slice, list, range);
}

/** `[1, , 2]` has a hole, which most methods pass over. */
function isHole(list: List, index: number): boolean {
  return list[index] === undefined && !hasOwn(list, index);
}

/** Where a search begins: negative positions count from the end. */
function startIndex(value: unknown, length: number, run: Run): number {
  const index = toInteger(value, run);
  return index < 0 ? Math.max(length + index, 0) : index;
}

function findIndex(list: List, given: readonly unknown[], run: Run): number {
  run.charge(list.length);
  const test = callback(given[0], 3, run);
  for (let i = 0; i < list.length; i++) if (test(list[i], i, list)) return i;
  return -1;
}

function findLastIndex(list: List, given: readonly unknown[], run: Run): number {
  run.charge(list.length);
  const test = callback(given[0], 3, run);
  for (let i = list.length - 1; i >= 0; i--) if (test(list[i], i, list)) return i;
  return -1;
}

function filter(list: List, given: readonly unknown[], run: Run): unknown[] {
  run.charge(list.length);
  const test = callback(given[0], 3, run);
  const kept: unknown[] = [];
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    if (entry === undefined && isHole(list, i)) continue;
    if (test(entry, i, list)) kept.push(entry);
  }
  return kept;
}

function map(list: List, given: readonly unknown[], run: Run): unknown[] {
  run.charge(list.length);
  const change = callback(given[0], 3, run);
  const changed: unknown[] = [];
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    if (entry === undefined && isHole(list, i)) changed.length = i + 1;
    else changed[i] = change(entry, i, list);
  }
  return changed;
}

/** Whether the callback answers `wanted` for some entry. */
function anyAnswers(wanted: boolean, list: List, given: readonly unknown[], run: Run): boolean {
  run.charge(list.length);
  const test = callback(given[0], 3, run);
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    if (entry === undefined && isHole(list, i)) continue;
    if (Boolean(test(entry, i, list)) === wanted) return true;
  }
  return false;
}

/** Both directions of `reduce`; `step` is 1 or -1. */
function fold(list: List, given: readonly unknown[], run: Run, step: 1 | -1): unknown {
  run.charge(list.length);
  const combine = callback(given[0], 4, run);
  const end = step === 1 ? list.length : -1;
  let i = step === 1 ? 0 : list.length - 1;
  let total: unknown = given[1];
  if (given.length < 2) {
    while (i !== end && isHole(list, i)) i += step;
    if (i === end) {
      throw new FormulaError(
        'type',
        'reduce found an empty list. Give it a value to start with: reduce((total, x) => …, 0).',
      );
    }
    total = list[i];
    i += step;
  }
  for (; i !== end; i += step) if (!isHole(list, i)) total = combine(total, list[i], i, list);
  return total;
}

/** Entries of lists within the list, `depth` levels down. Each is paid for: a list may hold one list many times. */
function flatten(list: List, depth: number, flat: unknown[], run: Run): unknown[] {
  run.charge(list.length);
  run.checkList(flat.length + list.length);
  for (let i = 0; i < list.length; i++) {
    const entry = list[i];
    if (entry === undefined && isHole(list, i)) continue;
    if (depth >= 1 && isList(entry)) flatten(entry, depth - 1, flat, run);
    else flat.push(entry);
  }
  return flat;
}

/** A sorted copy; the list itself stays as it is. Entries are compared as text unless a comparison is given. */
function sorted(list: List, given: readonly unknown[], run: Run): unknown[] {
  const comparison = given[0];
  run.charge(8 + list.length);
  if (comparison !== undefined) {
    const order = callback(comparison, 2, run);
    const compare = (a: unknown, b: unknown): number => toNumber(order(a, b), run);
    return Reflect.apply(sort, sliceOf(list), [compare]);
  }
  const texts = new Map<unknown, string>();
  for (const entry of list)
    if (entry !== undefined && !texts.has(entry)) texts.set(entry, toText(entry, run));
  const byText = (a: unknown, b: unknown): number => {
    const [first, second] = [texts.get(a) ?? '', texts.get(b) ?? ''];
    run.charge(1);
    run.chargeCompare(Math.min(first.length, second.length));
    return first < second ? -1 : first > second ? 1 : 0;
  };
  return Reflect.apply(sort, sliceOf(list), [byText]);
}

function includes(list: List, given: readonly unknown[], run: Run): boolean {
  run.charge(list.length);
  const wanted = given[0];
  for (let i = startIndex(given[1], list.length, run); i < list.length; i++) {
    const entry = list[i];
    if (strictlyEquals(entry, wanted, run) || (entry !== entry && wanted !== wanted)) return true;
  }
  return false;
}

function indexOf(list: List, given: readonly unknown[], run: Run): number {
  run.charge(list.length);
  for (let i = startIndex(given[1], list.length, run); i < list.length; i++) {
    if (strictlyEquals(list[i], given[0], run) && !isHole(list, i)) return i;
  }
  return -1;
}

function lastIndexOf(list: List, given: readonly unknown[], run: Run): number {
  run.charge(list.length);
  const last = list.length - 1;
  const from = given.length > 1 ? toInteger(given[1], run) : last;
  for (let i = from < 0 ? list.length + from : Math.min(from, last); i >= 0; i--) {
    if (strictlyEquals(list[i], given[0], run) && !isHole(list, i)) return i;
  }
  return -1;
}

function concatenated(list: List, given: readonly unknown[], run: Run): unknown[] {
  let length = list.length;
  for (const value of given) length += isList(value) ? value.length : 1;
  run.chargeList(length);
  return Reflect.apply(concat, list, given);
}

function sliced(list: List, given: readonly unknown[], run: Run): unknown[] {
  const start = toInteger(given[0], run);
  const end = given[1] === undefined ? list.length : toInteger(given[1], run);
  run.charge(list.length);
  return sliceOf(list, start, end);
}

function reversed(list: List, _given: readonly unknown[], run: Run): unknown[] {
  run.charge(2 * list.length);
  return Reflect.apply(reverse, sliceOf(list), []);
}

/** Methods whose copies have no holes in JavaScript either. */
function withoutHoles(list: List): unknown[] {
  return [...list];
}

export const listMethods: ReadonlyMap<string, ListMethod> = new Map<string, ListMethod>([
  [
    'at',
    (list, given, run) => {
      const index = toInteger(given[0], run);
      return list[index < 0 ? list.length + index : index];
    },
  ],
  ['concat', concatenated],
  ['every', (list, given, run) => !anyAnswers(false, list, given, run)],
  ['filter', filter],
  ['find', (list, given, run) => list[findIndex(list, given, run)]],
  ['findIndex', findIndex],
  ['findLast', (list, given, run) => list[findLastIndex(list, given, run)]],
  ['findLastIndex', findLastIndex],
  [
    'flat',
    (list, given, run) => flatten(list, given[0] === undefined ? 1 : toInteger(given[0], run), [], run),
  ],
  ['flatMap', (list, given, run) => flatten(map(list, given, run), 1, [], run)],
  ['forEach', (list, given, run) => void map(list, given, run)],
  ['includes', includes],
  ['indexOf', indexOf],
  ['join', (list, given, run) => joinList(list, given[0] === undefined ? ',' : toText(given[0], run), run)],
  ['lastIndexOf', lastIndexOf],
  ['map', map],
  ['reduce', (list, given, run) => fold(list, given, run, 1)],
  ['reduceRight', (list, given, run) => fold(list, given, run, -1)],
  ['reverse', reversed],
  ['slice', sliced],
  ['some', (list, given, run) => anyAnswers(true, list, given, run)],
  ['sort', sorted],
  ['toReversed', (list, given, run) => reversed(withoutHoles(list), given, run)],
  ['toSorted', (list, given, run) => sorted(withoutHoles(list), given, run)],
  ['toString', (list, _given, run) => joinList(list, ',', run)],
  [
    'with',
    (list, given, run) => {
      const index = toInteger(given[0], run);
      const position = index < 0 ? list.length + index : index;
      if (position < 0 || position >= list.length) {
        throw new FormulaError('type', `The list has ${list.length} entries; there is no entry ${index}.`);
      }
      run.charge(2 + list.length);
      const copy = withoutHoles(list);
      copy[position] = given[1];
      return copy;
    },
  ],
]);

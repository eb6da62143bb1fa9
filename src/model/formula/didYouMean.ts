import { differenceOf, lookOf } from './looksTheSame';

/**
 * ` Did you mean "total_tasks"?`, or an empty text when nothing is near enough.
 * Looks at the first 200 names and 48 characters, so that its work has a bound whatever the data.
 */
export function didYouMean(
  wrong: string,
  names: readonly string[],
  write: (name: string) => string = inQuotes,
): string {
  const best = nearest(wrong, names);
  return best === undefined ? '' : ` Did you mean ${write(best)}?${differenceOf(wrong, best)}`;
}

function inQuotes(name: string): string {
  return `"${name}"`;
}

/** More mistakes than this make another word. */
const mostMistakes = 4;

/** The name that takes the fewest typing mistakes to become `wrong`, if they are few enough to be mistakes. */
function nearest(wrong: string, names: readonly string[]): string | undefined {
  const wanted = fold(wrong);
  const look = lookOf(wrong);
  const same = names.slice(0, 200).find((name) => lookOf(name) === look);
  if (same !== undefined) return same;
  let best: string | undefined;
  let fewest = Math.min(Math.floor(wanted.length / 3), mostMistakes) + 1;
  for (const name of names.slice(0, 200)) {
    const candidate = fold(name);
    if (candidate === wanted) return name;
    if (!hasOnlyTypos(wanted, candidate)) continue;
    const mistakes = distance(wanted, candidate, fewest);
    if (mistakes < fewest) {
      fewest = mistakes;
      best = name;
    }
  }
  return best;
}

/**
 * Whether the words of two names may be the same words with mistakes in them. `tasks_deleted` is no misspelt `tasks_completed`, though few
 * letters differ: whoever follows such a suggestion shows another number.
 */
function hasOnlyTypos(wanted: string, candidate: string): boolean {
  const [ours, theirs] = [wanted.split(' '), candidate.split(' ')];
  if (ours.length !== theirs.length) return true;
  return ours.every((word, i) => {
    const other = theirs[i] ?? '';
    const most = Math.floor(Math.max(word.length, other.length) / 4) + 2;
    return distance(word, other, most) < most;
  });
}

/** Case, blanks, `_` and `-` make no difference to a reader. */
function fold(name: string): string {
  return name.slice(0, 48).toLowerCase().split('_').join(' ').split('-').join(' ');
}

/**
 * Insertions, deletions, replacements and swaps of neighbours between two texts, counted up to `limit`.
 * Only the cells near the diagonal are looked at: all others are past the limit.
 */
function distance(a: string, b: string, limit: number): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  let row = previous.slice();
  for (let i = 1; i <= a.length; i++) {
    row.fill(limit);
    const last = Math.min(b.length, i + limit);
    let least = limit;
    for (let j = Math.max(0, i - limit); j <= last; j++) {
      let cost = Math.min(at(previous, j), at(row, j - 1)) + 1;
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      cost = Math.min(cost, at(previous, j - 1) + (same ? 0 : 1));
      const swapped =
        !same && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, at(beforePrevious, j - 2) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    [beforePrevious, previous, row] = [previous, row, i > 1 ? beforePrevious : row.slice()];
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return index < 0 ? Infinity : (row[index] ?? Infinity);
}

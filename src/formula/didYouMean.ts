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
  return best === undefined ? '' : ` Did you mean ${write(best)}?`;
}

function inQuotes(name: string): string {
  return `"${name}"`;
}

/** The name that takes the fewest typing mistakes to become `wrong`, if they are few enough to be mistakes. */
export function nearest(wrong: string, names: readonly string[]): string | undefined {
  const wanted = fold(wrong);
  let best: string | undefined;
  let fewest = Math.floor(wanted.length / 3) + 1;
  for (const name of names.slice(0, 200)) {
    const candidate = fold(name);
    if (candidate === wanted) return name;
    const mistakes = distance(wanted, candidate, fewest);
    if (mistakes < fewest) {
      fewest = mistakes;
      best = name;
    }
  }
  return best;
}

/** Case, blanks, `_` and `-` make no difference to a reader. */
function fold(name: string): string {
  return name.slice(0, 48).toLowerCase().split('_').join(' ').split('-').join(' ');
}

/** Insertions, deletions, replacements and swaps of neighbours between two texts, counted up to `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(beforePrevious, j - 2) + 1);
      row.push(cost);
    }
    if (Math.min(...row) >= limit) return limit;
    [beforePrevious, previous] = [previous, row];
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}

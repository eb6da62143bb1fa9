/** @returns below 0 when a is older, 0 when they are the same, above 0 when a is newer; pre-releases count as their release */
export const compareVersions = (a: string, b: string): number => compare(numbersOf(a), numbersOf(b));

/** Major, minor and patch. */
export const numbersOf = (version: string): readonly number[] =>
  version
    .replace(/^\D*/, '')
    .split('.', 3)
    .map((part) => Number.parseInt(part, 10));

function compare(a: readonly number[], b: readonly number[]): number {
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

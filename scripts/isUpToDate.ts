import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a built file is newer than everything it was built from. A folder counts with all that is in it; what is not there does not count. */
export function isUpToDate(output: string, inputs: readonly string[]): boolean {
  const built = statSync(output, { throwIfNoEntry: false })?.mtimeMs;
  return built !== undefined && inputs.every((input) => newest(input) < built);
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return -Infinity;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

import type { BundleSize } from './bundleParts';

/** How far a bundle may grow past what is recorded before the build fails, so that growth is seen when it comes. */
const allowedGrowth = 1.02;

/** Parts smaller than this, in bytes, are one line of the table. */
const worthALine = 1000;

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const signed = (bytes: number): string => `${bytes < 0 ? '-' : '+'}${kilobytes(Math.abs(bytes))}`;

/** The parts of a bundle, largest first, each with how much it changed since it was recorded. */
export function bundleTable(size: BundleSize, recorded: BundleSize): string {
  const parts = Object.entries(size.parts);
  const large = parts.filter(([, bytes]) => bytes >= worthALine);
  const small = parts.filter(([, bytes]) => bytes < worthALine);
  const sum = (of: readonly (readonly [string, number])[]): number =>
    of.reduce((total, [, bytes]) => total + bytes, 0);
  const before = (names: readonly string[]): number =>
    names.reduce((total, name) => total + (recorded.parts[name] ?? 0), 0);
  const gone = Object.keys(recorded.parts).filter((name) => !(name in size.parts));
  const rows: [string, number, number][] = large.map(([name, bytes]) => [name, bytes, before([name])]);
  if (small.length > 0) {
    const names = small.map(([name]) => name);
    rows.push([`${small.length} smaller parts`, sum(small), before(names)]);
  }
  rows.push(...gone.map((name): [string, number, number] => [name, 0, before([name])]));
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, bytes, was]) => {
      const change = Math.abs(bytes - was) < 50 ? '' : `  ${signed(bytes - was)}`;
      return `  ${name.padEnd(width)} ${kilobytes(bytes).padStart(9)}${change}`;
    })
    .join('\n');
}

/** What is wrong with the size of a bundle, and what to do about it; undefined where it is within its limits. */
export function bundleFault(size: BundleSize, recorded: BundleSize, limitBytes: number): string | undefined {
  const grown = `${grownMost(size, recorded)} Find out what came in and take it out.`;
  if (size.gzipBytes > limitBytes)
    return `The plugin is ${kilobytes(size.gzipBytes)}, over its limit of ${kilobytes(limitBytes)}. ${grown}`;
  if (size.gzipBytes > recorded.gzipBytes * allowedGrowth)
    return (
      `The plugin grew by ${kilobytes(size.gzipBytes - recorded.gzipBytes)} past the recorded ${kilobytes(recorded.gzipBytes)}. ${grown} ` +
      'If the growth is worth it, run "npm run build -- --record" and say why in the commit.'
    );
  return undefined;
}

function grownMost(size: BundleSize, recorded: BundleSize): string {
  const growth = Object.entries(size.parts)
    .map(([name, bytes]) => ({
      name,
      by: bytes - (recorded.parts[name] ?? 0),
      isNew: !(name in recorded.parts),
    }))
    .filter(({ by }) => by > 0)
    .sort((one, other) => other.by - one.by)
    .slice(0, 3)
    .map(({ name, by, isNew }) => `${name} (${isNew ? 'new, ' : ''}${signed(by)})`);
  return growth.length > 0 ? `Grown most: ${growth.join(', ')}.` : 'No part grew since it was recorded.';
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Run after each build: prints what a supervisor downloads, and fails when it grew more than 10 % past what is recorded. */
const root = join(__dirname, '..');
const allowedGrowth = 1.1;
const goalBytes = 300_000;
const recordFile = 'scripts/bundle-size.json';

const bundle = readFileSync(join(root, 'build/plugin-flex-realtime-dashboard.js'));
const { gzipBytes: recorded } = JSON.parse(readFileSync(join(root, recordFile), 'utf8')) as {
  gzipBytes: number;
};
const gzipBytes = gzipSync(bundle, { level: 9 }).length;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

console.log(
  `plugin bundle: ${kilobytes(gzipBytes)} gzip, ${kilobytes(bundle.length)} plain (recorded ${kilobytes(recorded)}, goal under ${kilobytes(goalBytes)})`,
);
if (bundle.includes('moment-timezone')) {
  console.error(
    'The plugin bundle carries moment-timezone. Windows are computed in the Function; remove the import.',
  );
  process.exitCode = 1;
}
if (gzipBytes > recorded * allowedGrowth) {
  console.error(
    `The plugin grew more than 10 % past the recorded size. Find out what came in; if it is worth it, write ${gzipBytes} into ${recordFile} and say why in the commit.`,
  );
  process.exitCode = 1;
}

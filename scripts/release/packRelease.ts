import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf, readVersions } from './versions';

/**
 * Gathers what was built for a release: FOLDER/assets has the plugin, the Functions and their SHA-256 checksums, and
 * FOLDER/NOTES.md what CHANGELOG.md says of the version.
 *
 *   tsx scripts/release/packRelease.ts FOLDER
 */
const root = join(__dirname, '../..');
const plugin = 'plugin-flex-realtime-dashboard.js';

function packRelease(folder: string): void {
  const { 'package.json': version } = readVersions(root);
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (!notes) throw new Error(`CHANGELOG.md says nothing of version ${version}.`);
  const built = [join(root, 'build', plugin), join(root, 'serverless/dist/functions')];
  const missing = built.find((path) => !existsSync(path));
  if (missing)
    throw new Error(`${missing} is missing. Run "npm run build" here and in serverless/, then try again.`);

  const assets = join(folder, 'assets');
  mkdirSync(assets, { recursive: true });
  const functions = `functions-${version}.tgz`;
  for (const file of [plugin, `${plugin}.map`, `${plugin}.LICENSE.txt`])
    copyFileSync(join(root, 'build', file), join(assets, file));
  // Twilio installs what package.json names beside the Functions.
  execFileSync('tar', [
    '-czf',
    join(assets, functions),
    '-C',
    join(root, 'serverless'),
    'dist',
    'package.json',
  ]);

  const sums = [plugin, `${plugin}.map`, `${plugin}.LICENSE.txt`, functions].map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(assets, file)))
        .digest('hex')}  ${file}\n`,
  );
  writeFileSync(join(assets, 'SHA256SUMS'), sums.join(''));
  writeFileSync(join(folder, 'NOTES.md'), `${notes}\n`);
  console.log(`Version ${version} is packed in ${folder}.`);
}

const [folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error('Name a folder: tsx scripts/release/packRelease.ts FOLDER');
  packRelease(folder);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

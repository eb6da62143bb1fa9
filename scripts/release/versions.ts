import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of package.json is the one source; these have to say the same. */
export interface Versions {
  readonly 'package.json': string;
  readonly [place: string]: string | undefined;
}

/** Every place that names the version of the project in `root`; undefined where a place names none. */
export function readVersions(root: string): Versions {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const versionIn = (file: string): string => (JSON.parse(read(file)) as { version: string }).version;
  return {
    'package.json': versionIn('package.json'),
    'package-lock.json': versionIn('package-lock.json'),
    'serverless/package.json': versionIn('serverless/package.json'),
    'serverless/package-lock.json': versionIn('serverless/package-lock.json'),
    'the newest release in CHANGELOG.md': newestRelease(read('CHANGELOG.md')),
  };
}

/** One sentence for each place that names another version than package.json. */
export const disagreements = (versions: Versions): readonly string[] =>
  Object.entries(versions)
    .filter(([, version]) => version !== versions['package.json'])
    .map(
      ([place, version]) =>
        `package.json has version ${versions['package.json']}, but ${place} is ${version ?? 'missing'}.`,
    );

const newestRelease = (changelog: string): string | undefined =>
  /^## \[(\d[^\]]*)\] - \d{4}-\d\d-\d\d$/m.exec(changelog)?.[1];

/** What CHANGELOG.md says of one version, without its heading; undefined when it has no such heading. */
export function notesOf(changelog: string, version: string): string | undefined {
  const section = changelog.split(/^## /m).find((part) => part.startsWith(`[${version}] `));
  return section?.replace(/^.*\n/, '').trim();
}

import { join } from 'node:path';
import { disagreements, readVersions } from './versions';

/**
 * Before a release: the tag, package.json, the Functions and CHANGELOG.md must name one version.
 *
 *   tsx scripts/release/checkRelease.ts v1.2.3
 */
const [tag] = process.argv.slice(2);
const versions = readVersions(join(__dirname, '../..'));
const problems = tag
  ? disagreements({ ...versions, 'the tag': tag.replace(/^v/, '') })
  : ['Name the tag: tsx scripts/release/checkRelease.ts v1.2.3'];

problems.forEach((problem) => console.error(problem));
if (problems.length === 0) console.log(`Everything has version ${versions['package.json']}.`);
else process.exitCode = 1;

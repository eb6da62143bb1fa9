import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SetupProblem } from '../../serverless/setup/SetupProblem';
import { compareVersions } from '../../serverless/setup/compareVersions';
import { isBundleUploaded, readPlugin, type DeployedPlugin } from '../../serverless/setup/readPlugin';
import { problemOf, type Project, type Step } from './Step';

/** Uploads the plugin as the version of package.json, unless Twilio has that version. */
export async function planPlugin(project: Project): Promise<Step> {
  const { root, plugin, account, commands } = project;
  const { name, version } = plugin;
  const sources = fingerprint(root);
  const deployed = await readPlugin(account.client, name);
  const known = deployed.versions.find((one) => one.version === version);
  if (known)
    return { name: 'plugin', isDone: true, plan: describeKnown(known, sources), run: async () => '' };
  refuseOlder(plugin, deployed);
  const [newest] = deployed.versions;

  return {
    name: 'plugin',
    isDone: false,
    plan: [
      `Build and upload ${name} ${version}, the version in package.json (${newest ? `the newest at Twilio is ${newest.version}` : 'Twilio has none'})`,
      'package.json is not changed',
    ],
    async run() {
      const isUploaded = await isBundleUploaded(account.client, name, version);
      const ended = await keepingPackageJson(root, () =>
        commands.run('plugin', {
          words: [
            'twilio',
            'flex:plugins:deploy',
            '--version',
            version,
            '--changelog',
            `Realtime Dashboard ${version} (sources ${sources})`,
          ],
          folder: root,
          ...(isUploaded ? overwriting : { environment: { CI: 'true' } }),
        }),
      );
      const { versions } = await readPlugin(account.client, name);
      if (!versions.some((one) => one.version === version)) {
        throw problemOf(
          `Twilio does not know version ${version} of ${name}.`,
          ended,
          commands.logOf('plugin'),
        );
      }
      return `Twilio has version ${version}`;
    },
  };
}

/**
 * After an upload whose registration failed, the CLI refuses to upload again when CI=true, and asks otherwise. Any other CI
 * keeps it from asking for credentials. Nothing loads the bundle that is replaced: its version was never registered.
 */
const overwriting = { environment: { CI: '1', SKIP_CREDENTIALS_SAVING: 'true' }, input: 'y\n' };

function describeKnown(
  { version, changelog }: { version: string; changelog: string },
  sources: string,
): string[] {
  const [, uploaded] = /\(sources ([0-9a-f]+)\)/.exec(changelog) ?? [];
  if (uploaded === sources) return [`Version ${version} is at Twilio already, made from the same sources`];
  return [
    `Version ${version} is at Twilio already, ${uploaded ? 'made from other sources than these' : 'and Twilio does not say from which sources'}`,
    'Note: a version cannot be uploaded twice. To deploy changes, raise the version first: npm version patch --no-git-tag-version',
  ];
}

function refuseOlder({ name, version }: Project['plugin'], { versions }: DeployedPlugin): void {
  const [newest] = versions;
  if (newest && compareVersions(version, newest.version) < 0) {
    throw new SetupProblem(
      `Twilio has ${name} ${newest.version} and takes only greater versions, but package.json says ${version}. ` +
        `Raise it: npm version ${newest.version} --no-git-tag-version && npm version patch --no-git-tag-version`,
    );
  }
}

/** The CLI writes the version into package.json, and leaves out the last newline. */
async function keepingPackageJson<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(root, 'package.json');
  const before = readFileSync(file);
  try {
    return await work();
  } finally {
    writeFileSync(file, before);
  }
}

/** Twelve digits that change with anything the bundle is made from. */
export function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const input of ['package-lock.json', 'webpack.config.js', 'src']) {
    for (const file of filesIn(path.join(root, input))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex').slice(0, 12);
}

function filesIn(entry: string): readonly string[] {
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry)
    .sort()
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .flatMap((name) => filesIn(path.join(entry, name)));
}

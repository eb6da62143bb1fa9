import { SetupProblem } from '../../serverless/setup/SetupProblem';
import { readPlugin, type DeployedPlugin } from '../../serverless/setup/readPlugin';
import { problemOf, type Project, type Step } from './Step';

/** Turns the version of package.json on for everyone who uses Flex in the account; other plugins stay as they are. */
export async function planRelease(project: Project): Promise<Step> {
  const { name, version } = project.plugin;
  const before = await readPlugin(project.account.client, name);
  if (before.released === version) {
    return {
      name: 'release',
      isDone: true,
      plan: [`Version ${version} is turned on already`],
      run: async () => '',
    };
  }
  return {
    name: 'release',
    isDone: false,
    plan: [
      `Turn on version ${version} for everyone who uses Flex in this account (now ${before.released ?? 'off'})`,
      ...describeOthers(before),
    ],
    run: () =>
      release(project, before, ['--plugin', `${name}@${version}`], {
        title: `Realtime Dashboard ${version}`,
        released: version,
      }),
  };
}

/** Turns the plugin off. */
export async function planDisabling(project: Project): Promise<Step> {
  const { name } = project.plugin;
  const before = await readPlugin(project.account.client, name);
  if (before.released === undefined) {
    return { name: 'release', isDone: true, plan: [`${name} is not turned on`], run: async () => '' };
  }
  return {
    name: 'release',
    isDone: false,
    plan: [
      `Turn off ${name} ${before.released} for everyone who uses Flex in this account`,
      ...describeOthers(before),
    ],
    run: () =>
      release(project, before, ['--disable-plugin', name], {
        title: 'Realtime Dashboard off',
        released: undefined,
      }),
  };
}

const describeOthers = ({ others }: DeployedPlugin): readonly string[] =>
  others.length === 0 ? [] : [`Other plugins stay on: ${others.join(', ')}`];

async function release(
  { root, plugin, account, commands }: Project,
  before: DeployedPlugin,
  words: readonly string[],
  wanted: { readonly title: string; readonly released: string | undefined },
): Promise<string> {
  const { versions } = await readPlugin(account.client, plugin.name);
  if (wanted.released && !versions.some(({ version }) => version === wanted.released)) {
    throw new SetupProblem(
      `Twilio does not know version ${wanted.released} of ${plugin.name}. Upload it first, with the step "plugin".`,
    );
  }
  const ended = await commands.run('release', {
    words: [
      'twilio',
      'flex:plugins:release',
      ...words,
      '--name',
      wanted.title,
      '--description',
      'Released by npm run deploy',
    ],
    folder: root,
    environment: { CI: 'true' },
  });
  const after = await readPlugin(account.client, plugin.name);
  if (after.released !== wanted.released) {
    throw problemOf(
      `Nothing was released: ${plugin.name} is ${after.released ? `on, version ${after.released}` : 'off'}.`,
      ended,
      commands.logOf('release'),
    );
  }
  const gone = before.others.filter((other) => !after.others.includes(other));
  if (gone.length > 0) {
    throw new SetupProblem(
      `The release is active, but another plugin that was on before is not any more: ${gone.join(', ')}. ` +
        'Somebody may have released at the same moment; ask, and turn it on again with "twilio flex:plugins:release --plugin NAME@VERSION".',
    );
  }
  return wanted.released
    ? `version ${wanted.released} is on; open Flex pages load it when they are reloaded`
    : 'the plugin is off; open Flex pages keep it until they are reloaded';
}

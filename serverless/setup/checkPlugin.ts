import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Twilio } from 'twilio';
import { fine, wrong, type Finding } from './Finding';
import { readPlugin } from './readPlugin';

/** The plugin of this checkout. */
const plugin = JSON.parse(readFileSync(path.join(__dirname, '../../package.json'), 'utf8')) as {
  readonly name: string;
  readonly version: string;
};

const release = (version: string): string =>
  `twilio flex:plugins:release --plugin ${plugin.name}@${version} --name "Realtime Dashboard ${version}" --description "Realtime Dashboard"`;

/** Whether Flex loads the plugin, and in which version. */
export async function checkPlugin(client: Twilio, deployCommand: string): Promise<Finding> {
  const { name, version } = plugin;
  const { versions, released } = await readPlugin(client, name);
  const isHere = versions.some((known) => known.version === version);
  if (released === version) return fine(`Flex loads the plugin ${name} ${version}`);
  if (released !== undefined) {
    const next = isHere ? release(version) : `in the project's root, ${deployCommand}`;
    return fine(`Flex loads the plugin ${name} ${released}; this is ${version}. To switch: ${next}`);
  }
  const [newest] = versions;
  return newest
    ? wrong(
        `The plugin ${name} is deployed but not released, so Flex does not load it.`,
        `Release it: ${release(isHere ? version : newest.version)}`,
      )
    : wrong(`The plugin ${name} is not deployed.`, `In the project's root: ${deployCommand}`);
}

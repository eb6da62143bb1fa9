import { SetupProblem } from '../../serverless/setup/SetupProblem';
import type { Ended } from './Commands';
import { compareVersions, numbersOf } from '../../serverless/setup/compareVersions';

/** What has to be installed, with the versions that the tests run. */
export const tools = [
  { name: 'twilio-cli', tested: '6.2.4', install: 'npm install --global twilio-cli@6' },
  {
    name: '@twilio-labs/plugin-serverless',
    tested: '3.1.3',
    install: 'twilio plugins:install @twilio-labs/plugin-serverless@3',
  },
  {
    name: '@twilio-labs/plugin-flex',
    tested: '7.1.2',
    install: 'twilio plugins:install @twilio-labs/plugin-flex@7.1.2',
  },
] as const;

export type Versions = Readonly<Record<string, string | undefined>>;

/** Reads what `twilio --version` and `twilio plugins` print. */
export function readVersions(version: string, plugins: string): Versions {
  const [, cli] = /twilio-cli\/(\d\S*)/.exec(version) ?? [];
  const listed = [...plugins.matchAll(/^\s*(@\S+) (\d\S*)/gm)].map(([, name = '', found = '']) => [
    name,
    found,
  ]);
  return { 'twilio-cli': cli, ...(Object.fromEntries(listed) as Record<string, string>) };
}

/**
 * The installed versions in a few words.
 * @throws SetupProblem that names every tool that is missing or too old, and the commands that install them
 */
export function describeTools(versions: Versions): string {
  const lacking = tools.filter(({ name, tested }) => {
    const found = versions[name];
    return found === undefined || majorOf(found) < majorOf(tested);
  });
  if (lacking.length > 0) {
    throw new SetupProblem(
      lacking
        .map(({ name, install }) => {
          const found = versions[name];
          return `${name} is ${found ? `${found}, which is too old` : 'not installed'}: ${install}`;
        })
        .join('\n'),
    );
  }
  return tools
    .map(({ name, tested }) => {
      const found = versions[name] ?? '';
      const isTested = majorOf(found) === majorOf(tested);
      return `${name.replace('@twilio-labs/', '')} ${found}${isTested ? '' : ` (tested with ${tested})`}`;
    })
    .join(', ');
}

/** @throws SetupProblem when the CLI is not installed */
export async function readInstalledTools(run: (...words: string[]) => Promise<Ended>): Promise<Versions> {
  try {
    const [version, plugins] = await Promise.all([run('twilio', '--version'), run('twilio', 'plugins')]);
    return readVersions(version.output, plugins.output);
  } catch (error: unknown) {
    if (!(error instanceof SetupProblem)) throw error;
    return {};
  }
}

/** @param range of package.json, such as `^20.19.0 || >=22.12.0` @throws SetupProblem when this Node is not in it */
export function checkNode(version: string, range: string): void {
  const fits = range.split('||').some((part) => {
    const wanted = part.replace(/^\D*/, '');
    return (
      compareVersions(version, wanted) >= 0 && (part.includes('>=') || majorOf(version) === majorOf(wanted))
    );
  });
  if (!fits) {
    throw new SetupProblem(
      `Node is ${version}, but this project needs ${range}. Install Node 22: https://nodejs.org/`,
    );
  }
}

const majorOf = (version: string): number => numbersOf(version)[0] ?? 0;

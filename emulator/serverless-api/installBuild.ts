import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Route } from '../functions/Route';
import { librariesOf } from './acceptedBuilds';
import type { Dependency } from './resources';
import type { Build, Version } from './ServerlessService';

export interface InstalledBuild {
  readonly functions: readonly Route[];
  readonly assets: readonly Route[];
  readonly baseFolder: string;
  remove(): void;
}

/**
 * Writes a build to a folder of its own. Its Functions find the libraries that it names, of those that are installed in
 * `serverlessFolder`, and no others.
 */
export function installBuild(build: Build, serverlessFolder: string): InstalledBuild {
  const baseFolder = mkdtempSync(join(tmpdir(), 'twilio-build-'));
  const route =
    (folder: string, suffix: string) =>
    (version: Version): Route => {
      const { path, visibility: access } = version.resource;
      const filePath = join(baseFolder, folder, `${path}${suffix}`);
      mkdirSync(dirname(filePath), { recursive: true });
      writeFileSync(filePath, version.content);
      return { path, filePath, access };
    };
  // Functions are CommonJS on Twilio, whatever this machine's Node would take.
  writeFileSync(join(baseFolder, 'package.json'), '{ "type": "commonjs" }\n');
  for (const { name } of librariesOf(build.resource.dependencies)) {
    const link = join(baseFolder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(serverlessFolder, 'node_modules', name), link, 'junction');
  }
  return {
    functions: build.functions.map(route('functions', '.js')),
    assets: build.assets.map(route('assets', '')),
    baseFolder,
    remove: () => rmSync(baseFolder, { recursive: true, force: true }),
  };
}

/**
 * Why the emulator cannot install a build's libraries, or undefined if it can. It downloads nothing: it has what is
 * installed in `serverlessFolder`, in one version each.
 */
export function installationProblem(
  dependencies: readonly Dependency[],
  serverlessFolder: string,
): string | undefined {
  for (const { name, version } of librariesOf(dependencies)) {
    const installed = installedVersion(join(serverlessFolder, 'node_modules', name));
    if (installed === undefined) return `${name} is not installed in ${serverlessFolder}`;
    if (!['*', 'latest', '', installed].includes(version)) {
      return `${name} is installed in ${serverlessFolder} in version ${installed}, not in ${version}`;
    }
  }
  return undefined;
}

function installedVersion(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
  } catch {
    return undefined;
  }
}

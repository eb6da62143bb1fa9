import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  buildFlexBundle,
  bundleFlex,
  flexBundleFile,
  flexCache,
  installedFlexVersion,
} from '../../emulator/flex/buildFlexBundle';

/**
 * The file of any Flex UI 2 that npm has, for a browser page. The first time, it is installed in an npm project of its own,
 * which takes 0.6 GB for 2 to 4 min; only the bundle is kept, in node_modules/.cache.
 *
 * @throws Error with what npm says, such as when there is no such version
 */
export async function buildFlexVersion(
  version: string,
  onProgress: (message: string) => void,
): Promise<string> {
  if (version === installedFlexVersion) return buildFlexBundle(onProgress);
  const file = flexBundleFile(version);
  if (existsSync(file)) return file;

  mkdirSync(flexCache, { recursive: true });
  const project = mkdtempSync(join(flexCache, 'flex-ui-project-'));
  try {
    onProgress(`installing Flex UI ${version} (once, 2 to 4 min)`);
    await install(version, project);
    onProgress(`bundling Flex UI ${version} (once, about 15 s)`);
    await bundleFlex(project, file);
  } finally {
    rmSync(project, { recursive: true });
  }
  return file;
}

async function install(version: string, project: string): Promise<void> {
  const dependencies = { '@twilio/flex-ui': version, react: '17.0.2', 'react-dom': '17.0.2' };
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, dependencies }));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  try {
    await promisify(execFile)('npm', ['install', ...options], { cwd: project });
  } catch (error: unknown) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`npm could not install Flex UI ${version}:\n${stderr || String(error)}`);
  }
}

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

export interface Build {
  /** What it is, in progress lines. */
  readonly name: string;
  readonly command: readonly string[];
  /** Folder of the command, from the project's root. */
  readonly folder: string;
  /** Folder of the packages that it needs, from the project's root. */
  readonly packages: string;
  /** Files and folders that decide the result, from the project's root. */
  readonly inputs: readonly string[];
  /** A file the command makes, from the project's root. */
  readonly output: string;
}

export const pluginBuild: Build = {
  name: 'plugin',
  command: ['npm', 'run', 'build'],
  folder: '.',
  packages: 'node_modules',
  inputs: ['src', 'package-lock.json', 'webpack.config.js', 'tsconfig.json'],
  output: 'build/plugin-flex-realtime-dashboard.js',
};

export const functionsBuild: Build = {
  name: 'functions',
  command: ['npm', 'run', 'build'],
  folder: 'serverless',
  packages: 'serverless/node_modules',
  inputs: [
    'serverless/src',
    'serverless/build.mjs',
    'serverless/package-lock.json',
    'src/schema',
    'src/persistence',
  ],
  output: 'serverless/dist/functions/dashboardStats.protected.js',
};

/** Runs a build unless its result is up to date, and returns the absolute path of what it makes. Throws with the build's own output. */
export async function buildWhenChanged(build: Build, onProgress: (message: string) => void): Promise<string> {
  const output = join(root, build.output);
  if (
    isUpToDate(
      output,
      build.inputs.map((input) => join(root, input)),
    )
  )
    return output;
  if (!existsSync(join(root, build.packages))) {
    throw new Error(`The packages of the ${build.name} are missing. Run "npm ci" in ${build.folder}/`);
  }
  onProgress(`building the ${build.name}: ${build.command.join(' ')}`);
  await run(build.command, join(root, build.folder));
  return output;
}

function run([command, ...args]: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command ?? '', args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`"${[command, ...args].join(' ')}" failed:\n${printed}`)),
    );
  });
}

/** Whether a built file is newer than everything it was built from. A folder counts with all that is in it; what is not there does not count. */
export function isUpToDate(output: string, inputs: readonly string[]): boolean {
  const built = statSync(output, { throwIfNoEntry: false })?.mtimeMs;
  return built !== undefined && inputs.every((input) => newest(input) < built);
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return -Infinity;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time tells of files that were removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from './fingerprint';

const root = join(__dirname, '..');
const cache = join(root, 'node_modules', '.cache', 'realtime-dashboard');

export interface Build {
  /** Says what it is in progress lines, and names its entry in the cache. */
  readonly name: string;
  readonly command: readonly string[];
  /** Folder of the command, from the project's root. */
  readonly folder: string;
  /** Files and folders that decide the result, from the project's root. */
  readonly inputs: readonly string[];
  /** A file the command makes, from the project's root. */
  readonly output: string;
}

export const pluginBuild: Build = {
  name: 'plugin',
  command: ['npm', 'run', 'build'],
  folder: '.',
  inputs: ['src', 'package-lock.json', 'webpack.config.js', 'tsconfig.json'],
  output: 'build/plugin-flex-realtime-dashboard.js',
};

export const functionsBuild: Build = {
  name: 'functions',
  command: ['npm', 'run', 'build'],
  folder: 'serverless',
  inputs: ['serverless/src', 'serverless/build.mjs', 'serverless/package-lock.json', 'src/contract'],
  output: 'serverless/dist/functions/dashboardStats.protected.js',
};

/** Runs a build unless the result of the same inputs is there, and returns the absolute path of what it makes. Throws with the build's own output. */
export async function buildWhenChanged(build: Build, onProgress: (message: string) => void): Promise<string> {
  const output = join(root, build.output);
  const stamp = join(cache, `${build.name}.fingerprint`);
  const now = fingerprint(build.inputs.map((input) => join(root, input)));
  const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (now === before && existsSync(output)) return output;

  onProgress(`building the ${build.name}: ${build.command.join(' ')}`);
  await run(build.command, join(root, build.folder));
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, now);
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

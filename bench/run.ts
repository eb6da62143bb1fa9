/**
 * Runs benches: `npm run bench` runs all, `npm run bench formula` one. Each prints a table; `--json FILE` writes the figures too.
 * What is measured against is installed here on first use, so that nobody who only builds the plugin downloads it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { readCommandLine, runCommand } from '../scripts/commandLine';
import { rootCommands } from '../scripts/rootCommands';
import { formatTable } from './formatTable';
import type { BenchReport } from './BenchReport';

const folder = __dirname;
const available = readdirSync(folder)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));

function readArguments(given: readonly string[]): { names: readonly string[]; jsonFile: string | undefined } {
  const { words: names, values } = readCommandLine(rootCommands.bench, given, process.env);
  const jsonFile = values.get('json');
  const unknown = names.find((name) => !available.includes(name));
  if (unknown !== undefined)
    throw new Error(`There is no bench "${unknown}". There are: ${available.join(', ')}.`);
  return { names: names.length > 0 ? names : available, jsonFile };
}

function installOnce(): void {
  if (existsSync(join(folder, 'node_modules', '.package-lock.json'))) return;
  console.log('Installing what is measured against (once) …');
  execFileSync('npm', ['ci'], { cwd: folder, stdio: 'inherit' });
}

/** Test data is read from the folder of its module, which a bundle does not know. */
const folderOfTestData: Plugin = {
  name: 'folder of test data',
  setup(bundler) {
    bundler.onLoad({ filter: /test-data[\\/][^\\/]+\.ts$/ }, async ({ path }) => ({
      contents: `const __dirname = ${JSON.stringify(dirname(path))};\n${await readFile(path, 'utf8')}`,
      loader: 'ts',
    }));
  },
};

/** The Functions have packages of their own, which lie where a bundle in this folder does not look. */
const packagesOfFunctions: Plugin = {
  name: 'packages of the Functions',
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ path, importer }) =>
      importer.includes(`${sep}serverless${sep}`) && !isBuiltin(path)
        ? { path: createRequire(importer).resolve(path), external: true }
        : undefined,
    );
  },
};

/**
 * Bundles a bench as the plugin is bundled. Run through tsx, every function made at run time would pay for keeping its name,
 * which is as much as some evaluations take.
 */
async function bundle(name: string): Promise<string> {
  const outfile = join(folder, 'node_modules', '.cache', `${name}.bench.mjs`);
  await build({
    entryPoints: [join(folder, `${name}.bench.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'es2022',
    plugins: [folderOfTestData, packagesOfFunctions],
    logLevel: 'error',
  });
  return outfile;
}

async function main(): Promise<void> {
  const { names, jsonFile } = readArguments(process.argv.slice(2));
  installOnce();
  const reports: Record<string, BenchReport> = {};
  for (const name of names) {
    const { run } = (await import(pathToFileURL(await bundle(name)).href)) as {
      run: () => Promise<BenchReport>;
    };
    const report = await run();
    reports[name] = report;
    for (const table of report.tables) console.log(`\n${table.title}\n\n${formatTable(table)}`);
  }
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(reports, undefined, 2)}\n`);
}

runCommand(main).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

// Makes the files that `twilio serverless:deploy` uploads: one per Function, each complete in itself, because Twilio
// keeps every Function's file apart and a relative require does not find its neighbour. Packages stay outside: Twilio
// installs the `dependencies` of package.json.
//
//   node build.mjs [FOLDER]     FOLDER defaults to dist/functions
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const source = path.join(here, 'src/functions');
const target = path.resolve(process.argv[2] ?? path.join(here, 'dist/functions'));

const files = (await readdir(source)).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));

// Everything in the folder becomes a route, so nothing may be left over in it.
await rm(target, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: files.map((file) => path.join(source, file)),
  outdir: target,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  metafile: true,
  logLevel: 'warning',
});

const sizes = Object.entries(metafile.outputs).map(
  ([file, { bytes }]) => `${path.basename(file)} (${(bytes / 1000).toFixed(1)} kB)`,
);
console.log(`Functions in ${path.relative(process.cwd(), target) || '.'}: ${sizes.join(', ')}`);

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const page = read('docs/dependencies.md');

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Paths of the package.json files that name any package. */
function manifests(folder = root): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return entry.name.startsWith('.') || ['node_modules', 'build', 'dist'].includes(entry.name)
        ? []
        : manifests(path);
    return entry.name === 'package.json' && packagesOf(relative(root, path)).length > 0
      ? [relative(root, path)]
      : [];
  });
}

function packagesOf(manifest: string): readonly string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(read(manifest)) as Manifest;
  return [...Object.keys(dependencies), ...Object.keys(devDependencies)].sort();
}

/** The packages of the tables under the heading that names the file. */
function explained(manifest: string): readonly string[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`\`${manifest}\`\n`)) ?? '';
  const cells = [...section.matchAll(/^\| (`[^|]*?) *\| *([^|]*?) *\|$/gm)];
  expect(cells.filter(([, , why]) => why === '')).toEqual([]);
  return cells
    .flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name))
    .sort();
}

describe('docs/dependencies.md', () => {
  it.each(manifests())('says why each package of %s is there', (manifest) => {
    expect(explained(manifest)).toEqual(packagesOf(manifest));
  });

  it('has no section for a file that is gone', () => {
    const named = [...page.matchAll(/^## `(.+)`$/gm)].map(([, file]) => file);
    expect(named.sort()).toEqual([...manifests()].sort());
  });
});

describe('dependabot.yml', () => {
  it('updates every package.json', () => {
    const { updates } = parse(read('.github/dependabot.yml')) as {
      updates: readonly { 'package-ecosystem': string; directory: string }[];
    };
    const folders = updates
      .filter((update) => update['package-ecosystem'] === 'npm')
      .map(({ directory }) => directory);
    expect([...folders].sort()).toEqual(
      manifests()
        .map((manifest) => `/${manifest.replace(/\/?package\.json$/, '')}`)
        .sort(),
    );
  });
});

/** The plugin is one file that contains other people's work; the file beside it has their notices. Build first. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesOf } from './noticesPlugin';

const root = join(__dirname, '..');
const bundle = join(root, 'build/plugin-flex-realtime-dashboard.js');
const notices = readFileSync(`${bundle}.LICENSE.txt`, 'utf8');

/** Packages of which the source map of the bundle names a module. */
const packages = (): readonly string[] => {
  const { sources } = JSON.parse(readFileSync(`${bundle}.map`, 'utf8')) as { sources: readonly string[] };
  const names = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return [...new Set(names)];
};

describe('the notices of the plugin', () => {
  it('name every package of which the bundle has a module', () => {
    expect(packages().length).toBeGreaterThanOrEqual(6);
    const missing = packages().filter((name) => !notices.includes(`\n${name} `));
    expect(missing).toEqual([]);
  });

  it('have the licence of each in full', () => {
    const incomplete = packages().filter((name) => {
      const [after = ''] = (notices.split(`\n${name} `)[1] ?? '').split('-'.repeat(80));
      return !/copyright/i.test(after) || !/permission|license/i.test(after);
    });
    expect(incomplete).toEqual([]);
  });

  it('begin with our own', () => {
    expect(notices).toContain(readFileSync(join(root, 'LICENSE'), 'utf8').trim());
  });
});

describe('noticesOf', () => {
  it('gives each package once, and none for files of our own', () => {
    const files = ['jsep/dist/jsep.js', 'jsep/package.json'].map((file) => join(root, 'node_modules', file));
    const [notice, ...more] = noticesOf([...files, join(root, 'src/index.ts')]);
    expect(more).toEqual([]);
    expect(notice).toMatch(/^jsep \d+\.\d+\.\d+\n\n[\s\S]*copyright/i);
  });
});

it('the Functions contain no module of anybody else', () => {
  const folder = join(root, 'serverless/dist/functions');
  for (const file of readdirSync(folder)) {
    expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/^\/\/ .*node_modules\//m);
  }
});

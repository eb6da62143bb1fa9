import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseMetricDefinitions } from '../src/model/metric/parseMetricDefinitions';
import { aMoment, evaluated } from '../src/testing/anEvaluatedMetric';
import { readSequence, readShellBlocks, sequenceNames } from './deploy/testing/pageSequences';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const notOurs = ['.git', 'node_modules', 'build', 'dist', 'coverage', 'logs'];
const pages = markdownIn(root);
const workflows = readdirSync(join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);

/** Paths of all Markdown files of the project, `.github` included. */
function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.includes(entry.name) ? [] : markdownIn(path);
    return entry.name.endsWith('.md') ? [relative(root, path)] : [];
  });
}

/** What a reader sees as text: no fenced blocks. A fence may be indented, within a list. */
function prose(page: string): string {
  return page.replace(/^( *)```[^]*?^\1```$/gm, '');
}

/** The name by which GitHub lets a heading be linked to. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replace(/ /g, '-');

function anchorsIn(page: string): readonly string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

/** Links of a page that lead nowhere in this project. */
function brokenLinks(page: string): readonly string[] {
  const links = [...prose(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    return statSync(join(root, target)).isDirectory() || !anchorsIn(read(target)).includes(anchor);
  });
}

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
}
const scripts = ['package.json', 'serverless/package.json'].flatMap((file) =>
  Object.keys((JSON.parse(read(file)) as Manifest).scripts),
);

const typed = sequenceNames.map(readSequence);

describe('docs', () => {
  it('is found in every folder', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'bench/README.md', 'emulator/sync/README.md', 'docs/setup.md']),
    );
  });

  it.each(pages)('links in %s only to what exists', (page) => {
    expect(brokenLinks(page)).toEqual([]);
  });

  it.each([...pages, ...workflows])('names in %s only npm scripts that exist', (page) => {
    const named = [
      ...read(page).matchAll(
        /\bnpm (?:--\S+ )*(?:(?:--prefix )?serverless )?(?:run (?:--\S+ )*([a-z][a-z:-]*)|(start|test)\b)/g,
      ),
    ].map(([, run, short]) => run ?? short ?? '');
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it.each(pages)('marks in %s no command as run by a test that none runs', (page) => {
    const marked = readShellBlocks(read(page)).map(({ commands }) => commands);
    expect(marked.filter((commands) => !typed.some((all) => all.includes(commands)))).toEqual([]);
  });

  it.each(pages)('marks in %s which commands a test runs', (page) => {
    const blocks = [...read(page).matchAll(/^ *```(.*)\n([^]*?)^ *```$/gm)].map(
      ([, mark = '', text = '']) => ({ mark, text }),
    );
    const shell = blocks.filter(
      ({ mark, text }) =>
        /^(sh|bash|shell|console)\b/.test(mark) ||
        (mark === '' && /^ *(npm|npx|node|git|twilio|cd) /m.test(text)),
    );
    expect(shell.filter(({ mark }) => mark !== 'sh' && mark !== 'sh by hand')).toEqual([]);
  });
});

describe('README.md', () => {
  it('shows definitions that are valid and give a value', () => {
    const examples = [...read('README.md').matchAll(/```json\n([^]*?)```/g)].map(
      ([, json]) => JSON.parse(json ?? '') as unknown,
    );
    const readings = examples
      .flatMap(parseMetricDefinitions)
      .map((parsed) => evaluated(parsed, aMoment()).reading);
    expect(readings.map((reading) => [reading.label, reading.status === 'value' && reading.text])).toEqual([
      ['Longest wait', '3:04'],
    ]);
  });
});

describe('docs/deploying.md', () => {
  const page = read('docs/deploying.md');

  it('has at most 1,500 words outside fenced blocks, tables included', () => {
    const words = prose(page)
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word));
    expect(words.length).toBeGreaterThan(500);
    expect(words.length).toBeLessThan(1500);
  });

  it('has a heading for each task of an admin', () => {
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      expect.arrayContaining([
        'Install',
        'Upgrade',
        'Roll back',
        'Remove',
        'Two environments',
        'Another app has the callback',
      ]),
    );
    expect(headings[headings.length - 1]).toBe('One hour with an account');
  });
});

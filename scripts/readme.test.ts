import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseMetricDefinitions } from '../src/metric/parseMetricDefinitions';
import { evaluateMetric } from '../src/metric/evaluateMetric';
import { aMoment } from '../src/testing/anEvaluatedMetric';

const root = join(__dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const packageJson = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

it('shows definitions in the README that are valid and give a value', () => {
  const examples = [...read('README.md').matchAll(/```json\n([^]*?)```/g)].map(
    ([, json]) => JSON.parse(json ?? '') as unknown,
  );
  const readings = examples
    .flatMap(parseMetricDefinitions)
    .map((parsed) => evaluateMetric(parsed, aMoment()).reading);
  expect(readings.map((reading) => [reading.label, reading.status === 'value' && reading.text])).toEqual([
    ['Calls Waiting', '18'],
    ['Longest Waiting', '00:03:04'],
  ]);
});

const documents = ['README.md', 'CONTRIBUTING.md', 'serverless/README.md', ...markdownUnder('docs')];

it.each(documents)('links in %s only to files that exist', (document) => {
  const links = [...read(document).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = '']) => link);
  const broken = links.filter(
    (link) => !/^https?:/.test(link) && !existsSync(join(root, dirname(document), link)),
  );
  expect(broken).toEqual([]);
});

it.each(documents)('names in %s only npm scripts that exist', (document) => {
  const known = [packageJson, JSON.parse(read('serverless/package.json')) as typeof packageJson].flatMap(
    ({ scripts }) => Object.keys(scripts),
  );
  const named = [
    ...read(document).matchAll(/\bnpm (?:run )?(start|test|build|lint|types|screenshots|[a-z]+:[a-z-]+)\b/g),
  ].map(([, name = '']) => name);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

function markdownUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return markdownUnder(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

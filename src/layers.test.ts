import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** What each folder of src may import besides itself; a folder that is not listed may not be imported from. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  day: ['contract'],
  formula: [],
  metric: ['contract', 'day', 'formula'],
  model: ['contract', 'metric', 'saving'],
  sources: ['contract', 'day', 'metric', 'model'],
  saving: ['contract'],
  strings: [],
  paste: [],
  ui: ['paste', 'strings'],
  visuals: ['contract', 'day', 'formula', 'metric', 'model', 'paste', 'strings', 'ui'],
  dashboard: [
    'contract',
    'day',
    'formula',
    'metric',
    'model',
    'sources',
    'paste',
    'strings',
    'ui',
    'visuals',
  ],
  'wall-mode': [
    'contract',
    'day',
    'metric',
    'model',
    'sources',
    'dashboard',
    'paste',
    'strings',
    'ui',
    'visuals',
  ],
  'definition-editor': [
    'contract',
    'day',
    'formula',
    'metric',
    'model',
    'sources',
    'dashboard',
    'paste',
    'saving',
    'strings',
    'ui',
    'visuals',
  ],
  // The plugin's own files, at the top.
  '': [
    'contract',
    'sources',
    'dashboard',
    'definition-editor',
    'model',
    'paste',
    'wall-mode',
    'strings',
    'ui',
  ],
};
const packages: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  day: [],
  formula: ['jsep'],
  metric: [],
  model: [],
  sources: ['twilio-sync'],
  saving: [],
  strings: ['react'],
  paste: ['react', '@emotion/react', '@emotion/styled', '@twilio-paste/design-tokens'],
  ui: ['react'],
  visuals: ['react'],
  dashboard: ['react', 'react-dom'],
  'wall-mode': ['react', 'react-dom'],
  'definition-editor': ['react', 'react-dom', 'prism-code-editor', 'twilio-sync'],
  '': ['react', '@twilio/flex-plugin', '@twilio/flex-ui'],
};

const src = __dirname;

interface Import {
  readonly file: string;
  readonly target: string;
}

function productFiles(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory())
      return ['testing', 'test-data'].includes(name) ? [] : productFiles(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [path] : [];
  });
}

const imports: readonly Import[] = productFiles(src).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport|\brequire\()\s*'([@.\w/-]+)'/g)].map(
    ([, target = '']) => ({ file, target }),
  ),
);
const roomOf = (path: string): string => {
  const [first = '', ...rest] = relative(src, path).split(sep);
  return rest.length > 0 ? first : '';
};
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

it('reads the imports of every folder', () => {
  expect(new Set(imports.map(({ file }) => roomOf(file)))).toEqual(
    new Set(Object.keys(mayImport).filter((room) => room !== 'contract')),
  );
});

it('imports other folders only along the arrows', () => {
  const wrong = imports.filter(({ file, target }) => {
    if (!target.startsWith('.')) return false;
    const path = join(dirname(file), target);
    const room = relative(src, path).startsWith('..') ? 'outside src' : roomOf(join(path, 'x'));
    return room !== roomOf(file) && !mayImport[roomOf(file)]?.includes(room) && room !== relative(src, path);
  });
  expect(wrong).toEqual([]);
});

it('imports only the packages that belong to a folder', () => {
  const wrong = imports.filter(
    ({ file, target }) => !target.startsWith('.') && !packages[roomOf(file)]?.includes(packageOf(target)),
  );
  expect(wrong).toEqual([]);
});

/** Statements of a file that import or export values from elsewhere, not only types. */
const valueImports = (file: string): readonly string[] =>
  readFileSync(file, 'utf8').match(/^(?:import|export)\s(?!type\s)[^;]*?\sfrom '[^']+'/gm) ?? [];

it('imports values of the definition editor nowhere else but on demand, so that none of it runs before it is opened', () => {
  const outside = productFiles(src).filter((file) => roomOf(file) !== 'definition-editor');
  const atOnce = (file: string): readonly string[] => [
    ...valueImports(file).filter((statement) => statement.includes('/definition-editor/')),
    // Within a function a line is indented.
    ...(readFileSync(file, 'utf8').match(/^\S.*\brequire\('[^']*\/definition-editor\/.*/gm) ?? []),
  ];
  expect(outside.flatMap(atOnce)).toEqual([]);
  expect(outside.some((file) => readFileSync(file, 'utf8').includes("require('./definition-editor/"))).toBe(
    true,
  );
});

it('imports values of @twilio/flex-ui in one file only', () => {
  const files = productFiles(src)
    .filter((file) => valueImports(file).some((statement) => statement.endsWith("'@twilio/flex-ui'")))
    .map((file) => relative(src, file));
  expect(files).toEqual(['addDashboard.tsx']);
});

it('takes only types and what saves definitions from src into the Functions, so that nothing else of it is deployed', () => {
  const files = productFiles(join(src, '..', 'serverless', 'src'));
  const fromSrc = files.flatMap(valueImports).filter((statement) => statement.includes('/src/'));
  expect(files.some((file) => readFileSync(file, 'utf8').includes('/src/contract/'))).toBe(true);
  expect(fromSrc.some((statement) => statement.includes('/src/saving/'))).toBe(true);
  expect(fromSrc.filter((statement) => !statement.includes('/src/saving/'))).toEqual([]);
});

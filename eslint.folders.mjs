import boundaries from 'eslint-plugin-boundaries';

const read = ['schema', 'model/time', 'model/metric', 'model/store', 'model/board', 'model/series'];
const drawn = [...read, 'sources', 'paste', 'strings', 'ui', 'visuals'];

/** What each folder of src may import besides itself: other folders, and packages. */
const src = {
  schema: { folders: [], packages: [] },
  'model/time': { folders: ['schema'], packages: [] },
  'model/formula': { folders: [], packages: ['jsep'] },
  'model/metric': { folders: ['schema', 'model/time', 'model/formula', 'model/store'], packages: [] },
  'model/store': { folders: [], packages: [] },
  'model/board': { folders: ['schema', 'model/metric', 'persistence'], packages: [] },
  persistence: { folders: ['schema'], packages: [] },
  'model/series': {
    folders: ['schema', 'model/time', 'model/formula', 'model/metric', 'model/store', 'model/board'],
    packages: [],
  },
  sources: {
    folders: ['schema', 'model/time', 'model/metric', 'model/store', 'model/board', 'model/series'],
    packages: ['twilio-sync'],
  },
  strings: { folders: [], packages: ['react'] },
  paste: { folders: [], packages: ['react', 'react-dom', 'stylis', '@twilio-paste/design-tokens'] },
  ui: { folders: ['paste', 'strings'], packages: ['react'] },
  visuals: {
    folders: [...read, 'model/formula', 'paste', 'strings', 'ui'],
    packages: ['react'],
  },
  'views/board': {
    folders: [...drawn, 'model/formula'],
    packages: ['react', 'react-dom'],
  },
  'views/desk': {
    folders: [...drawn, 'model/formula', 'views/board'],
    packages: ['react', 'react-dom'],
  },
  'views/wall': {
    folders: [...drawn, 'views/board', 'views/desk'],
    packages: ['react', 'react-dom'],
  },
  'views/editor': {
    folders: [...drawn, 'model/formula', 'persistence', 'views/board', 'views/desk'],
    packages: ['react', 'react-dom', 'prism-code-editor', 'twilio-sync'],
  },
  plugin: {
    folders: [
      'schema',
      'model/store',
      'model/board',
      'sources',
      'views/board',
      'views/desk',
      'views/editor',
      'views/wall',
      'paste',
      'strings',
      'ui',
    ],
    packages: ['react', '@twilio/flex-plugin', '@twilio/flex-ui'],
  },
};

const everything = [...Object.keys(src), 'testing'];

/** What each folder beside src may import besides itself: everything that stands before it, and of src what is named. */
const beside = {
  'serverless/src': { folders: [], src: ['schema', 'persistence'] },
  emulator: { folders: ['serverless/src'], src: ['schema', 'testing'] },
  'serverless/setup': {
    folders: ['serverless/src', 'emulator'],
    src: [
      'schema',
      'model/time',
      'model/formula',
      'model/metric',
      'model/store',
      'model/board',
      'persistence',
      'sources',
      'strings',
    ],
  },
  scripts: { folders: ['serverless/src', 'serverless/setup', 'emulator'], src: [] },
  e2e: { folders: ['serverless/src', 'serverless/setup', 'emulator', 'scripts'], src: everything },
  bench: { folders: ['serverless/src', 'serverless/setup', 'emulator', 'scripts', 'e2e'], src: everything },
};

const inFolders = (names) => ({ element: { types: { anyOf: names } } });
const topOfSrc = { file: { categories: 'top-of-src' } };

const mayImport = (from, to) => ({ from, allow: { to } });
const packagesOf = (names) => ({ module: { origin: 'external', source: names } });

const policiesOfSrc = [
  ...Object.entries(src).flatMap(([name, { folders, packages }]) => [
    mayImport(inFolders([`src/${name}`]), inFolders([name, ...folders].map((each) => `src/${each}`))),
    mayImport(inFolders([`src/${name}`]), packagesOf(packages)),
  ]),
  // The metrics of the default board, which set-up takes from the same file.
  mayImport(inFolders(['src/views/editor']), { file: { path: 'default_stats.json' } }),
  mayImport(topOfSrc, inFolders(['src/plugin'])),
  mayImport(topOfSrc, packagesOf(['@twilio/flex-plugin'])),
  {
    disallow: { to: { file: { categories: 'for-tests' } } },
    message: 'This file is only for tests.',
  },
  {
    from: { file: { path: 'src/views/editor/!(edit-mode)/**' } },
    disallow: { to: { file: { path: 'src/views/editor/edit-mode/**' } } },
    message:
      'Edit mode puts the editor together. What its parts need as well belongs into src/views/editor/editing.',
  },
  {
    from: { file: { path: '!src/plugin/addDashboard.tsx' } },
    disallow: { to: packagesOf(['@twilio/flex-ui']), dependency: { kind: 'value' } },
    message:
      'Only addDashboard.tsx imports values of @twilio/flex-ui. Import types, or have the value handed in.',
  },
];

const policiesBeside = [
  ...Object.entries(beside).map(([name, { folders, src }]) =>
    mayImport(inFolders([name]), inFolders([name, ...folders, ...src.map((each) => `src/${each}`)])),
  ),
  {
    from: inFolders(['serverless/src']),
    disallow: {
      to: {
        element: { type: 'src/schema' },
        file: { path: '!src/schema/{defaults,history,historyFields,historyRows}.ts' },
      },
      dependency: { kind: 'value' },
    },
    message:
      'Of src/schema, import only types, defaults.ts and history*.ts, so that nothing else is deployed with the Functions.',
  },
  { allow: { to: { file: { path: 'package.json' } } } },
  // These know nothing of React, though they lie among what does.
  mayImport(inFolders(['serverless/setup']), {
    file: { path: 'src/visuals/{describeProblem,problemsOfTile,Measure}.ts' },
  }),
];

const elements = [...everything.map((name) => `src/${name}`), ...Object.keys(beside)].map((type) => ({
  type,
  pattern: type,
  partialMatch: false,
}));

const options = { default: 'disallow', checkUnknownLocals: true, checkInternals: true };

export const folderRules = [
  {
    files: [
      'src/**/*.{ts,tsx}',
      'serverless/{src,setup}/**/*.ts',
      '{emulator,scripts,e2e,bench}/**/*.{ts,mts}',
    ],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': elements,
      'boundaries/files': [
        { category: 'top-of-src', pattern: 'src/*.{ts,tsx}' },
        { category: 'for-tests', pattern: 'src/**/{testing,test-data}/**' },
      ],
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import', 'require'],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**', '**/test-data/**'],
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { ...options, checkAllOrigins: true, policies: policiesOfSrc }],
      '@typescript-eslint/no-require-imports': ['error', { allow: ['^\\./addDashboard$'] }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.name="require"]:not(:function *)',
          message: 'Call require within a function, so that what it loads runs only when it is needed.',
        },
      ],
    },
  },
  {
    files: ['serverless/{src,setup}/**/*.ts', '{emulator,scripts,e2e,bench}/**/*.{ts,mts}'],
    ignores: ['**/*.test.ts', '{serverless,emulator}/**/testing/**'],
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { ...options, policies: policiesBeside }],
    },
  },
];

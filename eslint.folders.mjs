import boundaries from 'eslint-plugin-boundaries';

/** What each folder of src may import besides itself: other folders, and packages. */
const src = {
  contract: { folders: [], packages: [] },
  day: { folders: ['contract'], packages: [] },
  formula: { folders: [], packages: ['jsep'] },
  metric: { folders: ['contract', 'day', 'formula'], packages: [] },
  model: { folders: ['contract', 'metric', 'saving'], packages: [] },
  saving: { folders: ['contract'], packages: [] },
  series: { folders: ['contract', 'day', 'formula', 'metric', 'model'], packages: [] },
  sources: { folders: ['contract', 'day', 'metric', 'model', 'series'], packages: ['twilio-sync'] },
  strings: { folders: [], packages: ['react'] },
  paste: {
    folders: [],
    packages: ['react', 'react-dom', 'stylis', '@twilio-paste/design-tokens'],
  },
  ui: { folders: ['paste', 'strings'], packages: ['react'] },
  visuals: {
    folders: ['contract', 'day', 'formula', 'metric', 'model', 'paste', 'series', 'strings', 'ui'],
    packages: ['react'],
  },
  dashboard: {
    folders: [
      'contract',
      'day',
      'formula',
      'metric',
      'model',
      'series',
      'sources',
      'paste',
      'strings',
      'ui',
      'visuals',
    ],
    packages: ['react', 'react-dom'],
  },
  'wall-mode': {
    folders: [
      'contract',
      'day',
      'metric',
      'model',
      'series',
      'sources',
      'dashboard',
      'paste',
      'strings',
      'ui',
      'visuals',
    ],
    packages: ['react', 'react-dom'],
  },
  'definition-editor': {
    folders: [
      'contract',
      'day',
      'formula',
      'metric',
      'model',
      'saving',
      'series',
      'sources',
      'dashboard',
      'paste',
      'strings',
      'ui',
      'visuals',
    ],
    packages: ['react', 'react-dom', 'prism-code-editor', 'twilio-sync'],
  },
};

/** The plugin's own files, at the top of src. */
const plugin = {
  folders: [
    'contract',
    'model',
    'sources',
    'dashboard',
    'definition-editor',
    'wall-mode',
    'paste',
    'strings',
    'ui',
  ],
  packages: ['react', '@twilio/flex-plugin', '@twilio/flex-ui'],
};

const everything = [...Object.keys(src), 'testing'];

/** What each folder beside src may import besides itself: everything that stands before it, and of src what is named. */
const beside = {
  'serverless/src': { folders: [], src: ['contract', 'saving'] },
  emulator: { folders: ['serverless/src'], src: ['contract', 'testing'] },
  'serverless/setup': {
    folders: ['serverless/src', 'emulator'],
    src: ['contract', 'day', 'formula', 'metric', 'model', 'saving', 'sources', 'strings'],
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
  mayImport(inFolders(['src/definition-editor']), { file: { path: 'default_stats.json' } }),
  mayImport(topOfSrc, topOfSrc),
  mayImport(topOfSrc, inFolders(plugin.folders.map((name) => `src/${name}`))),
  mayImport(topOfSrc, packagesOf(plugin.packages)),
  {
    disallow: { to: { file: { categories: 'for-tests' } } },
    message: 'This file is only for tests.',
  },
  {
    from: { file: { path: 'src/definition-editor/!(edit-mode)/**' } },
    disallow: { to: { file: { path: 'src/definition-editor/edit-mode/**' } } },
    message:
      'Edit mode puts the editor together. What its parts need as well belongs into src/definition-editor/editing.',
  },
  {
    from: { file: { path: '!src/addDashboard.tsx' } },
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
        element: { type: 'src/contract' },
        file: { path: '!src/contract/{defaults,history,historyFields,historyRows}.ts' },
      },
      dependency: { kind: 'value' },
    },
    message:
      'Of src/contract, import only types, defaults.ts and history*.ts, so that nothing else is deployed with the Functions.',
  },
  { allow: { to: { file: { path: 'package.json' } } } },
  // These know nothing of React, though they lie among what does.
  mayImport(inFolders(['serverless/setup']), {
    file: { path: 'src/visuals/{problemInWords,problemsOfTile,Measure}.ts' },
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
      '@typescript-eslint/no-require-imports': [
        'error',
        { allow: ['^\\./addDashboard$'] },
      ],
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

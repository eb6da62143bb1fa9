import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['**/node_modules/', '**/build/', '**/dist/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@twilio-paste/core',
              message:
                'Import the component from its own path, @twilio-paste/core/<name>: the whole package costs 216 KB gzip.',
            },
            {
              name: 'moment-timezone',
              message: 'The plugin bundle carries no moment; the Function computes windows.',
            },
          ],
        },
      ],
    },
  },
  {
    // Programs a person runs speak through the console; configuration files and child processes in plain JavaScript use require.
    files: ['scripts/**/*', 'e2e/takeScreenshots.ts', 'bench/**/*', '**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // Scripts of the page.
    files: ['emulator/flex/*.js', 'public/*.js'],
    languageOptions: { globals: globals.browser },
    rules: { '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^appConfig$' }] },
  },
  prettier,
);

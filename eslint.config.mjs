import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';
import { folderRules } from './eslint.folders.mjs';

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
              name: 'moment-timezone',
              message: 'The plugin bundle carries no moment; the Function computes windows.',
            },
          ],
          patterns: [
            {
              group: ['@twilio-paste/core', '@twilio-paste/core/*'],
              message:
                'Import it from src/paste: any component of Paste costs supervisors 60 kB more to download.',
            },
          ],
        },
      ],
    },
  },
  {
    // What the rest of src is styled with, and tests that compare it with Paste itself.
    files: ['src/paste/**/*.{ts,tsx}', 'src/**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-imports': 'off' },
  },
  ...folderRules,
  {
    // Programs a person runs speak through the console; configuration files and child processes in plain JavaScript use require.
    files: [
      'scripts/**/*',
      'e2e/takeScreenshots.ts',
      'e2e/flex-versions/run.ts',
      'bench/**/*',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
    ],
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

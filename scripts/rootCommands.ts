import type { CommandSyntax } from './commandLine';

/** The commands of the project's root, with what each takes. */
export const rootCommands = {
  start: {
    command: 'npm start',
    purpose: 'Starts Twilio on this machine and opens the dashboard in Flex. PORT=3100 chooses another port.',
    flags: ['no-open', 'watch'],
    values: { scenario: 'NAME' },
  },
  build: {
    command: 'npm run build',
    purpose: 'Builds the plugin into build/, and says how large it is; --record writes that down.',
    flags: ['record'],
  },
  test: { command: 'npm test', purpose: 'Runs every check but the long ones.' },
  deploy: {
    command: 'npm run deploy',
    purpose: 'Deploys to Twilio: functions, setup, plugin, release, doctor; all, or the one that is named.',
    flags: ['dry-run', 'yes', 'remove'],
    words: 'dev | uat | prod [STEP]',
  },
  bench: {
    command: 'npm run bench',
    purpose: 'Measures and prints tables; all benches, or those that are named.',
    values: { json: 'FILE' },
    words: '[NAME ...]',
  },
  fuzz: {
    command: 'npm run fuzz',
    purpose: 'Compares the formula language with JavaScript over random formulas.',
    values: { count: 'NUMBER', seed: 'NUMBER' },
  },
  'fuzz:documents': {
    command: 'npm run fuzz:documents',
    purpose: 'Opens damaged Sync documents with all that the dashboard does with them, apart from drawing.',
    values: { count: 'NUMBER', seed: 'NUMBER' },
  },
  soak: {
    command: 'npm run soak',
    purpose: 'Runs a wall display among faults and compares it with the truth.',
    values: { minutes: 'NUMBER', seed: 'NUMBER', 'stale-after': 'SECONDS' },
  },
  screenshots: {
    command: 'npm run screenshots',
    purpose: 'Takes the pictures of the README and docs again.',
  },
} as const satisfies Readonly<Record<string, CommandSyntax>>;

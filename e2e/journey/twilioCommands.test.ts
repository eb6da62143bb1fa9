import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfCommand, twilioCommands } from './twilioCommands';

const root = join(__dirname, '../..');
/** Read, not imported: TypeScript takes the types of React beside a JSON file that it imports for those of the whole project. */
const cli = JSON.parse(readFileSync(join(root, 'e2e/twilio-cli/package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
const pages = [
  'README.md',
  'serverless/README.md',
  ...readdirSync(join(root, 'docs')).flatMap((file) => (file.endsWith('.md') ? [`docs/${file}`] : [])),
];

/** Commands of the Twilio CLI, in code blocks and between backquotes. `twilio login` and the like name no topic. */
const shown = pages.flatMap((page) =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/(?:^ *|`)(twilio [a-z-]+:[^`\n]*)/gm)].map(
    ([, command = '']) => ({ page, command }),
  ),
);
const installs = shown.filter(({ command }) => command.startsWith('twilio plugins:install '));
const others = shown.filter((one) => !installs.includes(one));
const run = Object.values(twilioCommands).map((command) => kindOfCommand(command('1.0.0')));

describe('the twilio commands of README and docs', () => {
  test('are each one that the journey runs', () => {
    expect(others.filter(({ command }) => !run.includes(kindOfCommand(command)))).toEqual([]);
  });

  test('include each one that the journey runs', () => {
    const kinds = others.map(({ command }) => kindOfCommand(command));
    expect(run.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test('install the versions of the plugins that the journey runs with', () => {
    expect(installs.map(({ command }) => command)).not.toEqual([]);
    for (const { command } of installs) {
      const [, plugin = '', range = ''] = /install (@[\w/-]+)@([\d.]+)$/.exec(command) ?? [];
      const pinned = cli.dependencies[plugin];
      expect(`${pinned}.`).toMatch(new RegExp(`^${range.replaceAll('.', '\\.')}\\.`));
    }
  });
});

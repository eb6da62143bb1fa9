import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCommandLine, runCommand } from '../scripts/commandLine';
import { rootCommands } from '../scripts/rootCommands';
import { takeBoard } from './support/takeBoard';
import { takeStates } from './support/takeStates';
import { takeWall } from './support/takeWall';
import { takeWorkbench } from './support/takeWorkbench';

/** `npm run screenshots`: the pictures of the README and the docs, from the real thing at work. Look at them before committing. */
const folder = join(__dirname, '..', 'docs', 'images');

async function main(): Promise<void> {
  readCommandLine(rootCommands.screenshots, process.argv.slice(2), process.env);
  mkdirSync(folder, { recursive: true });
  await takeStates(folder);
  await takeBoard(folder);
  await takeWall(folder);
  await takeWorkbench(folder);
}

runCommand(main).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

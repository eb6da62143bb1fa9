import { buildWhenChanged, functionsBuild, pluginBuild } from '../../scripts/buildWhenChanged';
import { prepareBrowser } from './startDashboard';

/** Before the first test, and once for all: builds what has changed, and what is too slow to be made by each test. */
export default async function prepareTests(): Promise<void> {
  const say = (message: string): void => void process.stdout.write(`${message}\n`);
  await buildWhenChanged(pluginBuild, say);
  await buildWhenChanged(functionsBuild, say);
  await prepareBrowser();
}

// `npm test` runs this file as a command, while nothing else needs the processor.
if (require.main === module) void prepareTests();

/** Measures the dashboard and the ancestor's way in a browser and prints both as JSON; progress goes to standard error. */
import { buildFlexBundle } from '../emulator/flex/buildFlexBundle';
import { buildWhenChanged, functionsBuild, pluginBuild } from '../scripts/buildWhenChanged';
import { measureAncestor } from './dashboard/measureAncestor';
import { measureDashboard, type DashboardOptions } from './dashboard/measureDashboard';

const say = (line: string): void => console.error(`  ${new Date().toISOString().slice(11, 19)} ${line}`);

async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? '{}') as DashboardOptions;
  await buildWhenChanged(pluginBuild, say);
  await buildWhenChanged(functionsBuild, say);
  await buildFlexBundle(say);
  const ancestor = await measureAncestor(options.sizes, options.fastUpdates, say);
  const dashboard = await measureDashboard(options, say);
  console.log(JSON.stringify({ ...dashboard, ancestor }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

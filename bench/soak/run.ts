/**
 * `npm run soak [-- --minutes 30] [--seed 1] [--stale-after 90]`: a wall among faults, compared with the truth each second.
 * Ends with 1 when an untruth was not marked or the wall does not show the truth in the end.
 */
import { buildFlexBundle } from '../../emulator/flex/buildFlexBundle';
import { buildWhenChanged, functionsBuild, pluginBuild } from '../../scripts/buildWhenChanged';
import { numberOf, readCommandLine, runCommand } from '../../scripts/commandLine';
import { rootCommands } from '../../scripts/rootCommands';
import { defaultStaleAfterSeconds } from '../../src/schema/defaults';
import { formatTable } from '../formatTable';
import { soakTables } from './soakTables';
import { soakWall } from './soakWall';

const say = (line: string): void => console.log(`  ${new Date().toISOString().slice(11, 19)} ${line}`);

async function main(): Promise<void> {
  const line = readCommandLine(rootCommands.soak, process.argv.slice(2), process.env);
  const minutes = numberOf(rootCommands.soak, line, 'minutes', 30, { whole: false });
  const seed = numberOf(rootCommands.soak, line, 'seed', 1);
  const staleAfterSeconds = numberOf(
    rootCommands.soak,
    line,
    'stale-after',
    defaultStaleAfterSeconds.withRefresh,
  );
  await buildWhenChanged(pluginBuild, say);
  await buildWhenChanged(functionsBuild, say);
  await buildFlexBundle(say);
  say(`${minutes} minutes of wall mode, numbers old after ${staleAfterSeconds} s, seed ${seed}`);
  const result = await soakWall({ minutes, seed, staleAfterSeconds, onProgress: say });
  for (const table of soakTables(result)) console.log(`\n${table.title}\n\n${formatTable(table)}`);
  if (result.untruths.length > 0) console.log(`\nUnmarked:\n${result.untruths.join('\n')}`);
  if (result.verdicts['unmarked-untruth'] > 0 || result.endsInTruthAfter === undefined) process.exitCode = 1;
}

runCommand(main).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

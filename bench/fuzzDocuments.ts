/**
 * Opens damaged Sync documents with all that the dashboard, the wall and the editor do with them, apart from drawing:
 * `npm run fuzz:documents`, `npm run fuzz:documents -- --count 1000 --seed 7`. Three sound metrics stand beside the damage.
 * The tests do the same with a fixed seed. Ends with 1 if anything throws, or a sound metric shows another value.
 */
import { numberOf, readCommandLine, runCommand } from '../scripts/commandLine';
import { rootCommands } from '../scripts/rootCommands';
import { damagedDocuments, soundValues } from '../src/testing/damage/damagedDocuments';
import { showEverything } from '../src/testing/damage/showEverything';

/** What is wrong, in words; undefined when nothing is. */
function faultOf(seed: number): string | undefined {
  try {
    const shown = showEverything(damagedDocuments(seed));
    const wrong = Object.entries(soundValues(seed)).find(([key, value]) => shown.get(key) !== value);
    return wrong && `${wrong[0]} shows ${String(shown.get(wrong[0]))}`;
  } catch (error: unknown) {
    return error instanceof Error ? String(error.stack) : String(error);
  }
}

void runCommand(() => {
  const syntax = rootCommands['fuzz:documents'];
  const line = readCommandLine(syntax, process.argv.slice(2), process.env);
  const count = numberOf(syntax, line, 'count', 100_000);
  const first = numberOf(syntax, line, 'seed', 1);
  let faults = 0;
  for (let done = 1; done <= count; done += 1) {
    const seed = first + done - 1;
    const fault = faultOf(seed);
    if (fault !== undefined) {
      faults += 1;
      console.log(`seed ${seed}: ${fault}`);
    }
    if (done % 10_000 === 0 || done === count) console.log(`${done} of ${count}: ${faults} faults`);
  }
  process.exitCode = faults > 0 ? 1 : 0;
});

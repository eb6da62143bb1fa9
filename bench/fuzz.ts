/**
 * Compares the formula language with JavaScript over random formulas for as long as one likes:
 * `npm run fuzz`, `npm run fuzz -- --count 5000000 --seed 7`. Half of the count are texts read beside acorn, half are values beside `new Function`.
 * The tests run the same with a fixed seed. Ends with 1 if anything differs.
 */
import { numberOf, readCommandLine, runCommand } from '../scripts/commandLine';
import { rootCommands } from '../scripts/rootCommands';
import { compareSyntax } from '../src/model/formula/test-data/compareSyntax';
import { compareValue } from '../src/model/formula/test-data/compareValue';
import { Random } from '../src/testing/Random';
import { randomFormula } from '../src/model/formula/test-data/randomFormula';
import { randomSyntax } from '../src/model/formula/test-data/randomSyntax';

type Outcome = string | { readonly difference: string };

/** An error that is no FormulaError is a difference like any other. */
function attempt(compare: (text: string) => Outcome, text: string): Outcome {
  try {
    return compare(text);
  } catch (error: unknown) {
    return { difference: `failed with ${String(error)}` };
  }
}

function run(
  what: string,
  make: (random: Random) => string,
  compare: (text: string) => Outcome,
  count: number,
  seed: number,
): number {
  const random = new Random(seed);
  const counts = new Map<string, number>();
  let differences = 0;
  for (let i = 1; i <= count; i++) {
    const text = make(random);
    const outcome = attempt(compare, text);
    const kind = typeof outcome === 'string' ? outcome : 'different';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (typeof outcome !== 'string') {
      differences++;
      console.log(`${what}: ${outcome.difference}: ${JSON.stringify(text)}`);
    }
    if (i % 250_000 === 0 || i === count) {
      const summary = [...counts].map(([name, number]) => `${number} ${name}`).join(', ');
      console.log(`${what}: ${i} of ${count}: ${summary}`);
    }
  }
  return differences;
}

void runCommand(() => {
  const line = readCommandLine(rootCommands.fuzz, process.argv.slice(2), process.env);
  const count = numberOf(rootCommands.fuzz, line, 'count', 200_000);
  const seed = numberOf(rootCommands.fuzz, line, 'seed', Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const differences =
    run('texts', randomSyntax, compareSyntax, Math.ceil(count / 2), seed) +
    run('values', randomFormula, compareValue, Math.floor(count / 2), seed);
  console.log(`${count} random formulas, ${differences} differences`);
  process.exitCode = differences > 0 ? 1 : 0;
});

import { createBudget, compileFormula, FormulaError } from '../src/model/formula';
import { limits } from '../src/model/formula/limits';
import { busyDay } from '../src/model/formula/test-data/exampleDays';
import { hostCalls, slowFormula } from '../src/model/formula/test-data/hostCalls';
import { Random } from '../src/testing/Random';

export interface HostCallCost {
  readonly calls: string;
  readonly given: string;
  readonly charged: string;
  /** Milliseconds of processor time that the whole fuel of one formula buys, at worst. */
  readonly milliseconds: number;
  /** The same against a formula that only adds and multiplies, measured in the same run. */
  readonly ratio: number;
}

/** Formulas tried for each call. */
const attempts = 12;
/** A formula that ends sooner says nothing of a price: its time is mostly that of beginning. */
const leastFuel = 10_000;

/** Milliseconds of processor time for the whole fuel, at the rate of this formula; the best of several runs. */
function millisecondsPerFuel(formula: string): number {
  let best = Infinity;
  for (let i = 0; i < 5; i++) {
    const budget = createBudget();
    const start = process.cpuUsage();
    try {
      compileFormula(`${formula}${' '.repeat(i)}`).evaluate({ data: busyDay }, budget);
    } catch (error: unknown) {
      if (!(error instanceof FormulaError)) throw error;
    }
    const { user, system } = process.cpuUsage(start);
    const used = Math.max(limits.fuelPerUpdate - budget.remaining, leastFuel);
    best = Math.min(best, (((user + system) / 1000) * limits.fuel) / used);
  }
  return best;
}

/** What each host call costs at worst, dearest first. Run it with `node --single-threaded`, or other threads count too. */
export function hostCallCosts(): readonly HostCallCost[] {
  const base = millisecondsPerFuel('Array.from({ length: 4000 }, (_, i) => i * i + i - 1).length');
  return hostCalls
    .map((row, index) => {
      const random = new Random(index);
      const worst = Math.max(
        ...row.calls.flatMap((call) =>
          Array.from({ length: attempts }, () => millisecondsPerFuel(slowFormula(random, call, row))),
        ),
      );
      const { calls, given, charged } = row;
      return { calls: calls.join(' '), given, charged, milliseconds: worst, ratio: worst / base };
    })
    .sort((a, b) => b.ratio - a.ratio);
}

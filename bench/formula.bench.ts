import { performance } from 'node:perf_hooks';
import {
  CompiledFormulas,
  createBudget,
  compileFormula,
  compileInSlices,
  FormulaError,
} from '../src/model/formula';
import type { Formula } from '../src/model/formula';
import { limits } from '../src/model/formula/limits';
import { corpusData, hostile } from '../src/model/formula/test-data/corpus';
import { costlyFormulas } from '../src/model/formula/test-data/costlyFormulas';
import type { BenchReport } from './BenchReport';
import { formulaEngines } from './formulaEngines';
import { hostCallCosts } from './hostCallCosts';
import type { Evaluate, FormulaEngine } from './formulaEngines';
import { typicalFormulas } from './typicalFormulas';

/** Nanoseconds of one call: the best of several rounds, each long enough for the clock. */
function nanoseconds(evaluate: Evaluate, data: unknown): number {
  let best = Infinity;
  let calls = 16;
  for (let round = 0; round < 9; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) evaluate(data);
    const elapsed = performance.now() - start;
    best = Math.min(best, (elapsed * 1e6) / calls);
    if (elapsed < 4) calls = Math.min(calls * 8, 500_000);
  }
  return best;
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((total, value) => total + Math.log(value), 0) / values.length);
}

/** The engine's function for a formula; undefined where it cannot do it or gives something else. */
function prepare(
  engine: FormulaEngine,
  formula: string,
  data: unknown,
  expected: unknown,
): Evaluate | undefined {
  try {
    const evaluate = engine.compile(formula);
    return Object.is(evaluate(data), expected) ? evaluate : undefined;
  } catch {
    return undefined;
  }
}

/** Best and median milliseconds of `rounds` calls, after some to warm up. */
function milliseconds(work: () => void, rounds: number): { best: number; median: number } {
  for (let i = 0; i < 30; i++) work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { best: times[0] ?? NaN, median: times[Math.floor(rounds / 2)] ?? NaN };
}

/** 500 different formulas: the typical ones, each with its own constant, so that no two share a compiled form. */
const distinct = Array.from(
  { length: 500 },
  (_, i) => `(${typicalFormulas[i % typicalFormulas.length]}) /* ${i} */`,
);

function tiles(data: unknown): { best: number; median: number } {
  const formulas = distinct.map((text) => compileFormula(text));
  return milliseconds(() => {
    const budget = createBudget();
    for (const formula of formulas) formula.evaluate({ data }, budget);
  }, 100);
}

function slices(attempt: number): { longest: number; total: number; count: number } {
  const fresh = distinct.map((text) => ({ text: `${text} // sliced ${attempt}` }));
  let longest = 0;
  let total = 0;
  let count = 0;
  const compileSlice = compileInSlices(new CompiledFormulas(), fresh, () => performance.now());
  for (let isLeft = true; isLeft; count++) {
    const start = performance.now();
    isLeft = compileSlice();
    const elapsed = performance.now() - start;
    longest = Math.max(longest, elapsed);
    total += elapsed;
  }
  return { longest, total, count };
}

/** The slowest formula of all that mean harm, tried again and again as if it were never suspended. */
function worstHostile(data: unknown): { formula: string; milliseconds: number } {
  let worst = { formula: '', milliseconds: 0 };
  for (const formula of [...hostile.map((entry) => entry.formula), ...costlyFormulas]) {
    let best = Infinity;
    for (let i = 0; i < 9; i++) {
      const start = performance.now();
      try {
        // Another text each time: a formula that ran out of work is not tried again.
        const compiled: Formula = compileFormula(`${formula}${' '.repeat(i)}`);
        compiled.evaluate({ data });
      } catch (error: unknown) {
        if (!(error instanceof FormulaError)) throw error;
      }
      best = Math.min(best, performance.now() - start);
    }
    if (best > worst.milliseconds) worst = { formula, milliseconds: best };
  }
  return worst;
}

export async function run(): Promise<BenchReport> {
  const data = corpusData();
  const engines = await formulaEngines();
  const native = engines.find((engine) => engine.name === 'native');
  if (!native) throw new Error('The native engine is missing.');
  const expected = typicalFormulas.map((formula) => native.compile(formula)(data));
  const prepared = engines.map((engine) =>
    typicalFormulas.map((formula, i) => prepare(engine, formula, data, expected[i])),
  );

  // Every engine sees every formula before anything is measured, as on a page with many tiles.
  for (const row of prepared) for (const evaluate of row) for (let i = 0; i < 300; i++) evaluate?.(data);

  const times = prepared.map((row) => row.map((evaluate) => evaluate && nanoseconds(evaluate, data)));
  const nativeTimes = times[engines.indexOf(native)] ?? [];
  const ratios = times.map((row) => {
    const known = row.flatMap((time, i) => (time === undefined ? [] : [time / (nativeTimes[i] ?? NaN)]));
    return { count: known.length, ratio: geometricMean(known) };
  });

  const perUpdate = tiles(data);
  // The best of several attempts, as everywhere here: an interruption by the machine is as long as a slice.
  const attempts = Array.from({ length: 9 }, (_, attempt) => slices(attempt)).sort(
    (a, b) => a.longest - b.longest,
  );
  const compiled = attempts[0] ?? slices(9);
  const worst = worstHostile(data);
  const costs = hostCallCosts();
  const show = (value: number | undefined, digits = 0): string =>
    value === undefined ? '-' : value.toFixed(digits);

  return {
    tables: [
      {
        title: 'Nanoseconds per evaluation over 10 queues (best of 9 rounds)',
        columns: ['formula', ...engines.map((engine) => engine.name)],
        rows: typicalFormulas.map((formula, i) => [
          formula.length > 48 ? `${formula.slice(0, 47)}…` : formula,
          ...times.map((row) => show(row[i])),
        ]),
      },
      {
        title: 'Against JavaScript compiled once (geometric mean over the formulas an engine can do)',
        columns: ['engine', 'formulas', 'times native'],
        rows: engines.map((engine, i) => [
          engine.name,
          `${ratios[i]?.count} of ${typicalFormulas.length}`,
          show(ratios[i]?.ratio, 1),
        ]),
      },
      {
        title: 'A page of 500 tiles',
        columns: ['what', 'milliseconds'],
        rows: [
          ['one update, 500 different formulas, best', show(perUpdate.best, 2)],
          ['one update, 500 different formulas, median', show(perUpdate.median, 2)],
          [
            `compiling 500 formulas in ${compiled.count} slices, longest slice (best of 9)`,
            show(compiled.longest, 2),
          ],
          ['compiling 500 formulas, all slices', show(compiled.total, 2)],
          [
            `worst hostile formula at ${limits.fuel} units of fuel: ${worst.formula.slice(0, 40)}…`,
            show(worst.milliseconds, 2),
          ],
        ],
      },
      {
        title: `What ${limits.fuel} units buy of each host call, at worst (processor time, best of 5 runs)`,
        columns: ['calls', 'milliseconds', 'times plain arithmetic'],
        rows: costs.map(({ calls, milliseconds, ratio }) => [
          calls.length > 60 ? `${calls.slice(0, 59)}…` : calls,
          show(milliseconds, 1),
          show(ratio, 1),
        ]),
      },
    ],
    figures: {
      hostCalls: costs,
      formulas: typicalFormulas.map((formula, i) => ({
        formula,
        nanoseconds: Object.fromEntries(engines.map((engine, j) => [engine.name, times[j]?.[i] ?? null])),
      })),
      timesNative: Object.fromEntries(engines.map((engine, i) => [engine.name, ratios[i]])),
      tiles500: perUpdate,
      compile500: compiled,
      worstHostile: worst,
      fuel: limits.fuel,
    },
  };
}

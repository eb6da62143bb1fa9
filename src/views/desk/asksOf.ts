import {
  compileFormula,
  compileOn,
  createBudget,
  FormulaError,
  namesSource,
  type Budget,
  type CompileFormula,
} from '../../model/formula';
import { limits } from '../../model/formula/limits';
import { readRows, rowKeys } from '../../model/metric/readRows';
import type { Measure } from '../../visuals/Measure';

/** A formula of a tile, to be asked over other data than its reading is of. */
export interface Asking {
  ask(data: unknown, budget: Budget): unknown;
  /** Whether it reads the agents one by one. */
  readonly readsAgents: boolean;
  /** Whether time alone may change its answer. */
  readonly readsClock: boolean;
}

/**
 * The formulas behind what a tile shows: of its metric, else of its parts; of a table those of one row.
 * @param row its key; without it a table has none
 * @param now what time is counted until: milliseconds since 1970
 */
export function asksOf(
  measures: readonly Measure[],
  row: string | undefined,
  now: () => number,
): readonly Asking[] {
  const metrics = measures.flatMap((measure) =>
    'definition' in measure ? [asking(measure.definition.formula, compileOf(measure), now)] : [],
  );
  if (metrics.length > 0) return metrics;
  return measures.flatMap((measure): readonly Asking[] => {
    if (!('shape' in measure)) return [];
    const compile = compileOf(measure);
    if (measure.shape === 'parts') return [asking(measure.formula, compile, now)];
    if (measure.shape !== 'rows' || row === undefined) return [];
    const { formula, rowKey, columns } = measure;
    const list = asking(formula, compile, now);
    const entryIn = (data: unknown, budget: Budget): unknown =>
      entryOf(list.ask(data, budget), row, rowKey, data, compile, budget);
    return columns.flatMap((column) => {
      if (!('definition' in column)) return [];
      const { formula: text } = column.definition;
      const ofRow = asking(text, compile, now, 'row');
      return [
        {
          ask: (data, budget) => {
            const entry = entryIn(data, budget);
            return entry === undefined ? undefined : overEntry(text, entry, data, compile, budget, now());
          },
          readsAgents: list.readsAgents || ofRow.readsAgents,
          readsClock: list.readsClock || ofRow.readsClock,
        },
      ];
    });
  });
}

const compileOf = ({ board = new Map() }: Measure): CompileFormula => compileOn(board, compileFormula);

function asking(
  text: string,
  compile: CompileFormula,
  now: () => number,
  ...variables: readonly 'row'[]
): Asking {
  const formula = orNothing(() => compile(text, ...variables));
  return {
    ask: (data, budget) => orNothing(() => formula?.evaluate({ data, now: now() }, budget), budget),
    readsAgents: formula !== undefined && namesSource(formula.analysis, 'agents'),
    readsClock: formula?.analysis.readsClock ?? false,
  };
}

const overEntry = (
  text: string,
  entry: unknown,
  data: unknown,
  compile: CompileFormula,
  budget: Budget,
  now = 0,
): unknown =>
  orNothing(
    () =>
      compile(text, 'row')
        .over({ entry: () => entry, sources: () => new Set() })
        .evaluate({ data, now }, budget),
    budget,
  );

/** The entry of a list that is called so in a table. */
function entryOf(
  list: unknown,
  row: string,
  rowKey: string | undefined,
  data: unknown,
  compile: CompileFormula,
  budget: Budget,
): unknown {
  const rows = readRows(list);
  if (!('value' in rows)) return undefined;
  const names = rows.value.map(({ row: entry, name }) =>
    rowKey === undefined ? name : overEntry(rowKey, entry, data, compile, budget),
  );
  const keys = rowKeys(names, rows.value);
  return 'value' in keys ? rows.value[keys.value.indexOf(row)]?.row : undefined;
}

/** @param budget without one nothing is evaluated */
function orNothing<Found>(work: () => Found, budget?: Budget): Found | undefined {
  try {
    return work();
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    // Stopped for what was asked before it: no answer would look like another answer.
    if (budget && budget.remaining <= 0) throw new TooMuchAsked();
    return undefined;
  }
}

class TooMuchAsked extends Error {}

/** In updates of the dashboard: enough for a sum over 200 queues. */
const mostWork = 2;

/** Asks formulas for no more work than a few updates of the dashboard may do. Undefined where it would be more. */
export function askWithin<Found>(asking: (budget: Budget) => Found): Found | undefined {
  try {
    return asking(createBudget(mostWork * limits.fuelPerUpdate));
  } catch (error: unknown) {
    if (error instanceof TooMuchAsked) return undefined;
    throw error;
  }
}

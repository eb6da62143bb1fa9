import {
  compileFormula,
  compileOn,
  FormulaError,
  namesSource,
  type CompileFormula,
} from '../../model/formula';
import { readRows, rowKeys } from '../../model/metric/readRows';
import type { Ask } from '../../model/metric/whatIsCounted';
import type { Measure } from '../../visuals/Measure';

/** A formula of a tile, to be asked over other data than its reading is of. */
export interface Asking {
  readonly ask: Ask;
  /** Whether it reads the agents one by one. */
  readonly readsAgents: boolean;
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
    const entryIn: Ask = (data) => entryOf(list.ask(data), row, rowKey, data, compile);
    return columns.flatMap((column) => {
      if (!('definition' in column)) return [];
      const { formula: text } = column.definition;
      return [
        {
          ask: (data: unknown) => {
            const entry = entryIn(data);
            return entry === undefined ? undefined : overEntry(text, entry, data, compile, now());
          },
          readsAgents: list.readsAgents || asking(text, compile, now, 'row').readsAgents,
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
    ask: (data) => orNothing(() => formula?.evaluate({ data, now: now() })),
    readsAgents: formula !== undefined && namesSource(formula.analysis, 'agents'),
  };
}

const overEntry = (text: string, entry: unknown, data: unknown, compile: CompileFormula, now = 0): unknown =>
  orNothing(() =>
    compile(text, 'row')
      .over({ entry: () => entry, sources: () => new Set() })
      .evaluate({ data, now }),
  );

/** The entry of a list that is called so in a table. */
function entryOf(
  list: unknown,
  row: string,
  rowKey: string | undefined,
  data: unknown,
  compile: CompileFormula,
): unknown {
  const rows = readRows(list);
  if (!('value' in rows)) return undefined;
  const names = rows.value.map(({ row: entry, name }) =>
    rowKey === undefined ? name : overEntry(rowKey, entry, data, compile),
  );
  const keys = rowKeys(names, rows.value);
  return 'value' in keys ? rows.value[keys.value.indexOf(row)]?.row : undefined;
}

function orNothing<Found>(work: () => Found): Found | undefined {
  try {
    return work();
  } catch (error: unknown) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

import {
  dataSource,
  FormulaError,
  namesSource,
  type CompileFormula,
  type FormulaSource,
} from '../../model/formula';
import { formulasOf, type Measure } from '../../visuals/Measure';

/** Which sources, beside the dashboard data, formulas name: only they need to be open. */
export function sourcesNamed(
  measures: readonly Measure[],
  sources: readonly string[],
  compile: CompileFormula,
): ReadonlySet<string> {
  const others = sources.filter((name) => name !== dataSource);
  if (others.length === 0) return new Set();
  const analyses = measures.flatMap(formulasOf).flatMap((source) => analysisOf(source, compile));
  return new Set(others.filter((name) => analyses.some((analysis) => namesSource(analysis, name))));
}

function analysisOf({ text, variables = [] }: FormulaSource, compile: CompileFormula) {
  try {
    return [compile(text, ...variables).analysis];
  } catch (error: unknown) {
    if (error instanceof FormulaError) return [];
    throw error;
  }
}

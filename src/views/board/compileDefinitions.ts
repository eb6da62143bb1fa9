import { compileInSlices, type CompiledFormulas } from '../../model/formula';
import { formulasOf, type Measure } from '../../visuals/Measure';

/**
 * Compiles every formula, forgets the others, and calls back when that is done: an ordinary board's at once, before this returns; hundreds of
 * new formulas take several turns, between which Flex can answer the person in front of it.
 *
 * @returns ends the work; it is not called back any more
 */
export function compileDefinitions(
  formulas: CompiledFormulas,
  measures: readonly Measure[],
  onDone: () => void,
): () => void {
  const sources = measures.flatMap(formulasOf);
  const isMoreLeft = compileInSlices(formulas, sources, () => performance.now());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    if (isMoreLeft()) timer = setTimeout(next, 0);
    else {
      formulas.keep(sources);
      onDone();
    }
  };
  next();
  return () => clearTimeout(timer);
}

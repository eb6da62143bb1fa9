import { compileInSlices } from '../formula';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';

/**
 * Compiles every formula, and calls back when that is done: an ordinary board's at once, before this returns; hundreds of
 * new formulas take several turns, between which Flex can answer the person in front of it.
 *
 * @returns ends the work; it is not called back any more
 */
export function compileDefinitions(definitions: readonly ParsedDefinition[], onDone: () => void): () => void {
  const texts = definitions.flatMap((parsed) =>
    'definition' in parsed
      ? [
          parsed.definition.formula,
          ...(parsed.definition.sampleFormula ? [parsed.definition.sampleFormula] : []),
        ]
      : [],
  );
  const isMoreLeft = compileInSlices(texts, () => performance.now());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = (): void => {
    if (isMoreLeft()) timer = setTimeout(next, 0);
    else onDone();
  };
  next();
  return () => clearTimeout(timer);
}

import { useEffect, useMemo, useState } from 'react';
import { compileInSlices } from '../formula';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';

/**
 * Whether every formula is compiled. An ordinary board is at once; hundreds of new formulas take several turns,
 * between which Flex can answer the person in front of it.
 */
export function useCompiledFormulas(definitions: readonly ParsedDefinition[]): boolean {
  const work = useMemo(() => {
    const texts = definitions.flatMap((parsed) =>
      'definition' in parsed ? [parsed.definition.formula] : [],
    );
    const isMoreLeft = compileInSlices(texts, () => performance.now());
    return { isMoreLeft, isDoneAtOnce: !isMoreLeft() };
  }, [definitions]);
  const [doneLater, setDoneLater] = useState<typeof work>();

  useEffect(() => {
    if (work.isDoneAtOnce) return undefined;
    let timer = setTimeout(function next() {
      if (work.isMoreLeft()) timer = setTimeout(next, 0);
      else setDoneLater(work);
    }, 0);
    return () => clearTimeout(timer);
  }, [work]);

  return work.isDoneAtOnce || doneLater === work;
}

import { useMemo, useRef } from 'react';
import { createBudget } from '../formula';
import type { ParsedDefinition } from '../metric/parseMetricDefinitions';
import { evaluateMetric, type Moment } from '../metric/evaluateMetric';
import type { Reading } from '../metric/Reading';

/** A reading per definition. A reading that did not change stays the same object, so that its tile is not drawn again. */
export function useReadings(
  definitions: readonly ParsedDefinition[],
  { data, now, isColourToken }: Omit<Moment, 'budget'>,
): readonly Reading[] {
  const previous = useRef<ReadonlyMap<string, Reading>>(new Map());
  return useMemo(() => {
    const budget = createBudget();
    const readings = definitions.map((definition) => {
      const reading = evaluateMetric(definition, { data, now, isColourToken, budget });
      const before = previous.current.get(definition.key);
      return before && JSON.stringify(before) === JSON.stringify(reading) ? before : reading;
    });
    previous.current = new Map(readings.map((reading) => [reading.key, reading]));
    return readings;
  }, [definitions, data, now, isColourToken]);
}

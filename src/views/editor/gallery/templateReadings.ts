import type { MetricDefinition } from '../../../schema/metricDefinition';
import { readOnce, type EvaluationContext } from '../../board/ReadingsStore';
import { createBudget } from '../../../model/formula';
import type { Reading } from '../../../model/metric/Reading';
import { firstChoices } from './choicesFor';
import { definitionFrom, parametersOf, proposed } from './definitionFrom';
import { templateKeys, type TemplateKey } from './templates';

/** A definition made here, as the evaluation takes it. */
export interface MadeDefinition {
  readonly key: string;
  readonly label: string;
  readonly definition: MetricDefinition;
}

const made = (key: string, definition: MetricDefinition): MadeDefinition => ({
  key,
  label: definition.label,
  definition,
});

/** Every template with its first choices filled in. */
export const templateDefinitions = (
  data: unknown,
  locale: string,
): ReadonlyMap<TemplateKey, MadeDefinition> =>
  new Map(
    templateKeys().map((key) => {
      const values = firstChoices(parametersOf(key), data);
      return [key, made(key, definitionFrom(key, proposed(key, values), locale))];
    }),
  );

/** What definitions read now; all of them together may do as much work as one update of a board. */
export function readingsOf<Key>(
  definitions: ReadonlyMap<Key, MadeDefinition>,
  moment: EvaluationContext,
): ReadonlyMap<Key, Reading> {
  const budget = createBudget();
  return new Map([...definitions].map(([key, one]) => [key, readOnce(one, moment, budget)]));
}

/** What one metric reads now. */
export const readingOf = (definition: MetricDefinition, moment: EvaluationContext): Reading =>
  readOnce(made('preview', definition), moment);

import type { MetricDefinition } from '../../contract/metricDefinition';
import { readOnce, type MomentOfBoard } from '../../dashboard/ReadingsStore';
import { createBudget } from '../../formula';
import type { Reading } from '../../metric/Reading';
import { firstChoices } from './choicesFor';
import { definitionFrom, parametersOf, proposed } from './definitionFrom';
import { recipeKeys, type RecipeKey } from './recipes';

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

/** Every recipe with its first choices filled in. */
export const recipeDefinitions = (data: unknown, locale: string): ReadonlyMap<RecipeKey, MadeDefinition> =>
  new Map(
    recipeKeys().map((key) => {
      const values = firstChoices(parametersOf(key), data);
      return [key, made(key, definitionFrom(key, proposed(key, values), locale))];
    }),
  );

/** What definitions read now; all of them together may do as much work as one update of a board. */
export function readingsOf<Key>(
  definitions: ReadonlyMap<Key, MadeDefinition>,
  moment: MomentOfBoard,
): ReadonlyMap<Key, Reading> {
  const budget = createBudget();
  return new Map([...definitions].map(([key, one]) => [key, readOnce(one, moment, budget)]));
}

/** What one metric reads now. */
export const readingOf = (definition: MetricDefinition, moment: MomentOfBoard): Reading =>
  readOnce(made('preview', definition), moment);

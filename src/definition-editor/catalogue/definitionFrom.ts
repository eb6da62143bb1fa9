import type { MetricDefinition } from '../../contract/metricDefinition';
import { boardsQueue, fillInFormula, fillInText, parametersIn } from './fillIn';
import type { ParameterName, ParameterValues, Recipe } from './Recipe';
import { recipeOf, type RecipeKey } from './recipes';
import { chosenQueueIn, recipeTexts } from './recipeTexts';

/** What a person decides about a recipe; the rest comes with it. */
export interface Decisions {
  readonly values: ParameterValues;
  /** @default the recipe's, with the values in it */
  readonly label?: string;
  /** Undefined for no threshold. */
  readonly warnAt: number | undefined;
  readonly alarmAt: number | undefined;
}

/** An average of a handful alarms nobody. */
const minimumSample = 10;

export const parametersOf = (key: RecipeKey): readonly ParameterName[] => {
  const { formula, sample = '' } = recipeOf(key);
  return parametersIn(formula, sample);
};

/** What the recipe proposes. */
export const proposed = (key: RecipeKey, values: ParameterValues): Decisions => {
  const { warnAt, alarmAt } = recipeOf(key);
  return { values, warnAt, alarmAt };
};

/** The values as labels and descriptions say them. */
export const inTexts = (values: ParameterValues, locale: string): ParameterValues =>
  values.queue === boardsQueue ? { ...values, queue: chosenQueueIn(locale) } : values;

/** A metric made of a recipe, as it is saved. */
export function definitionFrom(key: RecipeKey, decisions: Decisions, locale: string): MetricDefinition {
  const recipe: Recipe = recipeOf(key);
  const { values, warnAt, alarmAt } = decisions;
  const [label, description] = recipeTexts(locale)[key];
  const said = inTexts(values, locale);
  const isJudged = warnAt !== undefined || alarmAt !== undefined;
  return {
    label: decisions.label?.trim() || fillInText(label, said),
    formula: fillInFormula(recipe.formula, values),
    ...(recipe.format ? { format: recipe.format } : {}),
    ...(recipe.decimals === undefined ? {} : { decimals: recipe.decimals }),
    ...(recipe.increment ? { increment: true } : {}),
    ...(warnAt === undefined ? {} : { firstThresholdValue: warnAt, firstThresholdStyle: 'Warn' }),
    ...(alarmAt === undefined ? {} : { secondThresholdValue: alarmAt, secondThresholdStyle: 'Error Strong' }),
    ...(isJudged && recipe.better === 'higher' ? { invertThresholds: true } : {}),
    ...(isJudged && recipe.sample
      ? { sampleFormula: fillInFormula(recipe.sample, values), minimumSample }
      : {}),
    description: fillInText(description, said),
  };
}

import { englishRecipeTexts } from './englishRecipeTexts';
import type { RecipeKey } from './recipes';
import { spanishRecipeTexts } from './spanishRecipeTexts';

/**
 * Label and description of each recipe in one language; `{{queue}}` stands for that parameter. They stand beside the recipes
 * and not among the plugin's texts, for what is chosen is saved, and belongs to the metric from then on.
 */
export type RecipeTexts = Readonly<Record<RecipeKey, readonly [label: string, description: string]>>;

/** What a label says in place of a queue's name where the board chooses it. */
export const chosenQueueIn = (locale: string): string =>
  isSpanish(locale) ? 'Cola elegida' : 'Chosen queue';

const isSpanish = (locale: string): boolean => /^es\b/i.test(locale);

/** By the language of a tag such as `es-MX`; English for one that is not shipped. */
export const recipeTexts = (locale: string): RecipeTexts =>
  isSpanish(locale) ? spanishRecipeTexts : englishRecipeTexts;

import { englishRecipeTexts } from './englishRecipeTexts';
import type { RecipeKey } from './recipes';
import { spanishRecipeTexts } from './spanishRecipeTexts';

/**
 * Label and description of each recipe in one language; `{{queue}}` stands for that parameter. They stand beside the recipes
 * and not among the plugin's texts, for what is chosen is saved, and belongs to the metric from then on.
 */
export type RecipeTexts = Readonly<Record<RecipeKey, readonly [label: string, description: string]>>;

/** By the language of a tag such as `es-MX`; English for one that is not shipped. */
export const recipeTexts = (locale: string): RecipeTexts =>
  /^es\b/i.test(locale) ? spanishRecipeTexts : englishRecipeTexts;

import { englishTemplateTexts } from './englishTemplateTexts';
import type { TemplateKey } from './templates';
import { spanishTemplateTexts } from './spanishTemplateTexts';

/**
 * Label and description of each template in one language; `{{queue}}` stands for that parameter. They stand beside the templates
 * and not among the plugin's texts, for what is chosen is saved, and belongs to the metric from then on.
 */
export type TemplateTexts = Readonly<Record<TemplateKey, readonly [label: string, description: string]>>;

/** What a label says in place of a queue's name where the board chooses it. */
export const chosenQueueIn = (locale: string): string =>
  isSpanish(locale) ? 'Cola elegida' : 'Chosen queue';

const isSpanish = (locale: string): boolean => /^es\b/i.test(locale);

/** By the language of a tag such as `es-MX`; English for one that is not shipped. */
export const templateTexts = (locale: string): TemplateTexts =>
  isSpanish(locale) ? spanishTemplateTexts : englishTemplateTexts;

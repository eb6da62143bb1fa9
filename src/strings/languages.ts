import { english } from './english';
import { spanish } from './spanish';
import type { StringTable } from './TextKey';

const languages: Readonly<Record<string, StringTable>> = { en: english, es: spanish };

/** The table for a language tag such as `es-MX`, by its language alone; English for one that is not shipped. */
export const languageOf = (locale: string): StringTable =>
  languages[locale.toLowerCase().split('-')[0] ?? ''] ?? english;

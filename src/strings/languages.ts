import { texts } from './texts';
import type { StringTable } from './TextKey';

/** Where each language stands in a text of the table. */
const places = new Map<string | undefined, 0 | 1>([
  ['en', 0],
  ['es', 1],
]);

/** The texts in the language of a tag such as `es-MX`, by its language alone; English for one that is not shipped. */
export function languageOf(locale: string): StringTable {
  const place = places.get(locale.toLowerCase().split('-')[0]) ?? 0;
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[place]])) as StringTable;
}

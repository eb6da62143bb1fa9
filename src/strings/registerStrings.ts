import { keyPrefix } from './createFill';
import { createStrings } from './createStrings';
import { languageOf } from './languages';
import type { Strings } from './Strings';

/** As much of Flex's manager as its strings take. */
export interface FlexStrings {
  /** All texts of Flex and of its plugins. Setting it makes Flex compile them anew. */
  strings: object;
}

/**
 * Puts our texts among Flex's, where other plugins may override them, and gives the ones to show. What stands there
 * already is an override and stays; what is changed later is seen by the next drawing.
 */
export function registerStrings(flex: FlexStrings, locale: string): Strings {
  const ours = Object.entries(languageOf(locale)).map(([key, text]) => [keyPrefix + key, text] as const);
  // The same object as before: other plugins may hold it to change texts later.
  const all = flex.strings as Record<string, unknown>;
  for (const [key, text] of ours) all[key] = typeof all[key] === 'string' ? all[key] : text;
  flex.strings = all;
  return createStrings(locale, () => flex.strings as Readonly<Record<string, unknown>>);
}

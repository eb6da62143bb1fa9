/** As much of Flex's manager as tells the language; localisation is younger than Flex UI 2.0. */
export interface FlexLanguage {
  readonly localization?: { readonly localeTag?: unknown; readonly localeSource?: unknown };
  readonly configuration: { readonly language?: unknown };
}

/**
 * The language of Flex, as a BCP 47 tag: what the user chose, or the account, or else the browser's, in the order that
 * Flex itself follows. Where localisation is off Flex has no language but English; `language` of its configuration
 * counts then, as it is what an account says that has translated Flex by a plugin. Without any it is English, as the
 * browser writes English numbers and times.
 *
 * @param browserLanguages tags that the browser prefers, best first
 */
export function localeOfFlex(
  { localization, configuration }: FlexLanguage,
  browserLanguages: readonly string[],
): string {
  const isChosen = localization?.localeSource !== undefined && localization.localeSource !== 'flex default';
  const english = browserLanguages.find((tag) => /^en\b/i.test(tag));
  return (
    (isChosen ? canonical(localization.localeTag) : undefined) ??
    canonical(configuration.language) ??
    canonical(english) ??
    'en'
  );
}

/** Undefined for what `Intl` would refuse, such as `es_MX` or `default`. */
function canonical(tag: unknown): string | undefined {
  if (typeof tag !== 'string') return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

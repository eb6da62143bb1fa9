import { localeOfFlex } from './localeOfFlex';

it.each([
  ['es-MX', { localeTag: 'es-MX', localeSource: 'user preference' }, undefined],
  ['es-MX', { localeTag: 'es-MX', localeSource: 'browser setting' }, undefined],
  ['es-MX', { localeTag: 'es-mx', localeSource: 'account default' }, 'pt-BR'],
  ['en', { localeTag: 'en-US', localeSource: 'flex default' }, undefined],
  ['es', { localeTag: 'en-US', localeSource: 'flex default' }, 'es'],
  ['es', undefined, 'es'],
  ['en', undefined, undefined],
  ['en', undefined, 'es_MX'],
  ['en', undefined, ''],
  ['en', undefined, 34],
  ['es', { localeTag: 'not a tag', localeSource: 'user preference' }, 'es'],
])('is %s given localisation %j and the configured language %j', (locale, localization, language) => {
  const flex = { ...(localization ? { localization } : {}), configuration: { language } };
  expect(localeOfFlex(flex, [])).toBe(locale);
});

it.each([
  ['en-GB', ['en-GB', 'en']],
  ['en-AU', ['es-ES', 'en-AU']],
  ['en', ['es-ES']],
])('is %s given no language in Flex and a browser that prefers %j', (locale, browserLanguages) => {
  expect(localeOfFlex({ configuration: {} }, browserLanguages)).toBe(locale);
});

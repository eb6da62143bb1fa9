import { languageOf } from './languages';
import { texts } from './texts';

const english = languageOf('en');
const shipped = Object.keys(texts) as (keyof typeof texts)[];
const parametersOf = (template: string): readonly string[] =>
  [...template.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name).sort();

it.each(['es'])('has the same parameters in %s as in English', (locale) => {
  const table = languageOf(locale);
  const different = shipped.filter(
    (key) => parametersOf(table[key]).join() !== parametersOf(english[key]).join(),
  );
  expect(different).toEqual([]);
});

it('counts by {{count}} in every text that has two forms', () => {
  const counting = shipped.filter((key) => /_(one|other)$/.test(key));
  expect(counting.length).toBeGreaterThan(0);
  expect(counting.filter((key) => !parametersOf(english[key]).includes('count'))).toEqual([]);
  expect(counting.filter((key) => key.endsWith('_other')).length).toBe(counting.length / 2);
});

it('is no template that Flex refuses as unsafe', () => {
  const all = ['en', 'es'].flatMap((locale) => Object.values(languageOf(locale)));
  expect(all.filter((template) => /\{\{\{|\{\{\W/.test(template))).toEqual([]);
});

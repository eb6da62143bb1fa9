import { readExchangeText } from './readExchangeText';

const entry = '{ "metric": { "label": "A", "formula": "1" } }';

it.each([
  ['no-break spaces', `{\u00a0"a": ${entry}\u00a0}`],
  ['zero-width spaces', `{\u200b"a":\u200b ${entry}}\u200b`],
  ['a byte order mark', `\ufeff{"a": ${entry}}`],
])('reads a text with %s as blanks', (_what, text) => {
  expect(readExchangeText(text)).toMatchObject({
    status: 'read',
    definitions: { a: { metric: { label: 'A' } } },
  });
});

it('keeps invisible characters within texts', () => {
  const text = `{"a": { "metric": { "label": "A\u00a0B", "formula": "1" } }}`;
  expect(readExchangeText(text)).toMatchObject({ definitions: { a: { metric: { label: 'A\u00a0B' } } } });
});

it('refuses a key that stands twice, of which JSON would silently keep the last', () => {
  expect(readExchangeText(`{"calls": ${entry}, "calls": ${entry}}`)).toMatchObject({
    status: 'not-json',
    fault: { kind: 'twice' },
  });
});

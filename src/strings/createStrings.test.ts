import { renderToStaticMarkup } from 'react-dom/server';
import * as React from 'react';
import { createStrings } from './createStrings';

const overridden = (templates: Readonly<Record<string, unknown>>) => createStrings('en', () => templates);

it.each([
  ['en', 'Warning'],
  ['en-US', 'Warning'],
  ['es', 'Aviso'],
  ['es-MX', 'Aviso'],
  ['ES-mx', 'Aviso'],
  ['pt-BR', 'Warning'],
])('speaks the language of %s by its first part, and English where that is not shipped', (locale, word) => {
  expect(createStrings(locale).text('Warning')).toBe(word);
});

it('fills in the parameters, as often as they are named', () => {
  expect(createStrings('en').text('TooFew', { sample: 2, minimum: 10 })).toBe('Too few (2 of 10)');
  expect(
    overridden({ RealtimeDashboardOver: '{{limit}} < {{ limit }}' }).text('Over', { limit: '$1 {{x}}' }),
  ).toBe('$1 {{x}} < $1 {{x}}');
});

it.each([
  [0, '0 days'],
  [1, '1 day'],
  [2, '2 days'],
])('counts %d in words', (count, words) => {
  expect(createStrings('en').text('Days', { count })).toBe(words);
});

it('counts a million by the general form where a language has a form of its own that is not shipped', () => {
  expect(new Intl.PluralRules('es').select(1_000_000)).toBe('many');
  expect(createStrings('es').text('Days', { count: 1_000_000 })).toBe('1000000 días');
});

it('prefers a template that is overridden, under its prefixed key only', () => {
  expect(overridden({ RealtimeDashboardWarning: 'Watch', Critical: 'Act' }).text('Warning')).toBe('Watch');
  expect(overridden({ Critical: 'Act' }).text('Critical')).toBe('Critical');
  expect(overridden({ RealtimeDashboardDays_one: 'a day' }).text('Days', { count: 1 })).toBe('a day');
});

it('sees a template that is overridden later', () => {
  const templates: Record<string, unknown> = {};
  const strings = overridden(templates);
  expect(strings.text('Warning')).toBe('Warning');
  templates.RealtimeDashboardWarning = 'Watch';
  expect(strings.text('Warning')).toBe('Watch');
});

it.each([undefined, null, 3, {}, []])('ignores %j, which is no template', (template) => {
  expect(overridden({ RealtimeDashboardWarning: template }).text('Warning')).toBe('Warning');
});

it('shows an empty text given an empty template', () => {
  expect(overridden({ RealtimeDashboardWarning: '' }).text('Warning')).toBe('');
});

it.each(['limits', 'constructor', '__proto__'])(
  'leaves {{%s}}, which is no parameter, for its author to see',
  (name) => {
    expect(overridden({ RealtimeDashboardOver: `over {{${name}}}` }).text('Over', { limit: 3 })).toBe(
      `over {{${name}}}`,
    );
  },
);

it('sets React nodes into a text', () => {
  const node = createStrings('en').rich('CannotBeReadCause', {
    document: React.createElement('b', null, 'a<b'),
    problem: 'gone',
  });
  expect(renderToStaticMarkup(React.createElement('p', null, node))).toBe(
    '<p>Reading the Sync document <b>a&lt;b</b> failed: gone</p>',
  );
});

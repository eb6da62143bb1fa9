import type { NamedThresholdStyle } from '../contract/metricDefinition';
import { resolveStyle } from './thresholdStyles';

const isColourToken = (name: string): boolean =>
  ['colorTextError', 'colorBackgroundError', 'colorText'].includes(name);

it.each<[NamedThresholdStyle, string, string | undefined]>([
  ['Default', 'colorText', undefined],
  ['Success', 'colorTextSuccess', undefined],
  ['Warn', 'colorTextWarningStrong', undefined],
  ['Error', 'colorTextError', undefined],
  ['Success Strong', 'colorTextInverse', 'colorBackgroundSuccess'],
  ['Warn Strong', 'colorTextInverse', 'colorBackgroundWarning'],
  ['Error Strong', 'colorTextInverse', 'colorBackgroundError'],
])('draws "%s" as %s on %s', (name, valueColour, backgroundColour) => {
  const { style, problems } = resolveStyle(name, isColourToken);
  expect([style.valueColour, style.backgroundColour, problems]).toEqual([valueColour, backgroundColour, []]);
});

it('is the default style given none', () => {
  expect(resolveStyle(undefined, isColourToken)).toEqual(resolveStyle('Default', isColourToken));
});

it('honours the three colours of an inline style', () => {
  const saved = {
    statColour: 'colorTextError',
    headlineColour: 'colorText',
    backgroundColour: 'colorBackgroundError',
  };
  expect(resolveStyle(saved, isColourToken)).toEqual({
    style: {
      level: 'none',
      valueColour: 'colorTextError',
      labelColour: 'colorText',
      backgroundColour: 'colorBackgroundError',
    },
    problems: [],
  });
});

it('keeps the default for colours that an inline style leaves out or blank', () => {
  const { style } = resolveStyle({ statColour: '' }, isColourToken);
  expect(style).toEqual({ level: 'none', valueColour: 'colorText', labelColour: 'colorTextWeak' });
});

it('names the field and the token given a token that the theme does not have', () => {
  const { style, problems } = resolveStyle(
    { statColour: 'red', backgroundColour: 'colorBackgroundError' },
    isColourToken,
  );
  expect(style.valueColour).toBe('colorText');
  expect(style.backgroundColour).toBe('colorBackgroundError');
  expect(problems).toEqual(['statColour "red" is not a colour token of Paste, such as colorTextError.']);
});

it.each(['Danger', 'error', 'constructor'])('lists the styles given the unknown style "%s"', (name) => {
  const { style, problems } = resolveStyle(name as NamedThresholdStyle, isColourToken);
  expect(style.valueColour).toBe('colorText');
  expect(problems).toEqual([expect.stringMatching(`There is no style "${name}".*Warn Strong`)]);
});

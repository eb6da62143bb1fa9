import type { InlineThresholdStyle, NamedThresholdStyle } from '../schema/metricDefinition';
import { inEnglish } from '../testing/inEnglish';
import { resolveStyle, type Colours } from './styleColours';

const white = 'rgb(255, 255, 255)';
const ink = 'rgb(18, 28, 45)';
const colours: Colours = new Map([
  ['colorBackgroundBody', white],
  ['colorBackgroundError', 'rgb(214, 31, 31)'],
  ['colorBackgroundSuccessWeakest', 'rgb(237, 253, 243)'],
  ['colorBackgroundSuccess', 'rgb(20, 176, 83)'],
  ['colorBackgroundWarning', 'rgb(244, 124, 34)'],
  ['colorText', ink],
  ['colorTextError', 'rgb(214, 31, 31)'],
  ['colorTextInverse', white],
  ['colorTextSuccess', 'rgb(14, 124, 58)'],
  ['colorTextWarningStrong', 'rgb(141, 49, 24)'],
  ['colorTextWeak', 'rgb(96, 107, 133)'],
]);

it.each<[NamedThresholdStyle, string, string | undefined]>([
  ['Default', ink, undefined],
  ['Success', 'rgb(14, 124, 58)', undefined],
  ['Success Strong', ink, 'rgb(237, 253, 243)'],
  ['Warn', ink, '#fff3d4'],
  ['Warn Strong', ink, '#fff3d4'],
  ['Error', '#ad1111', '#feecec'],
  ['Error Strong', white, 'rgb(214, 31, 31)'],
])('draws "%s" in %s on %s', (name, valueColour, backgroundColour) => {
  const { style, problems } = resolveStyle(name, colours);
  expect([style.valueColour, style.backgroundColour]).toEqual([valueColour, backgroundColour]);
  expect(problems).toEqual([]);
});

it('is the default style given none', () => {
  expect(resolveStyle(undefined, colours)).toEqual(resolveStyle('Default', colours));
});

it('makes a named style darker, in its own hue, given a theme in which it cannot be read', () => {
  const pale = new Map([...colours, ['colorTextSuccess', 'rgb(120, 255, 160)'] as const]);
  expect(resolveStyle('Success', pale).style.valueColour).toBe('rgb(60, 128, 80)');
});

it('follows the theme', () => {
  const dark = new Map([...colours, ['colorBackgroundBody', '#18222f'], ['colorText', white]] as const);
  const looks = (theme: Colours) => {
    const { valueColour, backgroundColour, rimColour } = resolveStyle('Warn Strong', theme).style;
    return [valueColour, backgroundColour, rimColour];
  };
  expect(looks(colours)).toEqual([ink, '#fff3d4', '#b26a00']);
  expect(looks(dark)).toEqual([white, '#33270d', '#ffb938']);
});

it.each<[NamedThresholdStyle, boolean]>([
  ['Warn', false],
  ['Warn Strong', true],
  ['Error', true],
])('draws a rim around "%s": %s', (name, hasRim) => {
  expect(resolveStyle(name, colours).style.rimColour !== undefined).toBe(hasRim);
});

it('draws the three colours of an inline style as they are saved', () => {
  const saved = {
    statColour: 'colorTextInverse',
    headlineColour: 'colorText',
    backgroundColour: 'colorBackgroundError',
  };
  expect(resolveStyle(saved, colours).style).toEqual({
    valueColour: white,
    labelColour: ink,
    backgroundColour: 'rgb(214, 31, 31)',
  });
});

it.each<[InlineThresholdStyle, string, string]>([
  [{ statColour: '' }, ink, 'rgb(96, 107, 133)'],
  [{ backgroundColour: 'colorBackgroundWarning' }, ink, ink],
  [{ backgroundColour: 'colorBackgroundError' }, white, white],
])('chooses what an inline style leaves out so that it can be read: %j', (saved, value, label) => {
  const { style, problems } = resolveStyle(saved, colours);
  expect([style.valueColour, style.labelColour]).toEqual([value, label]);
  expect(problems).toEqual([]);
});

it('names the field and the token given a token that the theme does not have', () => {
  const { style, problems } = resolveStyle(
    { statColour: 'red', backgroundColour: 'colorBackgroundError' },
    colours,
  );
  expect(style.valueColour).toBe(white);
  expect(style.backgroundColour).toBe('rgb(214, 31, 31)');
  expect(problems.map(inEnglish)).toEqual([
    'statColour "red" is not a colour token of Paste, such as colorTextError.',
  ]);
});

it.each<[InlineThresholdStyle, string]>([
  [
    { statColour: 'colorTextInverse', backgroundColour: 'colorBackgroundWarning' },
    'statColour colorTextInverse on backgroundColour colorBackgroundWarning has a contrast of 2.7:1; it takes 4.5:1 to be read well.',
  ],
  [
    { headlineColour: 'colorTextInverse', backgroundColour: 'colorBackgroundSuccess' },
    'headlineColour colorTextInverse on backgroundColour colorBackgroundSuccess has a contrast of 2.8:1; it takes 4.5:1 to be read well.',
  ],
  [
    { statColour: 'colorTextInverse' },
    'statColour colorTextInverse on the tile’s own background has a contrast of 1:1; it takes 4.5:1 to be read well.',
  ],
])('draws as saved and reports what cannot be read well: %j', (saved, problem) => {
  const { style, problems } = resolveStyle(saved, colours);
  expect([style.valueColour, style.labelColour]).toContain(white);
  expect(problems.map(inEnglish)).toEqual([problem]);
});

it.each(['Danger', 'constructor'])('lists the styles given the unknown style "%s"', (name) => {
  const { style, problems } = resolveStyle(name as NamedThresholdStyle, colours);
  expect(style.valueColour).toBe(ink);
  expect(problems.map(inEnglish)).toEqual([
    expect.stringMatching(`There is no style "${name}".*Warn Strong`),
  ]);
});

it('resolves a style once for a theme, as tiles ask each second', () => {
  const saved = { statColour: 'colorTextError' };
  expect(resolveStyle(saved, colours)).toBe(resolveStyle(saved, colours));
  expect(resolveStyle('Warn', colours)).toBe(resolveStyle('Warn', colours));
});

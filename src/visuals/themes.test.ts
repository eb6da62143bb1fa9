/** What Paste's own themes give, as this version of Paste ships them: every style and every part of a tile in each. */
import {
  DarkTheme,
  DefaultTheme,
  EvergreenTheme,
  SendGridTheme,
  TwilioDarkTheme,
  TwilioTheme,
} from '@twilio-paste/core/theme';
import type { NamedThresholdStyle } from '../schema/metricDefinition';
import { colourDistance, type Vision } from './colourDistance';
import { amberOf } from './amber';
import { contrast, parseColour, readableContrast, type Colour } from './contrast';
import { styleNames } from '../model/metric/levels';
import { quietColours, resolveStyle, type Colours } from './styleColours';

const themes = {
  Default: DefaultTheme,
  Dark: DarkTheme,
  Twilio: TwilioTheme,
  TwilioDark: TwilioDarkTheme,
  Evergreen: EvergreenTheme,
  SendGrid: SendGridTheme,
};
const everyTheme = Object.entries(themes).map(([name, theme]): [string, Colours] => [
  name,
  new Map(
    [theme.textColors, theme.backgroundColors, theme.borderColors].flatMap((group) =>
      Object.entries(group as Record<string, string>),
    ),
  ),
]);

function colour(css: string | undefined): Colour {
  const parsed = parseColour(css ?? '');
  if (!parsed) throw new Error(`Not a colour: ${css}`);
  return parsed;
}

describe.each(everyTheme)('in the theme %s', (_, colours) => {
  const ground = colours.get('colorBackgroundBody');

  it.each(styleNames)('value, unit, word, icon, label and context of "%s" reach WCAG AA', (name) => {
    const { valueColour, labelColour, backgroundColour } = resolveStyle(name, colours).style;
    const behind = colour(backgroundColour ?? ground);
    for (const text of [valueColour, labelColour])
      expect(contrast(colour(text), behind)).toBeGreaterThanOrEqual(readableContrast);
  });

  it('what is not judged reaches WCAG AA, on plain ground and on the stripes of stale tiles', () => {
    const { text, background, stripe } = quietColours(colours);
    expect(background).toBe(ground);
    expect(stripe).not.toBe(background);
    for (const behind of [background, stripe])
      expect(contrast(colour(text), colour(behind))).toBeGreaterThanOrEqual(readableContrast);
  });

  it('the frame of focus stands out from the board', () => {
    const frame = colour(colours.get('colorBorderPrimary'));
    expect(contrast(frame, colour(colours.get('colorBackground')))).toBeGreaterThanOrEqual(3);
  });
});

/** CIEDE2000. Ten is told apart at a glance, without the two side by side. */
const wellApart = 10;
const visions: readonly Vision[] = ['full', 'protanopia', 'deuteranopia', 'tritanopia'];

/** What is seen of a style from afar: a filled head, the chip of a warning, or else marks and digits. */
const seenFromAfar = (name: NamedThresholdStyle, colours: Colours): Colour => {
  const { valueColour, backgroundColour, markColour } = resolveStyle(name, colours).style;
  if (name.startsWith('Warn')) return colour(amberOf(colours).chip);
  if (name === 'Error Strong' || name === 'Success Strong') return colour(backgroundColour);
  return colour(markColour ?? valueColour);
};
const distance = (one: NamedThresholdStyle, other: NamedThresholdStyle, colours: Colours, vision: Vision) =>
  colourDistance(seenFromAfar(one, colours), seenFromAfar(other, colours), vision);

const plain = ['Default', 'Success', 'Warn', 'Error'] as const;
const strong = ['Success Strong', 'Warn Strong', 'Error Strong'] as const;
const pairs = [plain, strong].flatMap((names) =>
  names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const)),
);

it.each(visions)(
  'keeps a warning apart from every other state by colour for %s, in every theme',
  (vision) => {
    for (const [, colours] of everyTheme)
      for (const [one, other] of pairs.filter((pair) => pair.some((name) => name.startsWith('Warn'))))
        expect(distance(one, other, colours, vision)).toBeGreaterThan(wellApart);
  },
);

it.each(visions)('keeps the head of a warning far from a filled one for %s, in every theme', (vision) => {
  for (const [, colours] of everyTheme) {
    const { head } = amberOf(colours);
    const filled = resolveStyle('Error Strong', colours).style.backgroundColour;
    expect(colourDistance(colour(head), colour(filled), vision)).toBeGreaterThan(wellApart);
  }
});

it.each(visions)('keeps what asks for attention apart from what does not by colour for %s', (vision) => {
  for (const [, colours] of everyTheme) {
    const body = colour(colours.get('colorBackgroundBody'));
    for (const name of plain.slice(1))
      expect(distance('Default', name, colours, vision)).toBeGreaterThan(wellApart);
    // A good value asks for nothing.
    for (const name of strong.slice(1))
      expect(colourDistance(seenFromAfar(name, colours), body, vision)).toBeGreaterThan(wellApart);
  }
});

it.each(everyTheme)(
  'draws edges, rims and icons of a warning in 3:1 on tile and head in %s',
  (_, colours) => {
    const { head, mark, chip, onChip } = amberOf(colours);
    for (const ground of [head, colours.get('colorBackgroundBody')])
      expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3);
    expect(contrast(colour(onChip), colour(chip))).toBeGreaterThanOrEqual(readableContrast);
  },
);

/**
 * Colours alone cannot tell these apart for everybody; `describeReading.test.ts` proves that icon, word and edge do. If this
 * list changes with a version of Paste, nothing is wrong, but somebody should look.
 */
it('knows the pairs of states that colour alone does not keep apart', () => {
  const close = pairs.flatMap(([one, other]) => {
    const where = everyTheme.flatMap(([theme, colours]) =>
      visions.flatMap((vision) =>
        distance(one, other, colours, vision) < wellApart ? [`${theme}: ${vision}`] : [],
      ),
    );
    return where.length > 0 ? [[`${one} / ${other}`, where]] : [];
  });
  expect(Object.fromEntries(close)).toEqual({
    'Success / Error': ['Default: deuteranopia', 'Twilio: protanopia', 'SendGrid: deuteranopia'],
  });
});

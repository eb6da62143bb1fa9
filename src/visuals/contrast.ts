/** A colour as it lies on the screen: sRGB channels from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What WCAG 2.2 asks of ordinary text, level AA (success criterion 1.4.3). */
export const readableContrast = 4.5;

/**
 * Reads what themes hold: `#rgb`, `#rrggbb` and `rgb()`, each with an alpha or without. A colour that can be seen through
 * is laid over `behind`. Undefined for every other way to write a colour.
 */
export function parseColour(css: string, behind: Colour = white): Colour | undefined {
  const channels = hexChannels(css.trim()) ?? functionChannels(css.trim());
  if (!channels) return undefined;
  const [red, green, blue, alpha = 1] = channels;
  const blend = (channel: number, below: number): number => channel * alpha + below * (1 - alpha);
  return [blend(red, behind[0]), blend(green, behind[1]), blend(blue, behind[2])];
}

/** The contrast ratio of WCAG 2.2, from 1 (alike) to 21 (black on white); which of the two is the text does not matter. */
export function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** How much light a colour gives, from 0 to 1: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The channels as amounts of light, from 0 to 1: what sRGB encodes, undone. */
export function linear(colour: Colour): Colour {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return [red, green, blue];
}

/**
 * The first of the texts that can be read on the background; if none can, the first one, darkened or lightened just far
 * enough. Black or white can be read on every colour, so there always is one. CSS colours; one that cannot be parsed is
 * taken as it is, since nothing can be said of it.
 */
export function readableOn(background: string, first: string, ...others: readonly string[]): string {
  const ground = parseColour(background);
  const firstColour = ground && parseColour(first, ground);
  if (!firstColour) return first;
  const isReadable = (colour: Colour | undefined): boolean =>
    colour !== undefined && contrast(colour, ground) >= readableContrast;
  const found = [first, ...others].find((text) => isReadable(parseColour(text, ground)));
  if (found !== undefined) return found;

  const end = contrast(black, ground) > contrast(white, ground) ? black : white;
  for (let share = 0.1; share < 1; share += 0.1) {
    const [red, green, blue] = firstColour.map((channel, index) =>
      Math.round(channel + ((end[index] ?? 0) - channel) * share),
    ) as [number, number, number];
    if (isReadable([red, green, blue])) return `rgb(${red}, ${green}, ${blue})`;
  }
  return `rgb(${end.join(', ')})`;
}

const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

type Channels = readonly [red: number, green: number, blue: number, alpha?: number];

function hexChannels(css: string): Channels | undefined {
  const digits = /^#([0-9a-f]{3,8})$/i.exec(css)?.[1];
  if (!digits || ![3, 4, 6, 8].includes(digits.length)) return undefined;
  const pairs = digits.length < 6 ? [...digits].map((digit) => digit + digit) : digits.match(/../g);
  const [red = 0, green = 0, blue = 0, alpha = 255] = (pairs ?? []).map((pair) => parseInt(pair, 16));
  return [red, green, blue, alpha / 255];
}

function functionChannels(css: string): Channels | undefined {
  const inside = /^rgba?\(([^)]*)\)$/i.exec(css)?.[1];
  const numbers = inside?.split(/[\s,/]+/).filter(Boolean);
  if (!numbers || numbers.length < 3 || numbers.length > 4) return undefined;
  const [red, green, blue, alpha = 1] = numbers.map((number, index) =>
    number.endsWith('%') ? (parseFloat(number) / 100) * (index < 3 ? 255 : 1) : Number(number),
  ) as [number, number, number, number?];
  return [red, green, blue, alpha].some(Number.isNaN) ? undefined : [red, green, blue, alpha];
}

import type { InlineThresholdStyle, NamedThresholdStyle, ThresholdStyle } from '../contract/metricDefinition';
import { contrast, parseColour, readableContrast, readableOn } from './contrast';
import { isStyleName, problemsOfName, styleNames } from '../metric/levels';
import type { StyleProblem } from '../metric/Problem';

/** Names of Paste's colour tokens to the CSS colours of the theme in use. */
export type Colours = ReadonlyMap<string, string>;

/** Tokens. Text on a strong style is chosen by contrast with its background. */
interface NamedStyle {
  readonly text?: string;
  readonly background?: string;
}

const namedStyles: Readonly<Record<NamedThresholdStyle, NamedStyle>> = {
  Default: { text: 'colorText' },
  Success: { text: 'colorTextSuccess' },
  Warn: { text: 'colorTextWarningStrong' },
  Error: { text: 'colorTextError' },
  'Success Strong': { background: 'colorBackgroundSuccess' },
  'Warn Strong': { background: 'colorBackgroundWarning' },
  'Error Strong': { background: 'colorBackgroundError' },
};

/** CSS colours of the theme in use, chosen so that they can be read on the background; no background means the tile's own. */
export interface TileColours {
  readonly valueColour: string;
  readonly labelColour: string;
  readonly backgroundColour?: string;
}

export interface ResolvedStyle {
  readonly style: TileColours;
  /** What could not be drawn as saved, the default standing in its place, and what is drawn as saved but is hard to read. */
  readonly problems: readonly StyleProblem[];
}

/**
 * Turns a saved style into the colours of a tile. Named styles can be read in every theme (4.5:1); inline colours are
 * drawn as saved. Resolves once per theme and style: tiles are evaluated each second.
 */
export function resolveStyle(saved: ThresholdStyle | undefined, colours: Colours): ResolvedStyle {
  const resolved = resolvedStylesIn(colours);
  if (typeof saved === 'object') {
    const known = resolved.inline.get(saved) ?? resolveInlineStyle(saved, colours);
    resolved.inline.set(saved, known);
    return known;
  }
  const name = saved ?? 'Default';
  const known = resolved.named.get(name) ?? resolveNamedStyle(name, colours);
  resolved.named.set(name, known);
  return known;
}

/** The CSS properties that `styleRules` reads, for a theme: the colours of each named style. */
export const styleProperties = (colours: Colours): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    styleNames.flatMap((name) => {
      const { valueColour, labelColour, backgroundColour } = resolveStyle(name, colours).style;
      return [
        [propertyOf(name, 'value'), valueColour],
        [propertyOf(name, 'caption'), labelColour],
        [propertyOf(name, 'ground'), backgroundColour],
      ];
    }),
  );

/** What gives a tile the colours of the named style that its `data-style` says. */
export const styleRules: readonly string[] = styleNames.map(
  (name) => `
  .tile[data-style='${name}'] {
    --value: var(${propertyOf(name, 'value')});
    --caption: var(${propertyOf(name, 'caption')});
    ${namedStyles[name].background ? `--ground: var(${propertyOf(name, 'ground')});` : ''}
  }`,
);

function propertyOf(name: NamedThresholdStyle, part: 'value' | 'caption' | 'ground'): string {
  return `--${name.replace(' ', '-').toLowerCase()}-${part}`;
}

/** Whether a named style has a ground of its own. */
export const isStrong = (name: NamedThresholdStyle): boolean => namedStyles[name].background !== undefined;

/** How a tile looks that is not judged: quiet, but still to be read, on plain ground and on stripes. */
export interface QuietColours {
  readonly text: string;
  readonly background: string;
  readonly stripe: string;
}

export function quietColours(colours: Colours): QuietColours {
  const background = tileBackground(colours);
  const stripe = colours.get('colorBackgroundStrong') ?? background;
  // Read on the stripe it is read on the ground too: in light themes stripes are darker, in dark ones lighter.
  const text = readableOn(stripe, readableOn(background, colours.get('colorTextWeak') ?? ink));
  return { text, background, stripe };
}

interface ResolvedStyles {
  readonly named: Map<string, ResolvedStyle>;
  readonly inline: WeakMap<InlineThresholdStyle, ResolvedStyle>;
}

const resolvedStyles = new WeakMap<Colours, ResolvedStyles>();

function resolvedStylesIn(colours: Colours): ResolvedStyles {
  const resolved = resolvedStyles.get(colours) ?? { named: new Map(), inline: new WeakMap() };
  resolvedStyles.set(colours, resolved);
  return resolved;
}

function resolveNamedStyle(name: string, colours: Colours): ResolvedStyle {
  const { text, background } = namedStyles[isStyleName(name) ? name : 'Default'];
  const ground = background && colours.get(background);
  const valueColour = ground ? textOn(ground, colours) : ownText(text ?? 'colorText', colours);
  return {
    style: {
      valueColour,
      labelColour: ground ? valueColour : ownText('colorTextWeak', colours),
      ...(ground ? { backgroundColour: ground } : {}),
    },
    problems: problemsOfName(name as NamedThresholdStyle),
  };
}

function resolveInlineStyle(saved: InlineThresholdStyle, colours: Colours): ResolvedStyle {
  const problems: StyleProblem[] = [];
  const savedColour = (field: keyof InlineThresholdStyle): string | undefined => {
    const name = saved[field];
    if (name === undefined || name === '') return undefined;
    const colour = colours.get(name);
    if (colour === undefined) problems.push({ kind: 'unknown-colour', field, name });
    return colour;
  };
  const value = savedColour('statColour');
  const label = savedColour('headlineColour');
  const background = savedColour('backgroundColour');
  const reportUnreadable = (field: 'statColour' | 'headlineColour', colour: string | undefined): void => {
    const found = colour && contrastOn(background ?? tileBackground(colours), colour, colours);
    if (found && found < readableContrast)
      problems.push({
        kind: 'low-contrast',
        field,
        name: saved[field] ?? '',
        ground: background && saved.backgroundColour,
        contrast: Math.floor(found * 10) / 10,
        needed: readableContrast,
      });
  };
  reportUnreadable('statColour', value);
  reportUnreadable('headlineColour', label);
  return {
    style: {
      valueColour: value ?? (background ? textOn(background, colours) : ownText('colorText', colours)),
      labelColour: label ?? (background ? textOn(background, colours) : ownText('colorTextWeak', colours)),
      ...(background ? { backgroundColour: background } : {}),
    },
    problems,
  };
}

const ink = 'rgb(0, 0, 0)';
const paper = 'rgb(255, 255, 255)';

const tileBackground = (colours: Colours): string => colours.get('colorBackgroundBody') ?? paper;

const ownText = (token: string, colours: Colours): string =>
  readableOn(tileBackground(colours), colours.get(token) ?? ink);

/** Paste's inverse text is for its own buttons, and too faint on its green and orange: there the theme's darkest colour is. */
const textOn = (background: string, colours: Colours): string =>
  readableOn(
    background,
    colours.get('colorTextInverse') ?? paper,
    colours.get('colorText') ?? ink,
    tileBackground(colours),
    ink,
  );

function contrastOn(background: string, text: string, colours: Colours): number | undefined {
  const ground = parseColour(background, parseColour(tileBackground(colours)));
  const colour = ground && parseColour(text, ground);
  return colour && contrast(colour, ground);
}

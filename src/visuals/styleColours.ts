import type { InlineThresholdStyle, NamedThresholdStyle, ThresholdStyle } from '../schema/metricDefinition';
import { amberOf, isDark } from './amber';
import { contrast, parseColour, readableContrast, readableOn } from './contrast';
import { isStyleName, problemsOfName, styleNames } from '../model/metric/levels';
import type { StyleProblem } from '../model/metric/Problem';

/** Names of Paste's colour tokens to the CSS colours of the theme in use. */
export type Colours = ReadonlyMap<string, string>;

/** CSS colours of the theme in use, chosen so that they can be read on the background; no background means the tile's own. */
export interface TileColours {
  readonly valueColour: string;
  readonly labelColour: string;
  readonly backgroundColour?: string;
  /** Of the edge, the icon and the word; what they have without it follows from the value. */
  readonly markColour?: string;
  /** Of the edge alone, where the mark would not be seen beside the background. */
  readonly edgeColour?: string;
  /** Around a tile that is to be seen before others. */
  readonly rimColour?: string;
  /** The level on the tile's own background, for a picture and for what is written below it. */
  readonly levelColour?: string;
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

/** The part of a style that each CSS property of a tile takes. */
const parts = {
  value: 'valueColour',
  caption: 'labelColour',
  ground: 'backgroundColour',
  mark: 'markColour',
  side: 'edgeColour',
  rim: 'rimColour',
  level: 'levelColour',
} as const satisfies Readonly<Record<string, keyof TileColours>>;

const partNames = Object.keys(parts) as readonly (keyof typeof parts)[];

/** The CSS properties that `styleRules` and `tileSheet` read, for a theme. */
export function styleProperties(colours: Colours): Readonly<Record<string, string | undefined>> {
  const { chip, onChip, mark } = amberOf(colours);
  const ofStyles = styleNames.flatMap((name) => {
    const { style } = resolveStyle(name, colours);
    return partNames.map((part) => [propertyOf(name, part), style[parts[part]]] as const);
  });
  return {
    ...Object.fromEntries(ofStyles.filter(([, colour]) => colour !== undefined)),
    '--chip': chip,
    '--on-chip': onChip,
    '--was-warning': mark,
    '--was-error': criticalOf(colours).mark,
    '--paper': tileBackground(colours),
    '--paper-text': ownText('colorText', colours),
    '--paper-weak': ownText('colorTextWeak', colours),
  };
}

/** Which parts a style has is the same in every theme; any will do to find out. */
const anyTheme: Colours = new Map();

/** What gives a tile the colours of the named style that its `data-style` says. */
export const styleRules = (): readonly string[] =>
  styleNames.map((name) => {
    const { style } = resolveNamedStyle(name, anyTheme);
    const present = partNames.filter((part) => style[parts[part]] !== undefined);
    return `
  .tile[data-style='${name}'] {
    ${present.map((part) => `--${part}: var(${propertyOf(name, part)});`).join('\n    ')}
  }`;
  });

function propertyOf(name: NamedThresholdStyle, part: keyof typeof parts): string {
  return `--${name.replace(' ', '-').toLowerCase()}-${part}`;
}

/** Whether a named style is the louder one of its level. */
export const isStrong = (name: NamedThresholdStyle): boolean => name.endsWith(' Strong');

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
  const known = isStyleName(name) ? name : 'Default';
  return {
    style: namedStyles[known](colours),
    problems: problemsOfName(name as NamedThresholdStyle),
  };
}

/**
 * One ladder from quiet to loud, each step louder than the one before: marks in green, a green head, an amber head, the same with a rim,
 * a pale red one with a rim, a red one. Digits are never amber, and only what is critical fills its head.
 */
const namedStyles: Readonly<Record<NamedThresholdStyle, (colours: Colours) => TileColours>> = {
  Default: (colours) => plain(colours),
  Success: (colours) => {
    const green = ownText('colorTextSuccess', colours);
    return { ...plain(colours), valueColour: green, markColour: green, levelColour: green };
  },
  'Success Strong': (colours) => {
    const ground = colours.get('colorBackgroundSuccessWeakest') ?? tileBackground(colours);
    const mark = readableOn(ground, colours.get('colorTextSuccess') ?? ink);
    return {
      ...onHead(ground, colours),
      markColour: mark,
      levelColour: ownText('colorTextSuccess', colours),
    };
  },
  Warn: (colours) => warning(colours),
  'Warn Strong': (colours) => ({ ...warning(colours), rimColour: amberOf(colours).mark }),
  Error: (colours) => {
    const { head, onHead: text, mark } = criticalOf(colours);
    return {
      ...onHead(head, colours),
      valueColour: text,
      markColour: text,
      rimColour: mark,
      levelColour: mark,
    };
  },
  'Error Strong': (colours) => {
    const { mark, edge } = criticalOf(colours);
    const ground = colours.get('colorBackgroundError') ?? ink;
    const text = textOn(ground, colours);
    return {
      valueColour: text,
      labelColour: text,
      backgroundColour: ground,
      markColour: text,
      edgeColour: edge,
      rimColour: ground,
      levelColour: mark,
    };
  },
};

const plain = (colours: Colours): TileColours => ({
  valueColour: ownText('colorText', colours),
  labelColour: ownText('colorTextWeak', colours),
});

/** Dark digits on a pale ground, or light ones on a dim one. */
const onHead = (ground: string, colours: Colours): TileColours => ({
  valueColour: readableOn(ground, colours.get('colorText') ?? ink),
  labelColour: readableOn(ground, colours.get('colorTextWeak') ?? ink),
  backgroundColour: ground,
});

function warning(colours: Colours): TileColours {
  const { head, mark } = amberOf(colours);
  return { ...onHead(head, colours), markColour: mark, levelColour: mark };
}

/** Reds beside Paste's own: a pale head with its text, the mark of the level on a tile, and an edge that is seen beside a filled head. */
const criticalOf = (
  colours: Colours,
): { readonly head: string; readonly onHead: string; readonly mark: string; readonly edge: string } =>
  isDark(colours)
    ? { head: '#3d1418', onHead: '#ff8a8a', mark: '#ff6b6b', edge: '#ffd0d0' }
    : { head: '#feecec', onHead: '#ad1111', mark: '#cf1b1b', edge: '#310c0c' };

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

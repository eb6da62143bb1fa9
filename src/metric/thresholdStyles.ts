import type { InlineThresholdStyle, NamedThresholdStyle, ThresholdStyle } from '../contract/metricDefinition';
import type { TileStyle } from './Reading';

const onTransparent = (level: TileStyle['level'], valueColour: string): TileStyle => ({
  level,
  valueColour,
  labelColour: 'colorTextWeak',
});

const onColour = (level: TileStyle['level'], backgroundColour: string): TileStyle => ({
  level,
  valueColour: 'colorTextInverse',
  labelColour: 'colorTextInverse',
  backgroundColour,
});

export const namedStyles: Readonly<Record<NamedThresholdStyle, TileStyle>> = {
  Default: onTransparent('none', 'colorText'),
  Success: onTransparent('success', 'colorTextSuccess'),
  Warn: onTransparent('warning', 'colorTextWarningStrong'),
  Error: onTransparent('error', 'colorTextError'),
  'Success Strong': onColour('success', 'colorBackgroundSuccess'),
  'Warn Strong': onColour('warning', 'colorBackgroundWarning'),
  'Error Strong': onColour('error', 'colorBackgroundError'),
};

export interface ResolvedStyle {
  readonly style: TileStyle;
  /** What could not be drawn as saved; the default stands in its place. */
  readonly problems: readonly string[];
}

/** Turns a saved style into the colours of a tile. Colours are Paste token names; `isColourToken` knows the theme's. */
export function resolveStyle(
  saved: ThresholdStyle | undefined,
  isColourToken: (name: string) => boolean,
): ResolvedStyle {
  if (saved === undefined) return { style: namedStyles.Default, problems: [] };
  if (typeof saved === 'string') {
    const style = Object.prototype.hasOwnProperty.call(namedStyles, saved) ? namedStyles[saved] : undefined;
    return style
      ? { style, problems: [] }
      : {
          style: namedStyles.Default,
          problems: [`There is no style "${saved}". The styles are ${Object.keys(namedStyles).join(', ')}.`],
        };
  }
  return resolveInlineStyle(saved, isColourToken);
}

function resolveInlineStyle(
  saved: InlineThresholdStyle,
  isColourToken: (name: string) => boolean,
): ResolvedStyle {
  const problems: string[] = [];
  const token = (field: keyof InlineThresholdStyle): string | undefined => {
    const name = saved[field];
    if (name === undefined || name === '') return undefined;
    if (isColourToken(name)) return name;
    problems.push(`${field} "${name}" is not a colour token of Paste, such as colorTextError.`);
    return undefined;
  };
  const valueColour = token('statColour') ?? namedStyles.Default.valueColour;
  const labelColour = token('headlineColour') ?? namedStyles.Default.labelColour;
  const backgroundColour = token('backgroundColour');
  return {
    style: { level: 'none', valueColour, labelColour, ...(backgroundColour ? { backgroundColour } : {}) },
    problems,
  };
}

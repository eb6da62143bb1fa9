import { styled, themeGet } from '@twilio-paste/core/styling-library';
import * as React from 'react';
import { quietColours } from '../metric/thresholdStyles';
import { tileSheet } from './tileSheet';
import { useColourTokens } from './useColourTokens';

export interface TileGridProps {
  /** Children are list items, `MetricTile`s for one, unless another role is given. @default "list" */
  readonly role?: string;
  readonly 'aria-label': string;
  /**
   * The grid fills the height of its parent with just so many columns (of a normal tile's width) and rows, and type is
   * sized to that. Without it there are as many columns as fit and six at the most, and rows as high as they need to be.
   */
  readonly fit?: { readonly columns: number; readonly rows: number };
  readonly children: React.ReactNode;
}

/** Equal columns. A small tile takes half of one, a wide one two. Holds the looks of the tiles inside, too. */
export function TileGrid({ role = 'list', fit, children, ...labels }: TileGridProps): React.ReactElement {
  const colours = useColourTokens();
  const { text, background, stripe } = quietColours(colours);
  const style = {
    '--ground': background,
    '--stripe': stripe,
    '--quiet': text,
    '--line': colours.get('colorBorderWeak'),
    '--focus': colours.get('colorBorderPrimary'),
    ...(fit
      ? { '--columns': fit.columns * 2, '--wide': Math.min(4, fit.columns * 2), '--rows': fit.rows }
      : {}),
  } as React.CSSProperties;
  return (
    <Grid role={role} {...labels} className={fit ? 'fits' : undefined} style={style}>
      {children}
    </Grid>
  );
}

/** Half columns, repeated in pairs so that none is left over. Six columns at the most: a large screen gets larger numbers. */
const Grid = styled.div`
  --half: minmax(max(6.125rem, 7.2%), 1fr);
  display: grid;
  gap: 0.75rem;
  grid-template-columns: repeat(auto-fill, var(--half) var(--half));
  font-family: ${themeGet('fonts.fontFamilyText')};
  > * {
    grid-column: span 2;
  }
  > .tile-small {
    grid-column: span 1;
  }
  > .tile-wide {
    grid-column: span var(--wide, 4);
    @media (max-width: 36rem) {
      grid-column: span 2;
    }
  }
  &.fits {
    height: 100%;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    grid-template-rows: repeat(var(--rows), minmax(0, 1fr));
    gap: clamp(2px, 0.5vmin, 0.75rem);
  }
  ${tileSheet}
`;

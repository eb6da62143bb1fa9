import { styled } from '@twilio-paste/core/styling-library';
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
    <Surroundings style={fit ? { height: '100%' } : undefined}>
      <Grid role={role} {...labels} className={fit ? 'fits' : undefined} style={style}>
        {children}
      </Grid>
    </Surroundings>
  );
}

/** Columns are counted by the width of this box; a box cannot ask for its own. */
const Surroundings = styled.div`
  container-type: inline-size;
`;

const Grid = styled.div`
  display: grid;
  gap: 0.75rem;
  --columns: 2;
  --wide: 2;
  grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
  @container (min-width: 27rem) {
    --columns: 4;
    --wide: 4;
  }
  @container (min-width: 40rem) {
    --columns: 6;
  }
  @container (min-width: 53rem) {
    --columns: 8;
  }
  @container (min-width: 66rem) {
    --columns: 10;
  }
  @container (min-width: 79rem) {
    --columns: 12;
  }
  > * {
    grid-column: span 2;
  }
  > .tile-small {
    grid-column: span 1;
  }
  > .tile-wide {
    grid-column: span var(--wide);
  }
  &.fits {
    height: 100%;
    grid-template-rows: repeat(var(--rows), minmax(0, 1fr));
    gap: clamp(2px, 0.5vmin, 0.75rem);
  }
  ${tileSheet}
`;

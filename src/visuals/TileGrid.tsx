import * as React from 'react';
import { styled, themeGet } from '../paste/styling';
import { kinds, visualSheets } from './registry';
import { quietColours, styleProperties } from './styleColours';
import { tileSheet } from './tileSheet';
import { useColourTokens } from './useColourTokens';

export interface TileGridProps {
  /** Children are list items, `ReadingTile`s for one, unless another role is given. @default "list" */
  readonly role?: string;
  readonly 'aria-label': string;
  /**
   * The grid fills the height of its parent with just so many columns (of a normal tile's width) and rows; `unit`, in CSS
   * pixels, is what type is measured in. Without it there are as many columns as fit and six at the most, and rows as high
   * as they need to be.
   */
  readonly fit?: { readonly columns: number; readonly rows: number; readonly unit: number };
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
    ...styleProperties(colours),
    ...Object.assign({}, ...kinds.map(({ properties }) => properties?.(colours))),
    ...(fit
      ? {
          '--columns': fit.columns * 2,
          '--wide': Math.min(4, fit.columns * 2),
          '--rows': fit.rows,
          '--u': `${fit.unit}px`,
        }
      : {}),
  } as React.CSSProperties;
  return (
    <Surroundings className={fit ? 'fits' : undefined}>
      <Grid role={role} {...labels} className="tile-grid" style={style}>
        {children}
      </Grid>
    </Surroundings>
  );
}

/**
 * The box that widths inside are measured against: a box cannot be measured by its own. There is one for all
 * tiles, since one for each makes an update of fifty tiles among five hundred three times as slow to lay out.
 */
const Surroundings = styled.div`
  container-type: inline-size;
  &.fits {
    height: 100%;
  }
`;

/**
 * Columns of half a normal tile, in pairs, and six pairs at the most: a large screen gets larger numbers. `--u` is a
 * hundredth of the width of a normal tile, or what `fit` says.
 */
const Grid = styled.div`
  --columns: 2;
  --gap: 0.75rem;
  --column: calc((100cqw - (var(--columns) / 2 - 1) * var(--gap)) / var(--columns) * 2);
  --u: calc(var(--column) / 100);
  display: grid;
  gap: var(--gap);
  grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
  font-family: ${themeGet('fonts.fontFamilyText')};
  > * {
    grid-column: span 2;
  }
  > .tile-small {
    grid-column: span 1;
  }
  > .tile-wide {
    grid-column: span var(--wide, 2);
  }
  ${/* Emotion's parser leaves what is in a container query without a selector, so it needs one of its own. */ ''}
  @container (min-width: 27rem) {
    .tile-grid {
      --columns: 4;
      --wide: 4;
    }
  }
  @container (min-width: 40.75rem) {
    .tile-grid {
      --columns: 6;
    }
  }
  @container (min-width: 54.5rem) {
    .tile-grid {
      --columns: 8;
    }
  }
  @container (min-width: 68.25rem) {
    .tile-grid {
      --columns: 10;
    }
  }
  @container (min-width: 82rem) {
    .tile-grid {
      --columns: 12;
    }
  }
  .fits > & {
    --gap: clamp(2px, 0.5vmin, 0.75rem);
    height: 100%;
    grid-template-rows: repeat(var(--rows), minmax(0, 1fr));
  }
  ${tileSheet}
  ${visualSheets}
`;

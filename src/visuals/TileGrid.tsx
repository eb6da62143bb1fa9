import * as React from 'react';
import { styled, themeGet } from '../paste/styling';
import { kinds, visualSheets } from './registry';
import { quietColours, styleProperties } from './styleColours';
import { gridColumns } from './layTiles';
import { TileSpace, useTileColumns } from './TileSpace';
import { tileSheet } from './tileSheet';
import { useColourTokens } from './useColourTokens';

export interface TileGridProps {
  /** Children are list items, `ReadingTile`s for one, unless another role is given. @default "list" */
  readonly role?: string;
  readonly 'aria-label': string;
  /** How many of the columns of a whole row it has. @default all */
  readonly width?: number;
  /** The grid fills the height of its parent with just so many rows; `unit` is what type is measured in; lengths are CSS pixels. */
  readonly fit?: { readonly rows: number; readonly unit: number; readonly rowHeight: number };
  readonly children: React.ReactNode;
}

/** Tiles in their places. Holds the looks of the tiles inside, too. Outside of a `TileSpace` it makes one of its own. */
export function TileGrid(props: TileGridProps): React.ReactElement {
  const grid = <GridInSpace {...props} />;
  return useTileColumns() === undefined ? <TileSpace>{grid}</TileSpace> : grid;
}

function GridInSpace({
  role = 'list',
  width = gridColumns,
  fit,
  children,
  ...labels
}: TileGridProps): React.ReactElement {
  const colours = useColourTokens();
  const { text, background, stripe } = quietColours(colours);
  const style = {
    '--width-of-grid': width,
    '--ground': background,
    '--stripe': stripe,
    '--quiet': text,
    '--line': colours.get('colorBorderWeak'),
    '--focus': colours.get('colorBorderPrimary'),
    ...styleProperties(colours),
    ...Object.assign({}, ...kinds.map(({ properties }) => properties?.(colours))),
    ...(fit ? { '--rows': fit.rows, '--u': `${fit.unit}px`, '--row-height': `${fit.rowHeight}px` } : {}),
  } as React.CSSProperties;
  return (
    <Grid role={role} {...labels} className="tile-grid" style={style}>
      {children}
    </Grid>
  );
}

/**
 * `--u` is a hundredth of the width of a normal tile, or what `fit` says. Gaps are inside the cells, half on each side: the
 * columns are narrower than a gap.
 */
const Grid = styled('div')`
  --column: calc((100cqw + var(--gap)) * 2 / var(--columns) - var(--gap));
  --u: calc(var(--column) / 100);
  --row: max(10.75rem, calc(62 * var(--u)));
  display: grid;
  margin: calc(var(--gap) / -2);
  grid-template-columns: repeat(var(--width-of-grid), minmax(0, 1fr));
  grid-auto-rows: calc(var(--row) + var(--gap));
  font-family: ${themeGet('fonts.fontFamilyText')};
  > * {
    box-sizing: border-box;
    padding: calc(var(--gap) / 2);
    grid-column: span var(--normal);
  }
  > .tile-small {
    grid-column: span var(--small);
  }
  > .tile-wide {
    grid-column: span var(--wide);
  }
  .fits & {
    height: calc(100% + var(--gap));
    grid-template-rows: repeat(var(--rows), minmax(0, 1fr));
  }
  ${tileSheet}
  ${visualSheets}
`;

import * as React from 'react';
import { mostColumns } from '../model/board/span';
import { styled } from '../paste/styling';
import { gridColumns } from './layTiles';

const Columns = React.createContext<number | undefined>(undefined);

/** How many columns of a tile's span fit into the space; undefined outside of any. */
export const useTileColumns = (): number | undefined => React.useContext(Columns);

export interface TileSpaceProps {
  /** So many, whatever the width. Without it as many as are readable, twelve at most. */
  readonly columns?: number | undefined;
  readonly children: React.ReactNode;
}

/** The room that the tiles of a board share, also when they are in several grids. Its width decides how many stand in a row. */
export function TileSpace({ columns: given, children }: TileSpaceProps): React.ReactElement {
  const box = React.useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = React.useState(mostColumns);
  // Before it is painted, so that nothing is seen to jump.
  React.useLayoutEffect(() => {
    const element = box.current;
    if (!element || given !== undefined) return undefined;
    const measure = (): void => setMeasured(columnsIn(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [given]);
  const columns = given ?? measured;
  const style = {
    '--columns': columns,
    '--small': gridColumns / columns,
    '--normal': Math.min(gridColumns, (2 * gridColumns) / columns),
    '--wide': Math.min(gridColumns, (4 * gridColumns) / columns),
  } as React.CSSProperties;
  return (
    <Columns.Provider value={columns}>
      <Box ref={box} style={style} className={given === undefined ? undefined : 'fits'}>
        {children}
      </Box>
    </Columns.Provider>
  );
}

/** The least width in rem for so many columns, the most first. */
const steps = [
  [73, 12],
  [66, 10],
  [54.5, 8],
  [40.75, 6],
  [19, 4],
] as const;

/** @param width in CSS pixels; 0 before there is any layout */
export function columnsIn(width: number): number {
  if (width === 0) return mostColumns;
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
  return steps.find(([least]) => width >= least * rem)?.[1] ?? 2;
}

/**
 * The box that widths inside are measured against: a box cannot be measured by its own. There is one for all
 * tiles, since one for each makes an update of fifty tiles among five hundred three times as slow to lay out.
 */
const Box = styled('div')`
  container-type: inline-size;
  --gap: 0.75rem;
  &.fits {
    --gap: clamp(2px, 1vmin, 1rem);
    height: 100%;
  }
`;

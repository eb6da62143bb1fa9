import * as React from 'react';

/** How much of a table there is room for. */
export interface Room {
  readonly rows: number;
  readonly columns: number;
  /** In em of the type. */
  readonly rowHeight: number;
  /** Of the type, in CSS pixels, where it is not the usual one; undefined for that. */
  readonly fontSize: number | undefined;
}

/** In em of the table's type. The heading is as high as a row; rows are higher where that fills the room. */
const rowHeight = { least: 2.2, most: 3.4 } as const;
/** At a desk, the type of a table with few rows grows to at most so many times the usual size. */
const mostGrowth = 1.4;
const leastRows = 3;
const leastFontSize = 11;
const places = {
  desk: { rows: Infinity, columns: Infinity, nameWidth: 6.5, columnWidth: 5 },
  wall: { rows: 8, columns: 4, nameWidth: 5.5, columnWidth: 4.4 },
} as const;

type Place = keyof typeof places;

/** What there is to show. */
interface Content {
  readonly rows: number;
  readonly columns: number;
  /** A digit for each column: how many times as wide as others it is. */
  readonly wide?: string;
}

/** The room inside an element, as it changes: before anything is painted, and then whenever its size does. */
export function useRoom(
  element: React.RefObject<HTMLElement>,
  place: Place,
  { rows, columns, wide }: Content,
): Room {
  const [room, setRoom] = React.useState<Room>({
    rows: leastRows,
    columns: 1,
    rowHeight: rowHeight.least,
    fontSize: undefined,
  });
  React.useLayoutEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const measure = (): void => {
      const found = roomIn(
        box.clientWidth,
        box.clientHeight,
        parseFloat(getComputedStyle(box).fontSize),
        place,
        { rows, columns, ...(wide === undefined ? {} : { wide }) },
      );
      setRoom((before) => (isSame(before, found) ? before : found));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, place, rows, columns, wide]);
  return room;
}

/** Sizes in CSS pixels. The type is as large as what there is allows; at a desk only a little larger than usual, and smaller only for the least rows. */
export function roomIn(width: number, height: number, usual: number, place: Place, content: Content): Room {
  const most = places[place];
  const wide = (content.wide ?? '').padEnd(Math.max(content.columns, 12), '1');
  /** Of the first columns together, in widths of a usual one. */
  const widthOf = (count: number): number =>
    [...wide.slice(0, count)].reduce((sum, digit) => sum + Number(digit), 0);
  const heightFor = (rows: number): number => height / (rows + 1) / rowHeight.least;
  const fill = (): number =>
    Math.min(
      heightFor(Math.max(leastRows, Math.min(content.rows, most.rows))),
      width / (most.nameWidth + widthOf(Math.min(content.columns, most.columns)) * most.columnWidth),
    );
  const atDesk = (): number =>
    Math.min(usual * mostGrowth, Math.max(fill(), Math.min(usual, heightFor(leastRows))));
  const fontSize = Math.max(leastFontSize, place === 'wall' ? fill() : atDesk());
  // A hundredth is forgiven, as type that was made to fit does so to the last pixel.
  const space = (width / fontSize - most.nameWidth) / most.columnWidth + 0.01;
  const columns = [...wide].filter((_, index) => widthOf(index + 1) <= space).length;
  const fitting = Math.floor(height / fontSize / rowHeight.least + 0.01) - 1;
  const rows = Math.max(1, Math.min(fitting, most.rows));
  const filled = Math.min(rows, Math.max(1, content.rows));
  const filling = Math.floor((height / fontSize / (filled + 1)) * 100) / 100;
  return {
    rows,
    columns: Math.max(1, Math.min(columns, most.columns)),
    rowHeight: Math.min(filling, rowHeight.most),
    fontSize: fontSize === usual ? undefined : fontSize,
  };
}

const isSame = (a: Room, b: Room): boolean =>
  a.rows === b.rows && a.columns === b.columns && a.rowHeight === b.rowHeight && a.fontSize === b.fontSize;

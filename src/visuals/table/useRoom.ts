import * as React from 'react';

/** How much of a table there is room for. */
export interface Room {
  readonly rows: number;
  readonly columns: number;
  /** Of the type, in CSS pixels, where the usual one is too large for `leastRows`; undefined for the usual one. */
  readonly fontSize: number | undefined;
}

/** In em of the table's type. The heading is as high as a row. */
const rowHeight = 2.2;
const nameWidth = 6.5;
const columnWidth = 5;
const leastRows = 3;
const leastFontSize = 11;
const most = { desk: { rows: Infinity, columns: Infinity }, wall: { rows: 8, columns: 4 } } as const;

/** The room inside an element, as it changes: before anything is painted, and then whenever its size does. */
export function useRoom(element: React.RefObject<HTMLElement>, place: keyof typeof most): Room {
  const [room, setRoom] = React.useState<Room>({ rows: leastRows, columns: 1, fontSize: undefined });
  React.useLayoutEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const measure = (): void => {
      const found = roomIn(
        box.clientWidth,
        box.clientHeight,
        parseFloat(getComputedStyle(box).fontSize),
        place,
      );
      setRoom((before) => (isSame(before, found) ? before : found));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element, place]);
  return room;
}

/** Sizes in CSS pixels. */
export function roomIn(width: number, height: number, usual: number, place: keyof typeof most): Room {
  const fontSize = Math.max(leastFontSize, Math.min(usual, height / (leastRows + 1) / rowHeight));
  const columns = Math.floor((width / fontSize - nameWidth) / columnWidth);
  const rows = Math.floor(height / fontSize / rowHeight + 0.01) - 1;
  return {
    rows: Math.max(1, Math.min(rows, most[place].rows)),
    columns: Math.max(1, Math.min(columns, most[place].columns)),
    fontSize: fontSize < usual ? fontSize : undefined,
  };
}

const isSame = (a: Room, b: Room): boolean =>
  a.rows === b.rows && a.columns === b.columns && a.fontSize === b.fontSize;

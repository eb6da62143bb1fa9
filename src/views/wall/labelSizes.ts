import type { LabelWidths } from '../../visuals/labelWidths';

/** A tile of a row as it is drawn: CSS pixels. */
export interface LabelledTile {
  readonly label: LabelWidths;
  /** What is beside the value: a low picture leaves room for two lines of a label, a tall one for one. */
  readonly picture: 'low' | 'tall' | undefined;
  readonly width: number;
  readonly height: number;
}

/** Of the height of a tile: what the digits of a number are drawn in. The sheet of tiles says the same. */
export const numberShare = 0.465;

/** Line heights of labels and of numbers on a wall, as in the sheet of tiles. */
const labelLine = 1.12;
const numberLine = 0.86;

/** Padding, the line below the number, and what is between them, in units. */
const others = 13;
/** A low picture with the number above it, and what else there is, in units. */
const othersOfPictured = 40;
/** What is beside a label: padding, and the icon with its gap; a narrow tile has its icon elsewhere. */
const beside = { padding: 11, icon: 11.5 } as const;
/** In units: less than that nobody reads, so that a label is cut instead. */
const least = 6.5;
/** In units: more than that is louder than the number. */
const most = 14;

/** So narrow a tile, in units, has its icon below. */
export const narrow = 80;

/** The one size of all labels of a row, in CSS pixels: that of the label which needs most room. */
export function labelSize(tiles: readonly LabelledTile[], unit: number): number {
  const sizes = tiles.map(({ label, picture, width, height }) => {
    const icon = width < narrow * unit ? 0 : beside.icon;
    const room = width - (beside.padding + icon) * unit;
    const lines =
      picture === undefined
        ? height * (1 - numberShare * numberLine) - others * unit
        : height - othersOfPictured * unit;
    const onOne = Math.min(room / label.onOneLine, lines / labelLine, most * unit);
    const onTwo = Math.min(room / label.onTwoLines, lines / labelLine / 2);
    return picture === 'tall' ? Math.min(room / label.onOneLine, 11 * unit) : Math.max(onOne, onTwo);
  });
  return Math.max(least * unit, Math.min(...sizes, most * unit));
}

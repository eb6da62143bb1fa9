import type { Span } from '../../model/board/span';
import type { LabelWidths } from '../../visuals/labelWidths';
import { gridColumns, layTiles, type LaidTiles, type Place } from '../../visuals/layTiles';
import { dividePages } from './dividePages';
import { labelSize } from './labelSizes';

export interface TileToFit {
  readonly span: Span;
  readonly label: LabelWidths;
  /** What it draws beside the value. */
  readonly picture: 'low' | 'tall' | undefined;
}

/** The tiles of one section in their order; the tiles before all sections have no name. */
export interface SectionToFit {
  readonly name?: string;
  readonly tiles: readonly TileToFit[];
}

/** Lengths in CSS pixels. */
export interface WallSpace {
  readonly width: number;
  readonly height: number;
  /** Between tiles, and between sections. */
  readonly gap: number;
  /** Height of a section's heading, with the gap below it. */
  readonly heading: number;
  /** A page never has a smaller unit, unless it shows a single tile. */
  readonly smallestUnit: number;
}

/** Whether sections have headings on a wall; undefined leaves them out where they cost too much. */
export type Headings = 'on' | 'off' | undefined;

export interface TilePage {
  readonly sections: readonly PageSection[];
  /** What type is measured in on the whole page: a hundredth of the narrowest tile, or less where rows are low. CSS pixels. */
  readonly unit: number;
  /** CSS pixels. */
  readonly rowHeight: number;
}

export interface PageSection {
  readonly name?: string;
  /** Index of the first tile among all of the board, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly places: readonly Place[];
  readonly rows: number;
  /** Of each tile, in CSS pixels: one for all tiles of a row. */
  readonly labelSizes: readonly number[];
}

/** A tile this high in relation to its width has type as large as its width allows. */
const heightOfWidth = 1 / 1.65;

/**
 * Lays tiles out so that everything fits without holes and type is as large as possible. What would be too small to be read
 * becomes several pages; a section that goes on there has its heading again. Where headings are left out, tiles of several sections may share a row.
 */
export function fitTiles(
  sections: readonly SectionToFit[],
  space: WallSpace,
  headings?: Headings,
): readonly TilePage[] {
  const plain = (): readonly TilePage[] =>
    pagesOf([{ tiles: sections.flatMap(({ tiles }) => tiles) }], space);
  if (headings === 'off') return plain();
  const headed = pagesOf(sections, space);
  if (headings === 'on' || !sections.some(({ name }) => name !== undefined)) return headed;
  const isLow = headed.some(
    (page) => page.sections.filter(({ name, rows }) => name !== undefined && rows === 1).length > 1,
  );
  const without = plain();
  return isLow || without.length < headed.length ? without : headed;
}

function pagesOf(all: readonly SectionToFit[], space: WallSpace): readonly TilePage[] {
  const sections = all.filter(({ tiles }) => tiles.length > 0);
  const counts = sections.map(({ tiles }) => tiles.length);
  const count = counts.reduce((sum, tiles) => sum + tiles, 0);
  const pagesFor = (number: number): readonly TilePage[] =>
    dividePages(counts, number).map((parts) =>
      fitPage(
        parts.map(({ section, from, to, first }) => ({
          name: sections[section]?.name,
          tiles: sections[section]?.tiles.slice(from, to) ?? [],
          first,
        })),
        space,
      ),
    );
  if (count === 0) return [];
  for (let pages = 1; pages < count; pages += 1) {
    const fitted = pagesFor(pages);
    if (fitted.every(({ unit }) => unit >= space.smallestUnit)) return fitted;
  }
  return pagesFor(count);
}

interface Part {
  readonly name: string | undefined;
  readonly tiles: readonly TileToFit[];
  /** Index of its first tile among all of the board. */
  readonly first: number;
}

const mostInRow = 24;

function fitPage(parts: readonly Part[], space: WallSpace): TilePage {
  const headings = parts.filter(({ name }) => name !== undefined).length;
  let best:
    { readonly unit: number; readonly rowHeight: number; readonly laid: readonly LaidTiles[] } | undefined;
  for (let inRow = 1; inRow <= mostInRow; inRow += 1) {
    const laid = parts.map(({ tiles }) =>
      layTiles(
        tiles.map(({ span }) => span),
        inRow,
        gridColumns,
        1,
      ),
    );
    const rows = laid.reduce((sum, section) => sum + section.rows, 0);
    const rowHeight = (space.height - headings * space.heading - (rows - 1) * space.gap) / rows;
    const narrowest = Math.min(
      ...parts.flatMap(({ tiles }, part) =>
        tiles.map(({ span }, at) => unitOf(span, laid[part]?.places[at], space)),
      ),
    );
    const unit = Math.min(narrowest, rowHeight / heightOfWidth / 100);
    // Of the same type size the first, with the fewest columns.
    if (!best || unit > best.unit + 1e-9) best = { unit, rowHeight, laid };
  }
  const { unit, rowHeight, laid } = best ?? { unit: 0, rowHeight: 0, laid: [] };
  return {
    unit,
    rowHeight,
    sections: parts.map(({ name, tiles, first }, part) => {
      const { places = [], rows = 0 } = laid[part] ?? {};
      return {
        ...(name === undefined ? {} : { name }),
        from: first,
        to: first + tiles.length,
        places,
        rows,
        labelSizes: labelSizesOf(tiles, places, { unit, rowHeight, space }),
      };
    }),
  };
}

/** How large type may be in a tile so that it shows as much as at a desk. One that has the whole row cannot be wider. */
function unitOf(span: Span, place: Place | undefined, { width, gap }: WallSpace): number {
  const share = (place?.columns ?? 0) / gridColumns;
  const drawn = share * (width + gap) - gap;
  return drawn / (share > 0.99 ? Math.min(2, span.columns) : span.columns) / 50;
}

function labelSizesOf(
  tiles: readonly TileToFit[],
  places: readonly Place[],
  { unit, rowHeight, space }: { unit: number; rowHeight: number; space: WallSpace },
): readonly number[] {
  const drawn = places.map(({ row, columns, rows }, index) => {
    const { label = { onOneLine: 1, onTwoLines: 1 }, picture } = tiles[index] ?? {};
    return {
      row,
      label,
      picture,
      width: (columns / gridColumns) * (space.width + space.gap) - space.gap,
      height: rows * (rowHeight + space.gap) - space.gap,
    };
  });
  const sizes = new Map<number, number>();
  for (const { row } of drawn)
    if (!sizes.has(row))
      sizes.set(
        row,
        labelSize(
          drawn.filter((tile) => tile.row === row),
          unit,
        ),
      );
  return drawn.map(({ row }) => sizes.get(row) ?? unit);
}

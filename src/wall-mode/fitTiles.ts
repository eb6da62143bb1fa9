import type { TileSize } from '../contract/metricDefinition';

/** The tiles of one section in their order; the tiles before all sections have no name. */
export interface SectionToFit {
  readonly name?: string;
  readonly sizes: readonly TileSize[];
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

export interface TilePage {
  readonly sections: readonly PageSection[];
  /** What type is measured in on the whole page: a hundredth of the narrowest column, or less where rows are low. CSS pixels. */
  readonly unit: number;
}

export interface PageSection {
  /** Index of the section, and its name. */
  readonly section: number;
  readonly name?: string;
  /** Index of the first tile in the section, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Of a normal tile's width: the fewest that fill the rows, so that seven tiles and nine both reach from edge to edge. */
  readonly columns: number;
  readonly rows: number;
}

/** A tile this high in relation to its width has type as large as its width allows; the tiles' sheet says the same. */
const heightOfWidth = 1 / 1.65;

/**
 * Lays tiles out so that everything fits and type is as large as possible. What would be too small to be read becomes
 * several pages with about as many tiles each; a section that goes on there has its heading again.
 */
export function fitTiles(sections: readonly SectionToFit[], space: WallSpace): readonly TilePage[] {
  const count = sections.reduce((sum, { sizes }) => sum + sizes.length, 0);
  for (let pageCount = 1; pageCount < count; pageCount += 1) {
    const pages = divide(sections, count, pageCount).map((part) => fitPage(part, space));
    if (pages.every(({ unit }) => unit >= space.smallestUnit)) return pages;
  }
  return divide(sections, count, count).map((part) => fitPage(part, space));
}

interface Part {
  readonly section: number;
  readonly name?: string;
  readonly from: number;
  readonly sizes: readonly TileSize[];
}

function divide(
  sections: readonly SectionToFit[],
  count: number,
  pages: number,
): readonly (readonly Part[])[] {
  return Array.from({ length: pages }, (_, page) => {
    const first = Math.round((page * count) / pages);
    const end = Math.round(((page + 1) * count) / pages);
    let before = 0;
    return sections.flatMap(({ name, sizes }, section) => {
      const from = Math.max(0, first - before);
      const part = sizes.slice(from, Math.max(0, end - before));
      before += sizes.length;
      return part.length > 0 ? [{ section, ...(name === undefined ? {} : { name }), from, sizes: part }] : [];
    });
  });
}

function fitPage(parts: readonly Part[], space: WallSpace): TilePage {
  const all = parts.reduce((sum, { sizes }) => sum + 2 * sizes.length, 0);
  const headings = parts.filter(({ name }) => name !== undefined).length;
  let best: TilePage | undefined;
  for (let most = 1; most <= all; most += 1) {
    const sections = parts.map(({ section, name, from, sizes }) => {
      const rows = rowsOf(sizes, most);
      return {
        section,
        ...(name === undefined ? {} : { name }),
        from,
        to: from + sizes.length,
        columns: fewestColumns(sizes, rows),
        rows,
      };
    });
    const columns = Math.max(...sections.map((section) => section.columns));
    const rows = sections.reduce((sum, section) => sum + section.rows, 0);
    const columnWidth = (space.width - (columns - 1) * space.gap) / columns;
    const rowHeight = (space.height - headings * space.heading - (rows - 1) * space.gap) / rows;
    const unit = Math.min(columnWidth, rowHeight / heightOfWidth) / 100;
    // Of the same type size the first, with the fewest columns, leaves the fewest places empty.
    if (!best || unit > best.unit + 1e-9) best = { sections, unit };
  }
  return best ?? { sections: [], unit: 0 };
}

function fewestColumns(sizes: readonly TileSize[], rows: number): number {
  // Fewer have not enough places, however they are filled.
  let columns = Math.max(1, Math.ceil(sizes.reduce((sum, size) => sum + halves[size], 0) / 2 / rows) - 1);
  while (rowsOf(sizes, columns) > rows) columns += 1;
  return columns;
}

const halves: Readonly<Record<TileSize, number>> = { small: 1, normal: 2, wide: 4 };

/** As a CSS grid places tiles: each after the one before, in a new row where it does not fit. Counts half columns. */
function rowsOf(sizes: readonly TileSize[], columns: number): number {
  const width = columns * 2;
  let rows = 1;
  let taken = 0;
  for (const size of sizes) {
    const span = Math.min(halves[size], width);
    if (taken + span > width) {
      rows += 1;
      taken = 0;
    }
    taken += span;
  }
  return rows;
}

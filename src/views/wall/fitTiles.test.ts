import { spanOf, type Span } from '../../model/board/span';
import { labelWidths } from '../../visuals/labelWidths';
import { gridColumns } from '../../visuals/layTiles';
import {
  fitTiles,
  type Headings,
  type SectionToFit,
  type TilePage,
  type TileToFit,
  type WallSpace,
} from './fitTiles';

const tileOf = (span: Span = spanOf('normal'), label = 'Longest wait'): TileToFit => ({
  span,
  label: labelWidths(label),
  picture: undefined,
});
const tiles = (count: number): readonly TileToFit[] => Array.from({ length: count }, () => tileOf());
const oneSection = (count: number): readonly SectionToFit[] => [{ tiles: tiles(count) }];

/** What is left of a screen for tiles, as `WallMode` leaves it: smallest type in relation to the shorter side. */
const spaceOf = (width: number, height: number): WallSpace => {
  const side = Math.min(width, height);
  return {
    width: width - 0.03 * side,
    height: height - (width < height ? 0.15 : 0.11) * side,
    gap: Math.min(16, 0.01 * side),
    heading: 0.042 * side,
    smallestUnit: side / 520,
  };
};
const screens = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
] as const;

const countOf = (pages: readonly TilePage[]): number =>
  pages.flatMap(({ sections }) => sections).reduce((sum, { places }) => sum + places.length, 0);
const rowsOf = (page: TilePage): number => page.sections.reduce((sum, { rows }) => sum + rows, 0);
const inRows = ({ sections }: TilePage): readonly (readonly number[])[] =>
  sections.map(({ places, rows }) =>
    Array.from({ length: rows }, (_, row) => places.filter((place) => place.row === row).length),
  );

describe.each(screens)('fitTiles on %d x %d', (width, height) => {
  const space = spaceOf(width, height);

  it('leaves no holes and no tile out, and keeps type readable given 1 to 120 tiles', () => {
    for (let count = 1; count <= 120; count += 1) {
      const pages = fitTiles(oneSection(count), space);
      expect({ count, shown: countOf(pages) }).toEqual({ count, shown: count });
      for (const page of pages) {
        const rows = rowsOf(page);
        expect(rows * page.rowHeight + (rows - 1) * space.gap).toBeCloseTo(space.height, 5);
        expect(page.unit).toBeGreaterThanOrEqual(space.smallestUnit);
        for (const { places, rows: inSection } of page.sections) {
          const cells = places.reduce((sum, place) => sum + place.columns * place.rows, 0);
          expect(cells).toBe(inSection * gridColumns);
        }
      }
    }
  });

  it('has one label size in each row', () => {
    const labels = ['Wait', 'Queues with nobody available', 'Agents available', 'Service level'];
    for (const count of [8, 16, 40]) {
      const mixed = tiles(count).map((_, index) => tileOf(spanOf('normal'), labels[index % 4]));
      for (const { sections } of fitTiles([{ tiles: mixed }], space))
        for (const { places, labelSizes, rows } of sections)
          for (let row = 0; row < rows; row += 1)
            expect(new Set(labelSizes.filter((_, index) => places[index]?.row === row)).size).toBe(1);
    }
  });

  it('shows 40 tiles on one page and 120 on three', () => {
    expect(fitTiles(oneSection(40), space)).toHaveLength(1);
    const pages = fitTiles(oneSection(120), space);
    expect(pages.length).toBeLessThanOrEqual(3);
    const counts = pages.map((page) => countOf([page]));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
});

const wall = spaceOf(1920, 1080);

describe('fitTiles', () => {
  it.each([
    [1, [1]],
    [4, [2, 2]],
    [6, [3, 3]],
    [8, [2, 3, 3]],
    [12, [4, 4, 4]],
    [24, [6, 6, 6, 6]],
  ])('puts %d tiles into rows of a landscape screen, the fewest first', (count, rows) => {
    expect(fitTiles(oneSection(count), wall).map(inRows)).toEqual([[rows]]);
  });

  it('puts 24 tiles into more rows than columns of a portrait screen', () => {
    expect(fitTiles(oneSection(24), spaceOf(1080, 1920)).map(inRows)).toEqual([[[3, 3, 3, 3, 3, 3, 3, 3]]]);
  });

  it('keeps the share of a table of three rows', () => {
    const [page] = fitTiles([{ tiles: [tileOf({ columns: 6, rows: 3 }), ...tiles(9)] }], wall);
    const [table, ...others] = page?.sections[0]?.places ?? [];
    const areaOf = ({ columns, rows }: Span): number => columns * rows;
    expect(table && areaOf(table)).toBeGreaterThanOrEqual(5 * Math.max(...others.map(areaOf)));
  });

  const sections = (...counts: readonly number[]): readonly SectionToFit[] =>
    counts.map((count, index) => ({ name: `Section ${index}`, tiles: tiles(count) }));
  const names = (headings?: Headings, ...counts: readonly number[]): unknown =>
    fitTiles(sections(...counts), wall, headings).map((page) => page.sections.map(({ name }) => name));

  it('shows headings where each section has rows enough', () => {
    expect(names(undefined, 12, 12)).toEqual([['Section 0', 'Section 1']]);
  });

  it('leaves headings out where more than one section would have a single row', () => {
    expect(names(undefined, 5, 6, 4)).toEqual([[undefined]]);
    expect(names('on', 5, 6, 4)).toEqual([['Section 0', 'Section 1', 'Section 2']]);
    expect(names('off', 12, 12)).toEqual([[undefined]]);
  });

  it('leaves headings out where they would cost a page', () => {
    expect(names(undefined, 8, 8, 8, 8, 8)).toEqual([[undefined]]);
  });

  it('begins a page with a section rather than with the last tile of one', () => {
    const pages = fitTiles(sections(21, 20, 19), { ...wall, smallestUnit: 3 }, 'on');
    expect(pages.map((page) => page.sections.map(({ name }) => name))).toEqual([
      ['Section 0'],
      ['Section 1'],
      ['Section 2'],
    ]);
  });

  it('shows one tile a page where nothing is large enough, and not for ever fewer', () => {
    expect(fitTiles(oneSection(3), { ...wall, smallestUnit: Infinity })).toHaveLength(3);
  });

  it('has no page without tiles', () => {
    expect(fitTiles([], wall)).toEqual([]);
    expect(fitTiles([{ name: 'Billing', tiles: [] }], wall)).toEqual([]);
  });
});

describe('reading distance on 55 inches', () => {
  /** Height of the picture, in metres; the cap height of Inter; at ease is 225 times that (docs/wall-display.md). */
  const [picture, capHeight, ease] = [0.685, 0.727, 225];
  const labels = ['Longest wait', 'Agents available', 'Service level', 'Abandoned today'];
  const distance = (count: number): number => {
    const all = tiles(count).map((_, index) => tileOf(spanOf('normal'), labels[index % 4]));
    const sizes = fitTiles([{ tiles: all }], wall).flatMap((page) =>
      page.sections.flatMap((part) => part.labelSizes),
    );
    return (Math.min(...sizes) / 1080) * picture * capHeight * ease;
  };

  it('is at least 5 m for the labels of 12 tiles and 4 m for those of 24', () => {
    expect(distance(12)).toBeGreaterThanOrEqual(5);
    expect(distance(24)).toBeGreaterThanOrEqual(4);
  });

  it('is that of two lines of label beside a gauge as well, as long as the row is high enough', () => {
    const sizeBeside = (picture: TileToFit['picture']): number => {
      const row = tiles(6).map((tile, index) => ({
        ...tile,
        label: labelWidths('Answered within 20 s'),
        picture: index === 0 ? picture : undefined,
      }));
      const [page] = fitTiles([{ tiles: row }], { ...wall, height: 240 });
      return page?.sections[0]?.labelSizes[0] ?? 0;
    };
    expect(sizeBeside('low')).toBeGreaterThan(1.25 * sizeBeside('tall'));
  });
});

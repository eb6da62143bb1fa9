import type { TileSize } from '../contract/metricDefinition';
import { fitTiles, type SectionToFit, type TilePage, type WallSpace } from './fitTiles';

const tiles = (count: number, size: TileSize = 'normal'): readonly TileSize[] =>
  Array.from({ length: count }, () => size);
const oneSection = (count: number): readonly SectionToFit[] => [{ sizes: tiles(count) }];

/** What is left of a screen for tiles, as `WallMode` leaves it: smallest type in relation to the shorter side. */
const spaceOf = (width: number, height: number): WallSpace => {
  const side = Math.min(width, height);
  return {
    width: width - 0.03 * side,
    height: height - 0.13 * side,
    gap: 0.005 * side,
    heading: 0.04 * side,
    smallestUnit: side / 520,
  };
};
const screens = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
] as const;

const heightOf = (page: TilePage, space: WallSpace): number => {
  const rows = page.sections.reduce((sum, section) => sum + section.rows, 0);
  const headings = page.sections.filter(({ name }) => name !== undefined).length;
  return headings * space.heading + rows * page.unit * (100 / 1.65) + (rows - 1) * space.gap;
};
const widthOf = ({ sections, unit }: TilePage, { gap }: WallSpace): number =>
  Math.max(...sections.map(({ columns }) => columns * unit * 100 + (columns - 1) * gap));
const countOf = (pages: readonly TilePage[]): number =>
  pages.flatMap(({ sections }) => sections).reduce((sum, { from, to }) => sum + to - from, 0);

describe.each(screens)('on %d x %d', (width, height) => {
  const space = spaceOf(width, height);

  it('lets nothing overflow, leaves no tile out, and keeps type readable given 1 to 120 tiles', () => {
    for (let count = 1; count <= 120; count += 1) {
      const pages = fitTiles(oneSection(count), space);
      expect({ count, shown: countOf(pages) }).toEqual({ count, shown: count });
      for (const page of pages) {
        expect(widthOf(page, space)).toBeLessThanOrEqual(space.width + 1e-6);
        expect(heightOf(page, space)).toBeLessThanOrEqual(space.height + 1e-6);
        expect(page.unit).toBeGreaterThanOrEqual(space.smallestUnit);
        const places = page.sections.reduce((sum, { columns, rows }) => sum + rows * columns, 0);
        expect(places).toBeGreaterThanOrEqual(countOf([page]));
      }
    }
  });

  it('never makes type larger for more tiles on one page', () => {
    const units = Array.from({ length: 60 }, (_, index) => fitTiles(oneSection(index + 1), space))
      .filter((pages) => pages.length === 1)
      .map(([page]) => page?.unit ?? NaN);
    expect(units.length).toBeGreaterThan(40);
    expect(units).toEqual([...units].sort((a, b) => b - a));
  });

  it('shows 24 tiles on one page and 120 on a few', () => {
    expect(fitTiles(oneSection(24), space)).toHaveLength(1);
    const pages = fitTiles(oneSection(120), space);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.length).toBeLessThan(4);
    const counts = pages.map((page) => countOf([page]));
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  });
});

const wall = spaceOf(1920, 1080);
const rowsAndColumns = (sections: readonly SectionToFit[], space = wall): readonly unknown[] =>
  fitTiles(sections, space).map((page) => page.sections.map(({ columns, rows }) => [columns, rows]));

it.each([
  [1, 1, 1],
  [4, 2, 2],
  [6, 3, 2],
  [12, 4, 3],
  [24, 6, 4],
])('puts %d tiles into %d columns and %d rows of a landscape screen', (count, columns, rows) => {
  expect(rowsAndColumns(oneSection(count))).toEqual([[[columns, rows]]]);
});

it('puts 24 tiles into more rows than columns of a portrait screen', () => {
  expect(rowsAndColumns(oneSection(24), spaceOf(1080, 1920))).toEqual([[[3, 8]]]);
});

it('counts two small tiles as one and a wide one as two', () => {
  const places = { width: 400, height: 60, gap: 0, heading: 0, smallestUnit: 0 };
  expect(rowsAndColumns([{ sizes: ['small', 'small', 'normal', 'wide'] }], places)).toEqual([[[4, 1]]]);
});

it('lets a wide tile that does not fit begin a new row, as the grid does, rather than break', () => {
  const places = { width: 300, height: 121, gap: 0, heading: 0, smallestUnit: 0 };
  expect(rowsAndColumns([{ sizes: ['wide', 'wide', 'wide'] }], places)).toEqual([[[4, 2]]]);
});

it('lets each section reach from edge to edge with columns of its own', () => {
  const sections = [9, 7, 8].map((count, index) => ({ name: `Section ${index}`, sizes: tiles(count) }));
  expect(rowsAndColumns(sections)).toEqual([
    [
      [5, 2],
      [7, 1],
      [4, 2],
    ],
  ]);
});

it('starts each section with a row of its own and leaves room for headings', () => {
  const sections = [{ sizes: tiles(3) }, { name: 'Billing', sizes: tiles(5) }];
  const [page] = fitTiles(sections, wall);
  expect(page?.sections).toEqual([
    { section: 0, from: 0, to: 3, columns: 3, rows: 1 },
    { section: 1, name: 'Billing', from: 0, to: 5, columns: 3, rows: 2 },
  ]);
  const withoutHeading = fitTiles(sections, { ...wall, heading: 0 });
  expect(page?.unit).toBeLessThan(withoutHeading[0]?.unit ?? 0);
});

it('repeats the heading of a section that goes on on the next page', () => {
  const pages = fitTiles([{ name: 'Billing', sizes: tiles(10) }], { ...wall, smallestUnit: 5 });
  expect(pages.map(({ sections }) => sections.map(({ name, from, to }) => [name, from, to]))).toEqual([
    [['Billing', 0, 5]],
    [['Billing', 5, 10]],
  ]);
});

it('shows one tile a page where nothing is large enough, and not for ever fewer', () => {
  expect(fitTiles(oneSection(3), { ...wall, smallestUnit: Infinity })).toHaveLength(3);
});

it('has no page without tiles', () => {
  expect(fitTiles([], wall)).toEqual([]);
  expect(fitTiles([{ name: 'Billing', sizes: [] }], wall)).toEqual([]);
});

import { mostColumns, mostRows, type Span } from '../model/board/span';
import { Random } from '../testing/Random';
import { gridColumns, layTiles, share, type Place } from './layTiles';

const normals = (count: number): readonly Span[] =>
  Array.from({ length: count }, () => ({ columns: 2, rows: 1 }));
const widths = (spans: readonly Span[], columns = 12, width = columns): readonly (readonly number[])[] => {
  const { places, rows } = layTiles(spans, columns, width);
  return Array.from({ length: rows }, (_, row) =>
    places.filter((place) => place.row === row).map((place) => place.columns),
  );
};
const cellsOf = ({ column, row, columns, rows }: Place): readonly string[] =>
  Array.from(
    { length: columns * rows },
    (_, cell) => `${column + (cell % columns)} ${row + Math.floor(cell / columns)}`,
  );

describe('layTiles', () => {
  it('covers every cell exactly once, whatever the tiles and columns', () => {
    const random = new Random(14);
    for (let round = 0; round < 200; round += 1) {
      const columns = random.pick([1, 2, 4, 6, 8, 10, 12]);
      const width = columns * random.pick([1, 2, 5]);
      const spans = random.list(25, () => ({
        columns: 1 + random.below(random.pick([2, 4, mostColumns])),
        rows: 1 + random.below(random.pick([1, 1, 3, mostRows])),
      }));
      const { places, rows } = layTiles(spans, columns, width);
      expect(places).toHaveLength(spans.length);
      const cells = places.flatMap(cellsOf);
      expect(new Set(cells).size).toBe(cells.length);
      expect(cells).toHaveLength(rows * width);
      for (const { column, row, ...place } of places) {
        expect(column).toBeGreaterThanOrEqual(0);
        expect(column + place.columns).toBeLessThanOrEqual(width);
        expect(row + place.rows).toBeLessThanOrEqual(rows);
      }
    }
  });

  it('keeps tiles in reading order and at least as large as their spans', () => {
    const random = new Random(41);
    for (let round = 0; round < 200; round += 1) {
      const columns = random.pick([2, 4, 6, 8, 10, 12]);
      const spans = random.list(25, () => ({
        columns: 1 + random.below(random.pick([2, 4, mostColumns])),
        rows: 1 + random.below(random.pick([1, 1, 3, mostRows])),
      }));
      const { places } = layTiles(spans, columns);
      const order = places.map(({ row, column }) => row * 1000 + column);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      places.forEach((place, index) => {
        const span = spans[index] ?? place;
        expect(place.columns).toBeGreaterThanOrEqual(Math.min(span.columns, columns));
        expect(place.rows).toBeGreaterThanOrEqual(span.rows);
      });
    }
  });

  it('stretches the last row to the edge', () => {
    expect(widths(normals(8))).toEqual([
      [3, 3, 3, 3],
      [3, 3, 3, 3],
    ]);
    expect(widths(normals(9))).toEqual([
      [2, 2, 2, 2, 2, 2],
      [4, 4, 4],
    ]);
  });

  it('gives a nearly empty last row tiles of the rows before', () => {
    expect(widths(normals(7))).toEqual([
      [4, 4, 4],
      [3, 3, 3, 3],
    ]);
  });

  it('leaves rows that are full as they were laid', () => {
    const spans = [3, 2, 2, 3, 2, 8, 4].map((columns) => ({ columns, rows: 1 }));
    expect(widths(spans)).toEqual([
      [3, 2, 2, 3, 2],
      [8, 4],
    ]);
  });

  it('fills the room beside a high tile with the tiles after it', () => {
    const { places } = layTiles([{ columns: 8, rows: 3 }, ...normals(6)], 12);
    expect(places.map(({ column, row }) => [column, row])).toEqual([
      [0, 0],
      [8, 0],
      [10, 0],
      [8, 1],
      [10, 1],
      [8, 2],
      [10, 2],
    ]);
  });

  it('stretches a low tile that has nothing below it', () => {
    expect(layTiles([{ columns: 8, rows: 3 }, ...normals(1)], 12).places[1]).toEqual({
      column: 10,
      row: 0,
      columns: 2,
      rows: 3,
    });
  });

  it('divides the grid exactly for up to six equal tiles in a row', () => {
    for (const count of [1, 2, 3, 4, 5, 6])
      expect(new Set(widths(normals(count), 12, gridColumns).flat()).size).toBe(1);
  });
});

describe('share', () => {
  it('divides a whole by weights without a rest', () => {
    expect(share(12, [2, 2, 2, 2, 2])).toEqual([0, 2, 5, 7, 10, 12]);
    expect(share(10, [])).toEqual([0]);
  });
});

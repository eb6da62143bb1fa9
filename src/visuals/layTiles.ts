import type { TileSize } from '../schema/metricDefinition';
import type { Span } from '../model/board/span';

/** Where a tile is drawn: its first column and row, from 0, and how many of each it covers. */
export interface Place extends Span {
  readonly column: number;
  readonly row: number;
}

export interface LaidTiles {
  /** In the order of the tiles, which is also that of the rows from left to right. */
  readonly places: readonly Place[];
  readonly rows: number;
}

/** The grid that tiles are drawn in has so many columns, so that 2 to 6, 8, 10 or 12 equal tiles fill a row exactly. */
export const gridColumns = 120;

/**
 * Lays tiles into rows without holes. A row takes the tiles that fit and stretches them to its edge, in proportion to their
 * spans; what stands beside a higher tile fills its height. A last row that would be nearly empty takes tiles from the rows
 * before it. No tile is narrower than its span, unless that is wider than the row, or lower.
 *
 * @param columns how many columns of a tile's span a row holds
 * @param width how many columns of the grid that is; at least as many
 * @param fullness how full the last row is to be: a part of `columns`
 */
export function layTiles(
  spans: readonly Span[],
  columns: number,
  width = columns,
  fullness = 0.5,
): LaidTiles {
  const tiles = spans.map((span, index) => ({ ...span, columns: Math.min(span.columns, columns), index }));
  const places: Place[] = [];
  let row = 0;
  for (const band of balanced(bandsOf(tiles, columns), columns * fullness, columns)) {
    const edges = share(
      width,
      band.groups.map((group) => group.columns),
    );
    band.groups.forEach((group, at) => {
      const [from, to] = [edges[at] ?? 0, edges[at + 1] ?? width];
      const heights = share(
        band.rows,
        group.lines.map(({ rows }) => rows),
      );
      group.lines.forEach((line, lineAt) => {
        const inLine = share(
          to - from,
          line.tiles.map((tile) => tile.columns),
        );
        line.tiles.forEach(({ index }, tileAt) => {
          const [top, bottom] = [heights[lineAt] ?? 0, heights[lineAt + 1] ?? band.rows];
          const [left, right] = [inLine[tileAt] ?? 0, inLine[tileAt + 1] ?? to - from];
          places[index] = {
            column: from + left,
            row: row + top,
            columns: right - left,
            rows: bottom - top,
          };
        });
      });
    });
    row += band.rows;
  }
  return { places, rows: row };
}

interface Laying extends Span {
  readonly index: number;
}

interface Line {
  readonly tiles: readonly Laying[];
  readonly rows: number;
}

/** Lines one below the other, beside other groups. */
interface Group {
  readonly columns: number;
  readonly lines: readonly Line[];
}

interface Band {
  readonly groups: readonly Group[];
  readonly rows: number;
}

/** Tiles from edge to edge, as many as fit, and below the lower ones as many as their neighbours are higher. */
function bandsOf(tiles: readonly Laying[], columns: number): readonly Band[] {
  const bands: Band[] = [];
  let next = 0;
  while (next < tiles.length) {
    const line = lineFrom(tiles, next, columns, Infinity);
    next += line.tiles.length;
    const groups: Group[] = [];
    const runs = runsOf(line);
    const lastLow = runs.map(({ rows }) => rows < line.rows).lastIndexOf(true);
    runs.forEach((run, at) => {
      const used = widthOf(run.tiles);
      if (at !== lastLow) return void groups.push({ columns: used, lines: [run] });
      const room = used + columns - widthOf(line.tiles);
      const lines = [run];
      for (let left = line.rows - run.rows; left > 0 && next < tiles.length;) {
        const below = lineFrom(tiles, next, room, left);
        if (below.tiles.length === 0) break;
        lines.push(below);
        next += below.tiles.length;
        left -= below.rows;
      }
      groups.push({ columns: Math.max(...lines.map((below) => widthOf(below.tiles))), lines });
    });
    bands.push({ groups, rows: line.rows });
  }
  return bands;
}

/** The tiles from one on that fit into a line, none where the first does not. */
function lineFrom(tiles: readonly Laying[], first: number, columns: number, mostRows: number): Line {
  let end = first;
  let taken = 0;
  let rows = 0;
  for (let tile = tiles[end]; tile; tile = tiles[end]) {
    if (taken + tile.columns > columns || tile.rows > mostRows) break;
    taken += tile.columns;
    rows = Math.max(rows, tile.rows);
    end += 1;
  }
  return { tiles: tiles.slice(first, end), rows };
}

/** Each tile as high as the line by itself, and what is lower beside each other together. */
function runsOf(line: Line): readonly Line[] {
  const runs: { tiles: Laying[]; rows: number }[] = [];
  let low: { tiles: Laying[]; rows: number } | undefined;
  for (const tile of line.tiles) {
    if (tile.rows === line.rows) {
      low = undefined;
      runs.push({ tiles: [tile], rows: tile.rows });
    } else if (low) {
      low.tiles.push(tile);
      low.rows = Math.max(low.rows, tile.rows);
    } else {
      low = { tiles: [tile], rows: tile.rows };
      runs.push(low);
    }
  }
  return runs;
}

/** Rows of one height of which the last is nearly empty share their tiles more evenly; the first then have the fewest. */
function balanced(bands: readonly Band[], least: number, columns: number): readonly Band[] {
  const result: Band[] = [];
  let flat: Band[] = [];
  const end = (): void => {
    const last = flat[flat.length - 1];
    const isSparse = flat.length > 1 && last && widthOf(tilesIn(last)) < least;
    result.push(...(isSparse ? evenly(flat.flatMap(tilesIn), flat.length, columns) : flat));
    flat = [];
  };
  for (const band of bands) {
    const isFlat = band.groups.every(
      ({ lines: [first, ...below] }) => below.length === 0 && first?.rows === band.rows,
    );
    if (!isFlat || (flat[0] && flat[0].rows !== band.rows)) end();
    if (isFlat) flat.push(band);
    else result.push(band);
  }
  end();
  return result;
}

const tilesIn = ({ groups }: Band): readonly Laying[] =>
  groups.flatMap(({ lines }) => lines.flatMap(({ tiles }) => tiles));

/** In so many rows that as little as can be is left empty in the emptiest. */
function evenly(tiles: readonly Laying[], count: number, columns: number): readonly Band[] {
  /** By number of rows and of tiles in them: what it costs, and where the last of the rows begins. */
  const best: ({ readonly cost: number; readonly from: number } | undefined)[][] = [[{ cost: 0, from: 0 }]];
  for (let rows = 1; rows <= count; rows += 1) {
    const row: ({ readonly cost: number; readonly from: number } | undefined)[] = [];
    for (let end = rows; end <= tiles.length; end += 1)
      for (let from = end - 1; from >= rows - 1; from -= 1) {
        const left = columns - widthOf(tiles.slice(from, end));
        if (left < 0) break;
        const before = best[rows - 1]?.[from];
        const cost = (before?.cost ?? Infinity) + left ** 2;
        // Of equals the last row with the most tiles.
        if (cost <= (row[end]?.cost ?? Infinity) && cost < Infinity) row[end] = { cost, from };
      }
    best.push(row);
  }
  const bands: Band[] = [];
  let end = tiles.length;
  for (let rows = count; rows > 0; rows -= 1) {
    const from = best[rows]?.[end]?.from ?? 0;
    const inRow = tiles.slice(from, end);
    const height = Math.max(...inRow.map((tile) => tile.rows));
    bands.unshift({
      rows: height,
      groups: inRow.map((tile) => ({
        columns: tile.columns,
        lines: [{ tiles: [tile], rows: tile.rows }],
      })),
    });
    end = from;
  }
  return bands;
}

const widthOf = (tiles: readonly Span[]): number => tiles.reduce((sum, { columns }) => sum + columns, 0);

/** Edges that divide a whole by weights: from 0 to the whole, in whole numbers, each part at least its weight where that fits. */
export function share(whole: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let before = 0;
  return [0, ...weights.map((weight) => Math.round((whole * (before += weight)) / sum))];
}

/** What a tile has room for where it is drawn, in a row of so many columns of a tile's span. */
export function sizeAt({ columns }: Span, inRow: number, width = gridColumns): TileSize {
  const drawn = (columns / width) * inRow;
  return drawn < 1.6 ? 'small' : drawn < 3.5 ? 'normal' : 'wide';
}

import { edit } from '../../views/editor/draft/edit';
import { beginEditing, documentsOf } from '../../views/editor/draft/EditingSession';
import { changesBetween } from '../../views/editor/draft/changesOf';
import { aBoard } from '../../views/editor/draft/testing/aBoard';
import { sectionsOf, tilesOf, type TilePosition } from './Board';
import type { BoardDocuments, JsonObject } from './BoardDocuments';
import { parseBoard } from './parseBoard';

const placeTile = (documents: BoardDocuments, key: string, place: TilePosition): BoardDocuments =>
  documentsOf(edit(beginEditing(documents), { type: 'move-tile', key, place }));

const tilesIn = (documents: BoardDocuments, section: string | undefined): readonly string[] =>
  tilesOf(parseBoard(documents), section);

const sectionsIn = (documents: BoardDocuments): readonly string[] => sectionsOf(parseBoard(documents));

const changed = (before: BoardDocuments, after: BoardDocuments): readonly string[] =>
  changesBetween(before, after).map(({ key }) => key);

const orders: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> = {
  'no orders': { a: {}, b: {}, c: {}, d: {} },
  'all orders': { a: { order: 1 }, b: { order: 2 }, c: { order: 3 }, d: { order: 4 } },
  'some orders': { a: { order: -5 }, b: { order: 2 }, c: {}, d: {} },
  'equal orders': { a: { order: 1 }, b: { order: 1 }, c: { order: 1 }, d: { order: 1 } },
  'orders next to each other': {
    a: { order: 1 },
    b: { order: 1.00000001 },
    c: { order: 1.00000002 },
    d: { order: 1.00000003 },
  },
  'orders that are none': { a: { order: 'first' }, b: { order: null }, c: {}, d: { order: 0 } },
};

describe.each(Object.entries(orders))('toDocuments of a tile that is moved, given %s', (_name, metrics) => {
  const board = aBoard(metrics);
  const keys = tilesIn(board, undefined);
  const moves = keys.flatMap((key) =>
    [...keys, undefined].filter((before) => before !== key).map((before) => [key, before] as const),
  );

  it.each(moves)('puts %s before %s', (key, before) => {
    const others = keys.filter((other) => other !== key);
    const index = before === undefined ? others.length : others.indexOf(before);
    const moved = placeTile(board, key, { section: undefined, before });
    expect(tilesIn(moved, undefined)).toEqual([...others.slice(0, index), key, ...others.slice(index)]);
  });
});

describe('toDocuments', () => {
  const board = aBoard({ a: {}, b: {}, c: {}, x: { section: 'X' }, y: { section: 'Y', order: 7 } });

  it.each([
    ['to the front', 'c', 'a', ['c']],
    ['between tiles with orders', 'c', 'b', ['a', 'c']],
    ['to the end', 'a', undefined, ['a', 'b', 'c']],
  ])('writes no more tiles than it must, %s', (_where, key, before, expected) => {
    const moved = placeTile(board, key, { section: undefined, before });
    expect([...changed(board, moved)].sort()).toEqual(expected);
  });

  it('writes one tile alone between two that have orders', () => {
    const ordered = aBoard(orders['all orders'] ?? {});
    expect(changed(ordered, placeTile(ordered, 'd', { section: undefined, before: 'b' }))).toEqual(['d']);
  });

  it('puts a tile into another section, and into a new one', () => {
    expect(tilesIn(placeTile(board, 'a', { section: 'X', before: 'x' }), 'X')).toEqual(['a', 'x']);
    const moved = placeTile(board, 'a', { section: ' New ' });
    expect(tilesIn(moved, 'New')).toEqual(['a']);
    expect(tilesIn(placeTile(moved, 'a', { section: undefined }), undefined)).toEqual(['b', 'c', 'a']);
  });

  it('keeps sections in their places, which go by their first tile where the settings do not list them', () => {
    expect(sectionsIn(board)).toEqual(['Y', 'X']);
    const moved = placeTile(board, 'a', { section: 'X', before: 'x' });
    expect(sectionsIn(moved)).toEqual(['Y', 'X']);
    expect(moved.board.value).toEqual(undefined);
    const first = aBoard({
      x: { section: 'X', order: 1 },
      y: { section: 'Y', order: 2 },
      z: { section: 'Y' },
    });
    const emptied = placeTile(first, 'y', { section: 'X', before: 'x' });
    expect(sectionsIn(emptied)).toEqual(['X', 'Y']);
    const pinned = placeTile(first, 'z', { section: 'Y', before: 'y' });
    expect(sectionsIn(pinned)).toEqual(['X', 'Y']);
  });

  it('lists sections in the settings where one would change its place, and leaves the other settings', () => {
    const sections = aBoard(
      { x: { section: 'X', order: 1 }, y: { section: 'Y', order: 2 }, z: { section: 'X', order: 3 } },
      { later: 1 },
    );
    const moved = placeTile(sections, 'x', { section: 'X' });
    expect(sectionsIn(moved)).toEqual(['X', 'Y']);
    expect(moved.board.value).toEqual({ later: 1, sections: ['X', 'Y'] });
  });
});

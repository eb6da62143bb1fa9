import { parseBoard } from '../../../model/board/parseBoard';
import { aBoard } from '../draft/testing/aBoard';
import { placeAt, placeForNew } from './placeForNew';

const board = parseBoard(
  aBoard({ x: {}, y: {}, a: { section: 'A' }, b: { section: 'A' } }, { sections: ['A', 'Empty'] }),
);

it.each([
  ['x', { section: undefined, before: 'y' }],
  ['y', { section: undefined, before: undefined }],
  ['a', { section: 'A', before: 'b' }],
  ['b', { section: 'A', before: undefined }],
])('puts a new tile right after the tile %s that somebody is at', (tile, wanted) => {
  expect(placeForNew(board, { tile, section: 'Empty' })).toEqual(wanted);
});

it.each([
  ['Empty', 'Empty'],
  ['A', 'A'],
  ['', undefined],
])(
  'puts it at the end of the section "%s" that somebody is in, also when its tile is gone',
  (section, wanted) => {
    expect(placeForNew(board, { section })).toEqual({ section: wanted });
    expect(placeForNew(board, { tile: 'removed', section })).toEqual({ section: wanted });
  },
);

it('puts it at the end of the last section given somebody who has been nowhere, or in what is gone', () => {
  expect(placeForNew(board, {})).toEqual({ section: 'Empty' });
  expect(placeForNew(board, { tile: 'removed', section: 'Gone' })).toEqual({ section: 'Empty' });
  expect(placeAt(board, {})).toBeUndefined();
});

it('puts it at the end of a board without sections', () => {
  expect(placeForNew(parseBoard(aBoard({ x: {} })), {})).toEqual({ section: undefined });
});

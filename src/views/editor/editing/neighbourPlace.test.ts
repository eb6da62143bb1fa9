import { tilesOf } from '../../../model/board/Board';
import { parseBoard } from '../../../model/board/parseBoard';
import { edit } from '../draft/edit';
import { beginEditing } from '../draft/EditingSession';
import { aBoard } from '../draft/testing/aBoard';
import { neighbourPlace, type MoveDirection } from './neighbourPlace';

const board = aBoard(
  { x: {}, y: {}, a: { section: 'A' }, b: { section: 'A' }, c: { section: 'A' }, z: { section: 'C' } },
  { sections: ['A', 'Empty', 'C'] },
);

/** The tiles of each section once that tile has gone one step. */
function moved(key: string, direction: MoveDirection): readonly string[] | undefined {
  const place = neighbourPlace(parseBoard(board), key, direction);
  if (!place) return undefined;
  const { current } = edit(beginEditing(board), { type: 'move-tile', key, place });
  return [undefined, 'A', 'Empty', 'C'].map((section) => tilesOf(current, section).join(''));
}

it.each<[string, MoveDirection, readonly string[] | undefined]>([
  ['a', 'earlier', undefined],
  ['b', 'earlier', ['xy', 'bac', '', 'z']],
  ['c', 'earlier', ['xy', 'acb', '', 'z']],
  ['a', 'later', ['xy', 'bac', '', 'z']],
  ['b', 'later', ['xy', 'acb', '', 'z']],
  ['c', 'later', undefined],
  ['z', 'earlier', undefined],
  ['z', 'later', undefined],
])('moves %s one place %s within its section, if there is one', (key, direction, wanted) => {
  expect(moved(key, direction)).toEqual(wanted);
});

it.each<[string, MoveDirection, readonly string[] | undefined]>([
  ['x', 'previous-section', undefined],
  ['b', 'previous-section', ['xyb', 'ac', '', 'z']],
  ['z', 'previous-section', ['xy', 'abc', 'z', '']],
  ['y', 'next-section', ['x', 'yabc', '', 'z']],
  ['b', 'next-section', ['xy', 'ac', 'b', 'z']],
  ['z', 'next-section', undefined],
])(
  'moves %s into the %s, where the two meet: the end of the one above, the beginning of the one below',
  (key, direction, wanted) => {
    expect(moved(key, direction)).toEqual(wanted);
  },
);

it('has no place for a tile that is not there', () => {
  expect(neighbourPlace(parseBoard(board), 'nobody', 'later')).toBeUndefined();
});

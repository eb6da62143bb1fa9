import { pageAfter, placeIn, timeOf, type TurnPage } from './turns';

/** Pages of boards, such as `aab`: two pages of the board a, then one of the board b. */
const pagesOf = (boards: string): readonly TurnPage[] =>
  [...boards].map((key, index) => ({
    board: { key },
    inBoard: [...boards.slice(0, index)].filter((other) => other === key).length,
  }));

/** Turns so many times, and tells the index each time. */
function turned(
  boards: string,
  unit: 'page' | 'board',
  by: 1 | -1,
  times: number,
  from = 0,
): readonly number[] {
  const pages = pagesOf(boards);
  let index = from;
  return Array.from({ length: times }, () => (index = placeIn(pages, pageAfter(pages, index, unit, by))));
}

describe('pageAfter', () => {
  it('turns the pages of a board before the next board, and begins again', () => {
    expect(turned('aabcc', 'page', 1, 6)).toEqual([1, 2, 3, 4, 0, 1]);
    expect(turned('aabcc', 'page', -1, 2)).toEqual([4, 3]);
  });

  it('goes to the first page of the next board, and of the one before', () => {
    expect(turned('aabcc', 'board', 1, 4)).toEqual([2, 3, 0, 2]);
    expect(turned('aabcc', 'board', -1, 2, 1)).toEqual([3, 2]);
  });

  it('stays where there is no other board, and no page', () => {
    expect(turned('aa', 'board', 1, 1)).toEqual([0]);
    expect(pageAfter([], 0, 'page', 1)).toBeUndefined();
  });
});

describe('placeIn', () => {
  const at = (board: string, inBoard: number, index: number) => ({ board, inBoard, index });

  it('stays with its board when others come and go', () => {
    expect(placeIn(pagesOf('bcc'), at('c', 1, 4))).toBe(2);
    expect(placeIn(pagesOf('aaabcc'), at('c', 1, 4))).toBe(5);
  });

  it('takes the last page that the board still has', () => {
    expect(placeIn(pagesOf('aabc'), at('c', 1, 4))).toBe(3);
  });

  it('goes on with the board that came next when its board is gone', () => {
    expect(placeIn(pagesOf('aacc'), at('b', 0, 2))).toBe(2);
    expect(placeIn(pagesOf('bcc'), at('a', 1, 1))).toBe(0);
    expect(placeIn(pagesOf('aab'), at('c', 1, 4))).toBe(0);
    expect(placeIn([], at('c', 1, 4))).toBe(0);
  });
});

describe('timeOf', () => {
  it('divides the time of a board among its pages, 15 seconds each at least', () => {
    expect([timeOf(10, 1), timeOf(60, 2), timeOf(10, 3), timeOf(undefined, 3)]).toEqual([
      10_000, 30_000, 15_000, 15_000,
    ]);
  });
});

import { nextTile, type Box } from './nextTile';

const box = (left: number, top: number, width = 100, height = 50): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** Three in a row, below them a wide one and a narrow one, and one more below these. */
const boxes = [box(0, 0), box(110, 0), box(220, 0), box(0, 60, 210), box(220, 60), box(0, 120)];

describe('nextTile', () => {
  it.each([
    ['ArrowRight', 2, 3],
    ['ArrowRight', 5, undefined],
    ['ArrowLeft', 3, 2],
    ['ArrowLeft', 0, undefined],
    ['Home', 4, 0],
    ['End', 1, 5],
    ['ArrowDown', 1, 3],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 4, 5],
    ['ArrowDown', 5, undefined],
    ['ArrowUp', 4, 2],
    ['ArrowUp', 5, 3],
    ['ArrowUp', 0, undefined],
    ['a', 0, undefined],
  ])('leads by %s from %d to %s', (key, from, to) => {
    expect(nextTile(key, from, boxes)).toBe(to);
  });
});

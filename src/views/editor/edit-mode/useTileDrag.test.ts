import { edgeStep } from './useTileDrag';

it.each([
  ['in the middle', 400, 0],
  ['just away from the lower edge', 752, 0],
  ['near the lower edge', 790, 10],
  ['below it', 2000, 12],
  ['near the upper edge', 110, -10],
  ['above it', -50, -12],
])('scrolls by this many pixels a frame while a tile is held %s', (_where, y, step) => {
  expect(edgeStep(y, { top: 100, bottom: 800 })).toBe(step);
});

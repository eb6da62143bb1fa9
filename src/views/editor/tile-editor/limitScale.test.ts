import { limitFor, placeOn, scaleFor } from './limitScale';

describe('the scale of limits', () => {
  it.each([
    ['leaves room above the limits', {}, [5, 10], 3, { from: 0, to: 13, step: 1 }],
    ['reaches a value beyond them', {}, [5, 10], 20, { from: 0, to: 25, step: 1 }],
    ['ends where a value is far off', {}, [5, 10], 4500, { from: 0, to: 38, step: 1 }],
    ['is that of percentages', { format: 'percent' }, [80], 73, { from: 0, to: 100, step: 1 }],
    ['has larger steps for larger numbers', {}, [1200], 0, { from: 0, to: 1500, step: 10 }],
    ['has smaller steps for fractions', {}, [0.5], 0, { from: 0, to: 1, step: 0.01 }],
    ['goes below zero', {}, [-10], -4, { from: -13, to: 0, step: 1 }],
    ['needs no value', {}, [4], undefined, { from: 0, to: 5, step: 1 }],
  ] as const)('%s', (_title, definition, limits, value, scale) => {
    expect(scaleFor(definition, limits, value)).toMatchObject(scale);
  });

  const scale = { from: 0, to: 50, step: 0.1 };
  it.each([
    ['ArrowRight', 0.2, 0.3],
    ['ArrowDown', 0, 0],
    ['PageUp', 1, 2],
    ['Home', 3, 0],
    ['End', 3, 50],
    ['a', 3, undefined],
    [0.5, 3, 25],
    [1.7, 3, 50],
  ])('moves by %s from %d to %s', (key, from, to) => {
    expect(limitFor(key, from, scale)).toBe(to);
  });

  it('shows what is beyond it at its end', () => {
    expect([-3, 0, 25, 99].map((value) => placeOn(scale, value))).toEqual([0, 0, 0.5, 1]);
  });
});

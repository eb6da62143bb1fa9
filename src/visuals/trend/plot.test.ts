import { areaPath, bandPaths, beyond, linePath, stretchesOf, ticksIn, valuesIn, type Dot } from './plot';

const point = (at: number, value: number | string | null) => ({ at, value, isJudged: true });
const range = { from: 0, to: 10, low: 0, high: 20 };

describe('stretchesOf', () => {
  it('ends a line at a gap, at "no answer" and at text', () => {
    const points = [point(1, 5), point(2, 6), point(4, 7), point(5, null), point(6, 8), point(7, 'busy')];
    expect(stretchesOf(points, 1)).toEqual([
      [
        [1, 5],
        [2, 6],
      ],
      [[4, 7]],
      [[6, 8]],
    ]);
  });

  it('goes on to the reading of now, which is no whole interval later', () => {
    expect(stretchesOf([point(1, 5), point(1.2, 6)], 1)).toEqual([
      [
        [1, 5],
        [1.2, 6],
      ],
    ]);
  });
});

describe('valuesIn', () => {
  it.each([
    ['from 0 where values begin near it', [1, 20], [], 0],
    ['not from 0 where that would make them a flat line', [90, 100], [], 89.2],
    ['from below the least negative value', [-5, 5], [], -5.8],
  ])('goes %s', (_name, values, limits, low) => {
    expect(valuesIn(values, limits).low).toBe(low);
  });

  it('makes room for a limit nearby, and none for one far off', () => {
    expect(valuesIn([0, 10], [20]).high).toBeGreaterThan(20);
    expect(valuesIn([0, 10], [500]).high).toBeLessThan(20);
  });

  it('has a height where all values are alike', () => {
    expect(valuesIn([0, 0])).toEqual({ low: 0, high: 1 });
    const { low, high } = valuesIn([7, 7]);
    expect(high).toBeGreaterThan(low);
  });
});

describe('paths', () => {
  it('draws each stretch apart, and a single dot as something that can be seen', () => {
    const stretches: readonly (readonly Dot[])[] = [
      [
        [0, 0],
        [5, 20],
      ],
      [[10, 10]],
    ];
    expect(linePath(stretches, range)).toBe('M0 100L50 0M100 50h0.4');
  });

  it('draws a band with its gaps', () => {
    const band = [1, 2, 5].map((at) => ({ at, from: 0, to: 20 }));
    expect(bandPaths(band, 1, range).area).toBe('M10 0L20 0L20 100L10 100ZM50 0L50 100Z');
  });
});

describe('beyond', () => {
  const rising: readonly (readonly Dot[])[] = [
    [
      [0, 0],
      [10, 20],
    ],
  ];

  it('cuts a line where it crosses a limit', () => {
    expect(beyond(rising, 10, 'over')).toEqual([
      [
        [5, 10],
        [10, 20],
      ],
    ]);
    expect(beyond(rising, 10, 'under')).toEqual([
      [
        [0, 0],
        [5, 10],
      ],
    ]);
  });

  it('finds every excursion', () => {
    const twice: readonly (readonly Dot[])[] = [
      [
        [0, 0],
        [1, 20],
        [2, 0],
        [3, 20],
        [4, 20],
      ],
    ];
    expect(beyond(twice, 10, 'over')).toEqual([
      [
        [0.5, 10],
        [1, 20],
        [1.5, 10],
      ],
      [
        [2.5, 10],
        [3, 20],
        [4, 20],
      ],
    ]);
  });

  it('is nothing where nothing is beyond, and on the limit itself', () => {
    expect(
      beyond(
        [
          [
            [0, 10],
            [1, 10],
          ],
        ],
        10,
        'over',
      ),
    ).toEqual([]);
  });

  it('closes its surface on the limit', () => {
    expect(areaPath(beyond(rising, 10, 'over'), 10, range)).toBe('M50 50L100 0L100 50L50 50Z');
  });
});

describe('ticksIn', () => {
  it.each([
    [{ low: 0, high: 47 }, [0, 10, 20, 30, 40]],
    [{ low: 89.2, high: 100.8 }, [90, 95, 100]],
    [{ low: 0, high: 1 }, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [{ low: -6, high: 6 }, [-5, 0, 5]],
  ])('are round values in %j', (values, ticks) => {
    expect(ticksIn(values)).toEqual(ticks);
  });
});

import { ciede2000, colourDistance, type Lab } from './colourDistance';

// From table 1 of Sharma, Wu and Dalal, which was made to find wrong implementations.
it.each<[Lab, Lab, number]>([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, -1.3802, -84.2814], [50, 0, -82.7485], 1],
  [[50, 0, 0], [50, -1, 2], 2.3669],
  [[50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792],
  [[50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195],
  [[50, 2.5, 0], [50, 0, -2.5], 4.3065],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [58, 24, 15], 19.4535],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  [[22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373],
  [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
])('is the published difference of %j and %j', (one, other, published) => {
  expect(ciede2000(one, other)).toBeCloseTo(published, 4);
  expect(ciede2000(other, one)).toBeCloseTo(published, 4);
});

it.each(['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const)(
  'is 0 for one colour and about 100 from black to white in the eyes of %s',
  (vision) => {
    expect(colourDistance([12, 200, 90], [12, 200, 90], vision)).toBe(0);
    expect(colourDistance([0, 0, 0], [255, 255, 255], vision)).toBeCloseTo(100, 1);
  },
);

it('brings red and green together without red or green cones, and blue and green without blue ones', () => {
  const distances = (one: readonly [number, number, number], other: readonly [number, number, number]) =>
    (['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const).map((vision) =>
      Math.round(colourDistance(one, other, vision)),
    );
  const [full = 0, protanopia = 0, deuteranopia = 0, tritanopia = 0] = distances(
    [200, 80, 80],
    [110, 125, 60],
  );
  expect(Math.max(protanopia, deuteranopia)).toBeLessThan(full / 2);
  expect(tritanopia).toBeGreaterThan(full / 2);
  const [teal = 0, , , tealWithoutBlue = 0] = distances([0, 150, 150], [60, 140, 190]);
  expect(tealWithoutBlue).toBeLessThan(teal / 2);
});

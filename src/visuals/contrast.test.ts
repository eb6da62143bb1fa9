import { contrast, parseColour, readableContrast, readableOn, type Colour } from './contrast';

const colour = (css: string): Colour => {
  const parsed = parseColour(css);
  if (!parsed) throw new Error(`Not a colour: ${css}`);
  return parsed;
};

it.each([
  ['#000', '#fff', 21],
  ['#fff', '#000', 21],
  ['#123456', '#123456', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
  ['#ff0000', '#ffffff', 4],
])('is the ratio of WCAG given %s and %s', (one, other, ratio) => {
  expect(contrast(colour(one), colour(other))).toBeCloseTo(ratio, 2);
});

it.each([
  ['#f80', [255, 136, 0]],
  ['#FF8800', [255, 136, 0]],
  ['rgb(255, 136, 0)', [255, 136, 0]],
  ['rgb(255 136 0)', [255, 136, 0]],
  ['rgb(100% 0% 0%)', [255, 0, 0]],
])('reads %s', (css, channels) => {
  expect(parseColour(css)).toEqual(channels);
});

it.each([
  ['rgba(0, 0, 0, 0.2)', [204, 204, 204]],
  ['#00000033', [204, 204, 204]],
  ['#0003', [204, 204, 204]],
  ['rgb(0 0 0 / 20%)', [204, 204, 204]],
])('lays %s over the white behind it', (css, channels) => {
  expect(parseColour(css, [255, 255, 255])?.map(Math.round)).toEqual(channels);
});

it.each(['red', '', '#12', '#12345', 'rgb(1, 2)', 'rgb(a, b, c)', 'hsl(0 0% 0%)', 'var(--x)'])(
  'reads nothing given "%s"',
  (css) => {
    expect(parseColour(css)).toBeUndefined();
  },
);

describe('the text for a background', () => {
  it('is the first that can be read', () => {
    expect(readableOn('#000', '#333', '#fff', '#eee')).toBe('#fff');
  });

  it('is the first one made lighter given none that can be read on a dark background', () => {
    const text = readableOn('#000', '#550000');
    expect(contrast(colour(text), [0, 0, 0])).toBeGreaterThanOrEqual(readableContrast);
    const [red, green, blue] = colour(text);
    expect(red).toBeGreaterThan(green);
    expect(green).toBe(blue);
  });

  it('can be read on every grey, whatever is asked for', () => {
    for (let grey = 0; grey <= 255; grey += 1) {
      const background = `rgb(${grey}, ${grey}, ${grey})`;
      const text = readableOn(background, background);
      expect(contrast(colour(text), colour(background))).toBeGreaterThanOrEqual(readableContrast);
    }
  });

  it.each([
    ['var(--ground)', '#777'],
    ['#777', 'tomato'],
  ])('is the first one as it is given colours that cannot be judged: %s, %s', (background, text) => {
    expect(readableOn(background, text)).toBe(text);
  });
});

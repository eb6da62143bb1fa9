import { chooseThreshold, thresholdLimit } from './chooseThreshold';

const amberOver5RedOver10 = {
  firstThresholdValue: 5,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: 10,
  secondThresholdStyle: 'Error',
} as const;
const amberUnder5RedUnder3 = {
  firstThresholdValue: 5,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: 3,
  secondThresholdStyle: 'Error',
  invertThresholds: true,
} as const;
const style = (value: number, definition: Parameters<typeof chooseThreshold>[1]): unknown =>
  chooseThreshold(value, definition)?.style;

it.each([
  [4, undefined],
  [5, undefined],
  [5.01, 'Warn'],
  [10, 'Warn'],
  [10.01, 'Error'],
  [-1, undefined],
  [NaN, undefined],
  [Infinity, 'Error'],
])('at %d, with amber over 5 and red over 10, chooses %s', (value, expected) => {
  expect(style(value, amberOver5RedOver10)).toBe(expected);
});

it.each([
  [6, undefined],
  [5, undefined],
  [4.99, 'Warn'],
  [3, 'Warn'],
  [2.99, 'Error'],
  [-Infinity, 'Error'],
])('at %d, inverted with amber under 5 and red under 3, chooses %s', (value, expected) => {
  expect(style(value, amberUnder5RedUnder3)).toBe(expected);
});

it('chooses the one further out given thresholds saved in the other order', () => {
  const swapped = {
    firstThresholdValue: 10,
    firstThresholdStyle: 'Error',
    secondThresholdValue: 5,
    secondThresholdStyle: 'Warn',
  } as const;
  expect(style(11, swapped)).toBe('Error');
  expect(style(7, swapped)).toBe('Warn');
  expect(style(2, { ...swapped, invertThresholds: true })).toBe('Warn');
  expect(style(7, { ...swapped, invertThresholds: true })).toBe('Error');
});

it('compares as numbers given thresholds saved as text: 9 is not over "10"', () => {
  const saved = { firstThresholdValue: '10', firstThresholdStyle: 'Error' } as const;
  expect(style(9, saved)).toBeUndefined();
  expect(style(11, saved)).toBe('Error');
});

it.each([undefined, '', '  ', 'soon'])('has no threshold given %j', (saved) => {
  expect(thresholdLimit(saved)).toBeUndefined();
});

it('has a threshold at 0 given 0 or "0"', () => {
  expect([thresholdLimit(0), thresholdLimit('0')]).toEqual([0, 0]);
});

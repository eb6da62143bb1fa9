import { labelWidths } from './labelWidths';

it('breaks a label where two lines are most alike', () => {
  const { onOneLine, onTwoLines } = labelWidths('Queues with nobody available');
  expect(onTwoLines).toBe(labelWidths('nobody available').onOneLine);
  expect(onTwoLines).toBeLessThan(onOneLine);
});

it.each(['Occupancy', ' Occupancy ', ''])('has one width given no place to break: %j', (label) => {
  const { onOneLine, onTwoLines } = labelWidths(label);
  expect(onTwoLines).toBe(onOneLine);
});

it('takes narrow letters for narrower than wide ones, and characters of other scripts for the widest', () => {
  const width = (label: string): number => labelWidths(label).onOneLine;
  expect(width('till')).toBeLessThan(width('room'));
  expect(width('room')).toBeLessThan(width('等待时间'));
});

it('measures no more of a long label than fits any tile', () => {
  expect(labelWidths('word '.repeat(8000))).toEqual(labelWidths('word '.repeat(100)));
});

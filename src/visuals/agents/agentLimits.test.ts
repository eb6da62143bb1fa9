import { readAgentLimits } from './agentLimits';

const lunch = (warning: number, critical?: number) => [{ name: 'Lunch', warning, critical }];

describe('readAgentLimits', () => {
  it.each([
    ['Lunch: 30, 45', lunch(1800, 2700)],
    ['Lunch: 30/45', lunch(1800, 2700)],
    ['Lunch:30', lunch(1800)],
    ['Lunch: 1.5, 3', lunch(90, 180)],
    ['Lunch: 1,5, 3,5', lunch(90, 210)],
    ['Lunch: 1,5 / 3', lunch(90, 180)],
  ])('reads %s', (text, limits) => {
    expect(readAgentLimits(text)).toEqual(limits);
  });

  it.each(['Lunch: 1,5', 'Lunch: 30,45', 'Lunch: 45, 30', 'Lunch: 30 min', 'Lunch', 'Lunch: 30, 45, 60'])(
    'does not guess at %s',
    (text) => {
      expect(readAgentLimits(text)).toBeUndefined();
    },
  );
});

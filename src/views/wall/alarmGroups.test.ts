import { alarmGroups } from './alarmGroups';

describe('alarmGroups', () => {
  it('names all alarms on one line where they fit', () => {
    expect(alarmGroups([8, 8, 8], 28)).toEqual([[0, 1, 2]]);
    expect(alarmGroups([], 28)).toEqual([]);
  });

  it('names each alarm in one of several groups where they do not fit', () => {
    expect(alarmGroups([8, 8, 8, 8, 8], 28)).toEqual([[0, 1], [2, 3], [4]]);
  });

  it('gives an alarm that is wider than the line a line of its own', () => {
    expect(alarmGroups([40, 5], 28)).toEqual([[0], [1]]);
  });
});

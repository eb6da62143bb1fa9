import { History } from './History';
import type { Happening } from './History';

const happening = (at: number): Happening => ({
  at,
  kind: 'task-created',
  channel: 'voice',
  queueSid: 'WQ',
  waited: 0,
  waitedInQueue: 0,
});
const historyOf = (times: readonly number[], limit?: number): History => {
  const history = new History(limit);
  times.forEach((at) => history.add(happening(at)));
  return history;
};
const times = (history: History, start: number, end: number): number[] =>
  history.between(start, end).map(({ at }) => at);

test('returns what lies between two moments, both included', () => {
  const history = historyOf([1, 2, 2, 3, 4]);
  expect(times(history, 2, 3)).toEqual([2, 2, 3]);
  expect(times(history, 0, 9)).toEqual([1, 2, 2, 3, 4]);
  expect(times(history, 5, 9)).toEqual([]);
  expect(times(history, 3, 2)).toEqual([]);
  expect(times(new History(), 0, 9)).toEqual([]);
});

test('forgets what is older than a moment, not the moment itself', () => {
  const history = historyOf([1, 2, 3]);
  history.forgetBefore(2);
  expect(times(history, 0, 9)).toEqual([2, 3]);
});

test('keeps the newest half given more than the limit', () => {
  const history = historyOf([1, 2, 3, 4], 4);
  expect(history.size).toBe(4);
  history.add(happening(5));
  expect(times(history, 0, 9)).toEqual([4, 5]);
});

import type { HistoryState } from '../../src/schema/history';
import type { Collected } from './collectStatistics';
import { withShown } from './historyCheck';
import { advanceHistory, beginHistory, countOf, lastClosable, parseHistoryState } from './historyPlan';

const settings = { timeZone: 'Europe/London', dayStart: '06:00' };
const now = Date.parse('2026-11-27T08:16:50Z');
const state = beginHistory(now, settings);
const check = (pending: readonly unknown[]): unknown => ({ check: { windows: 0, differing: [], pending } });
const day = { date: '2026-11-27', start: 1_795_759_200, until: 1_795_845_600, queues: 3, channels: 1 };

describe('parseHistoryState', () => {
  it('takes what was begun', () => {
    expect(parseHistoryState({ ...state, days: [day] }, settings)).toEqual({ ...state, days: [day] });
  });

  it.each([
    ['stretches that are no quarters of any time', { missing: [[1, 9e15]] }],
    ['a stretch that goes backwards, which nothing ever collects', { missing: [[9, 3]] }],
    ['a day of a thousand years', { days: [{ ...day, start: 0, until: 32e9 }] }],
    ['a day of more queues than documents could hold', { days: [{ ...day, queues: 1e9 }] }],
    ['a date that is part of another name', { days: [{ ...day, date: '../x' }] }],
    ['a window that is nothing', check([null])],
    ['a window without an end', check([{ start: now, shown: [1, 2, 3, 4] }])],
    ['a window beyond the end of time', check([{ start: now, end: 9e15, shown: [1, 2, 3, 4] }])],
  ])('begins anew given %s', (_name, damage) => {
    expect(parseHistoryState({ ...state, ...(damage as object) }, settings)).toBeUndefined();
  });
});

describe('withShown', () => {
  it.each([
    ['an end', { end_time: undefined }],
    ['a count', { reservations_accepted: undefined }],
  ])('remembers no window without %s', (_name, missing) => {
    const counts = { tasks_created: 500, tasks_completed: 1, tasks_canceled: 1, reservations_accepted: 1 };
    const cumulative = { ...counts, end_time: '2026-11-27T08:15:00Z', ...missing };
    const data = { day: { start: '2026-11-27T06:00:00Z' }, workspace_statistics: { cumulative } };
    const collected = { data } as unknown as Collected;
    expect(withShown(state, collected)).toBe(state);
  });
});

describe('advanceHistory', () => {
  it('collects nothing of a time to come', () => {
    const closable = lastClosable(now);
    const ahead: HistoryState = { ...state, missing: [[closable - 1, closable + 40]], asked: 42 };
    expect(countOf(advanceHistory(ahead, now, settings).missing)).toBe(2);
  });
});

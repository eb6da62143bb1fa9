import { memorySources } from '../memory/memorySources';
import { reportOutage } from './reportOutage';

const minute = 60_000;
const onOver = jest.fn();
const onOutage = jest.fn(() => onOver);
const stage = () => {
  const memory = memorySources();
  reportOutage(memory, { onOutage });
  return memory;
};

beforeEach(() => {
  jest.clearAllMocks();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

it.each([
  [minute - 1, 0],
  [minute, 1],
  [60 * minute, 1],
])('tells of a connection lost for %d ms %d times', (duration, times) => {
  const sources = stage();
  sources.use();
  sources.setConnection('disconnected');
  jest.advanceTimersByTime(duration);
  expect(onOutage).toHaveBeenCalledTimes(times);
  expect(onOver).not.toHaveBeenCalled();
  sources.setConnection('connected');
  expect(onOver).toHaveBeenCalledTimes(times);
  expect(jest.getTimerCount()).toBe(0);
});

it('tells of a connection that never came', () => {
  const sources = stage();
  sources.setConnection('connecting');
  sources.use();
  jest.advanceTimersByTime(minute);
  expect(onOutage).toHaveBeenCalledTimes(1);
});

it('counts from the beginning of the outage, whatever else changes meanwhile', () => {
  const sources = stage();
  sources.use();
  sources.setConnection('disconnected');
  jest.advanceTimersByTime(minute / 2);
  sources.setData({});
  jest.advanceTimersByTime(minute / 2);
  expect(onOutage).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(minute);
  expect(onOutage).toHaveBeenCalledTimes(1);
});

it('tells of two outages twice, and never of many short ones', () => {
  const sources = stage();
  sources.use();
  for (const duration of [minute, minute - 1, minute - 1, minute]) {
    sources.setConnection('disconnected');
    jest.advanceTimersByTime(duration);
    sources.setConnection('connected');
  }
  expect([onOutage.mock.calls.length, onOver.mock.calls.length]).toEqual([2, 2]);
});

it('has no timer and tells nothing while nobody uses the sources, and takes back what it told', () => {
  const sources = stage();
  sources.setConnection('disconnected');
  jest.advanceTimersByTime(2 * minute);
  const leave = [sources.use(), sources.use()];
  leave[0]?.();
  jest.advanceTimersByTime(minute);
  expect(onOutage).toHaveBeenCalledTimes(1);
  leave[1]?.();
  expect(onOver).toHaveBeenCalledTimes(1);
  sources.setConnection('connecting');
  expect(jest.getTimerCount()).toBe(0);
});

import { memoryDashboardSource } from './memoryDashboardSource';
import { reportingDashboardSource } from './reportingDashboardSource';

const minute = 60_000;
const onOver = jest.fn();
const onOutage = jest.fn(() => onOver);
const stage = () => {
  const memory = memoryDashboardSource();
  return { memory, source: reportingDashboardSource(memory, { onOutage }) };
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
  const { memory, source } = stage();
  source.subscribe(() => undefined);
  memory.setConnection('disconnected');
  jest.advanceTimersByTime(duration);
  expect(onOutage).toHaveBeenCalledTimes(times);
  expect(onOver).not.toHaveBeenCalled();
  memory.setConnection('connected');
  expect(onOver).toHaveBeenCalledTimes(times);
  expect(jest.getTimerCount()).toBe(0);
});

it('tells of a connection that never came', () => {
  const { memory, source } = stage();
  memory.setConnection('connecting');
  source.subscribe(() => undefined);
  jest.advanceTimersByTime(minute);
  expect(onOutage).toHaveBeenCalledTimes(1);
});

it('counts from the beginning of the outage, whatever else changes meanwhile', () => {
  const { memory, source } = stage();
  source.subscribe(() => undefined);
  memory.setConnection('disconnected');
  jest.advanceTimersByTime(minute / 2);
  memory.setData({});
  jest.advanceTimersByTime(minute / 2);
  expect(onOutage).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(minute);
  expect(onOutage).toHaveBeenCalledTimes(1);
});

it('tells of two outages twice, and never of many short ones', () => {
  const { memory, source } = stage();
  source.subscribe(() => undefined);
  for (const duration of [minute, minute - 1, minute - 1, minute]) {
    memory.setConnection('disconnected');
    jest.advanceTimersByTime(duration);
    memory.setConnection('connected');
  }
  expect([onOutage.mock.calls.length, onOver.mock.calls.length]).toEqual([2, 2]);
});

it('has no timer and tells nothing while nobody listens, and takes back what it told', () => {
  const { memory, source } = stage();
  memory.setConnection('disconnected');
  jest.advanceTimersByTime(2 * minute);
  const leave = [source.subscribe(() => undefined), source.subscribe(() => undefined)];
  leave[0]?.();
  jest.advanceTimersByTime(minute);
  expect(onOutage).toHaveBeenCalledTimes(1);
  leave[1]?.();
  expect(onOver).toHaveBeenCalledTimes(1);
  memory.setConnection('connecting');
  expect(jest.getTimerCount()).toBe(0);
});

it('is the source it was given otherwise', () => {
  const { memory, source } = stage();
  const onChange = jest.fn();
  const leave = source.subscribe(onChange);
  memory.setData({ version: 1 });
  expect(onChange).toHaveBeenCalledTimes(1);
  expect(source.getSnapshot()).toBe(memory.getSnapshot());
  leave();
  memory.setData({ version: 2 });
  expect(onChange).toHaveBeenCalledTimes(1);
});

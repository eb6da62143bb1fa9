import { startTokenTimers } from './tokenTimers';

describe('startTokenTimers', () => {
  let heard: string[];
  const calls = { onAboutToExpire: () => heard.push('about'), onExpired: () => heard.push('expired') };

  beforeEach(() => {
    jest.useFakeTimers().setSystemTime(0);
    heard = [];
  });

  afterEach(() => jest.useRealTimers());

  test('warns three minutes before the expiry, then tells of it', () => {
    startTokenTimers(600_000, Date.now, calls);
    jest.advanceTimersByTime(419_999);
    expect(heard).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(heard).toEqual(['about']);
    jest.advanceTimersByTime(179_999);
    expect(heard).toEqual(['about']);
    jest.advanceTimersByTime(1);
    expect(heard).toEqual(['about', 'expired']);
  });

  test('warns at once given less than three minutes', () => {
    startTokenTimers(1000, Date.now, calls);
    jest.advanceTimersByTime(0);
    expect(heard).toEqual(['about']);
  });

  test('waits given more time than a timer can hold', () => {
    const sixtyDays = 60 * 24 * 3_600_000;
    startTokenTimers(sixtyDays, Date.now, calls);
    jest.advanceTimersByTime(sixtyDays - 180_001);
    expect(heard).toEqual([]);
    jest.advanceTimersByTime(180_001);
    expect(heard).toEqual(['about', 'expired']);
  });

  test('says nothing more once stopped', () => {
    const stop = startTokenTimers(600_000, Date.now, calls);
    stop();
    jest.advanceTimersByTime(1_000_000);
    expect(heard).toEqual([]);
  });
});

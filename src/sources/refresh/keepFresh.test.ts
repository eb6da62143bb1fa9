import { aDashboardData } from '../../testing/aDashboardData';
import type { ReadableStore } from '../../model/store/Store';
import type { RefreshState } from '../DashboardSources';
import { memorySources, type MemorySources } from '../memory/memorySources';
import { Usage } from '../Usage';
import { keepFresh, type Page, type RefreshOptions } from './keepFresh';

const noon = Date.parse('2026-11-22T12:00:00Z');

/** A page that can be hidden. */
class TestPage implements Page {
  private hidden = false;
  private readonly listeners = new Set<() => void>();
  isHidden = (): boolean => this.hidden;
  onChange = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  setHidden(hidden: boolean): void {
    this.hidden = hidden;
    this.listeners.forEach((listener) => listener());
  }
}

let inner: MemorySources;
let page: TestPage;
let ask: jest.Mock<Promise<void>, []>;

beforeEach(() => {
  jest.useFakeTimers('modern').setSystemTime(noon);
  inner = memorySources();
  page = new TestPage();
  ask = jest.fn(() => Promise.resolve());
});
afterEach(() => {
  jest.useRealTimers();
});

/** Data that was collected so many seconds ago. */
const dataOf = (secondsAgo: number) =>
  aDashboardData({ collectedAt: new Date(Date.now() - secondsAgo * 1000).toISOString() });

/** Lets time pass, and all that follows from it happen. */
async function pass(seconds: number): Promise<void> {
  for (let step = 0; step < seconds * 10; step += 1) {
    jest.advanceTimersByTime(100);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

/** Each call is another dashboard on the same documents. */
function open(options: Partial<RefreshOptions> = {}): {
  refresh: ReadableStore<RefreshState>;
  leave: () => void;
} {
  const usage = new Usage();
  const refresh = keepFresh({ ...inner, isInUse: usage.isInUse }, { ask, page, random: () => 1, ...options });
  return { refresh, leave: usage.begin() };
}

const refreshOf = ({ refresh }: { refresh: ReadableStore<RefreshState> }): RefreshState => refresh.get();

/** The Function as it is: new data comes by Sync, less than a second after it was asked. */
const collecting = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => inner.setData(dataOf(0)), 800);
    setTimeout(resolve, 4_000);
  });

describe('asks for a collection', () => {
  it.each([
    ['data older than a minute', () => dataOf(61)],
    ['data that nobody has collected', () => ({})],
    ['no data', () => undefined],
  ])('seconds after it was opened on %s', async (_, value) => {
    inner.setData(value());
    open();
    expect(ask).not.toHaveBeenCalled();
    await pass(3);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('not before the data is a minute old, and then within 15 s', async () => {
    inner.setData(dataOf(0));
    open();
    await pass(60);
    expect(ask).not.toHaveBeenCalled();
    await pass(15);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('as soon as the minute is over, given the least delay', async () => {
    inner.setData(dataOf(0));
    open({ random: () => 0 });
    await pass(59.9);
    expect(ask).not.toHaveBeenCalled();
    await pass(0.1);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('as a new day starts, though the data is seconds old', async () => {
    jest.setSystemTime(Date.parse('2026-11-22T18:59:50Z'));
    inner.setData(dataOf(5));
    open({ random: () => 0 });
    await pass(9.9);
    expect(ask).not.toHaveBeenCalled();
    await pass(0.2);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('once a minute while nothing else brings data', async () => {
    inner.setData(dataOf(0));
    open({ ask: ask.mockImplementation(collecting), random: () => 0.25 });
    await pass(600);
    // A minute, half of 15 s, and the collection itself.
    expect(ask).toHaveBeenCalledTimes(8);
  });

  it("by Twilio's clock given a clock here that is five minutes late", async () => {
    inner.setClockDifference(300_000);
    inner.setData(dataOf(-295));
    open({ random: () => 0 });
    await pass(54);
    expect(ask).not.toHaveBeenCalled();
    await pass(2);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('at once when the data is of the future, whose age nobody knows', async () => {
    inner.setData(dataOf(-3600));
    open();
    await pass(3);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('by the clock that it is given', async () => {
    inner.setData(dataOf(0));
    inner.clock.now = () => Date.now() + 61_000;
    open();
    await pass(3);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('no more than about once a minute given a clock so early that all data looks old', async () => {
    inner.setData(dataOf(0));
    inner.clock.now = () => Date.now() + 3_600_000;
    open({ ask: ask.mockImplementation(collecting), random: () => 0 });
    await pass(600);
    expect(ask.mock.calls.length).toBeGreaterThanOrEqual(8);
    expect(ask.mock.calls.length).toBeLessThanOrEqual(11);
  });
});

describe('does not ask', () => {
  it('when data comes meanwhile', async () => {
    inner.setData(dataOf(0));
    open();
    await pass(70);
    inner.setData(dataOf(0));
    await pass(55);
    expect(ask).not.toHaveBeenCalled();
  });

  it('while the page is hidden, and does seconds after it is shown again', async () => {
    inner.setData(dataOf(0));
    open();
    page.setHidden(true);
    await pass(300);
    expect(ask).not.toHaveBeenCalled();
    page.setHidden(false);
    await pass(3);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('when the page is hidden during the delay', async () => {
    inner.setData(dataOf(61));
    open();
    await pass(1);
    page.setHidden(true);
    await pass(60);
    expect(ask).not.toHaveBeenCalled();
  });

  it('while the connection is lost, by which no data could come', async () => {
    inner.setData(dataOf(61));
    inner.setConnection('disconnected');
    open();
    await pass(60);
    expect(ask).not.toHaveBeenCalled();
    inner.setConnection('connected');
    await pass(15);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('when nobody listens any more, and leaves no timer behind', async () => {
    inner.setData(dataOf(61));
    const { leave } = open();
    await pass(1);
    leave();
    expect(jest.getTimerCount()).toBe(0);
    await pass(60);
    expect(ask).not.toHaveBeenCalled();
  });

  it('before the first use, and begins anew with the next one after the last', async () => {
    inner.setData(dataOf(61));
    keepFresh(inner, { ask, page, random: () => 1 });
    await pass(60);
    expect(ask).not.toHaveBeenCalled();
    inner.use()();
    inner.use();
    await pass(3);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('again while it waits for what it asked for', async () => {
    inner.setData(dataOf(61));
    open({ ask: ask.mockImplementation(() => new Promise(() => undefined)) });
    await pass(19);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

describe('tells how it stands', () => {
  it('idle, asking, and idle when the data has come, whatever the answer to come', async () => {
    inner.setData(dataOf(61));
    const opened = open({ ask: () => collecting().then(() => Promise.reject(new Error('too late'))) });
    expect(refreshOf(opened)).toEqual({ status: 'idle' });
    await pass(3);
    expect(refreshOf(opened)).toEqual({ status: 'asking' });
    await pass(1);
    expect(refreshOf(opened)).toEqual({ status: 'idle' });
    await pass(10);
    expect(refreshOf(opened)).toEqual({ status: 'idle' });
  });

  it('failed, with the reason and when it is tried again', async () => {
    inner.setData(dataOf(61));
    const opened = open({ ask: () => Promise.reject(new Error('Only supervisors may.')) });
    await pass(3);
    expect(refreshOf(opened)).toEqual({
      status: 'failed',
      problem: 'Only supervisors may.',
      retryAt: noon + 3_000 + 30_000,
    });
  });

  it('failed given an answer after which no data comes', async () => {
    inner.setData(dataOf(61));
    const opened = open();
    await pass(3 + 20);
    expect(refreshOf(opened)).toMatchObject({
      status: 'failed',
      problem: expect.stringContaining('no data came'),
    });
  });

  it('idle again as soon as data comes by any way', async () => {
    inner.setData(dataOf(61));
    const opened = open({ ask: () => Promise.reject(new Error('no')) });
    await pass(3);
    expect(refreshOf(opened).status).toBe('failed');
    inner.setData(dataOf(0));
    expect(refreshOf(opened)).toEqual({ status: 'idle' });
  });

  it('with a call for each change of it', async () => {
    inner.setData(dataOf(61));
    const listener = jest.fn();
    open().refresh.subscribe(listener);
    await pass(3);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

it('asks again after pauses that double up to five minutes, as long as it fails', async () => {
  inner.setData(dataOf(61));
  const asked: number[] = [];
  open({
    ask: () => {
      asked.push(Date.now());
      return Promise.reject(new Error('no'));
    },
    random: () => 0,
  });
  await pass(1_200);
  const pauses = asked.slice(1).map((time, index) => Math.round((time - (asked[index] ?? 0)) / 1000));
  // Half of each pause at the least; the other half is chance.
  expect(pauses).toEqual([15, 30, 60, 120, 150, 150, 150, 150, 150, 150]);
});

it('a hundred dashboards on one document cause few requests, in the first minute and in the tenth', async () => {
  // Any will do that does not repeat itself soon.
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  inner.setData(dataOf(0));
  Array.from({ length: 100 }, () => open({ ask: ask.mockImplementation(collecting), random }));
  const perMinute: number[] = [];
  for (let minute = 0; minute < 10; minute += 1) {
    const before = ask.mock.calls.length;
    await pass(62);
    perMinute.push(ask.mock.calls.length - before);
  }
  expect(ask.mock.calls.length).toBeGreaterThanOrEqual(8);
  expect(Math.max(...perMinute)).toBeLessThanOrEqual(8);
  expect(ask.mock.calls.length / 9).toBeLessThanOrEqual(4);
});

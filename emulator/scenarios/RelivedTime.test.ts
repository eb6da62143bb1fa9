import { RelivedTime } from './RelivedTime';

test('lives through the past in order of time, then is the present again', () => {
  const present = 1_000_000_000;
  const time = new RelivedTime(() => present);
  time.goBack(3);
  const seen: [string, number][] = [];
  const note = (what: string) => (): void => void seen.push([what, time.now() - present]);
  time.setTimer(note('timer'), 1500);
  time.setTimer(note('earlier timer'), 200);
  const cancel = time.setTimer(note('cancelled timer'), 300);
  cancel();
  time.catchUp(note('second'));
  expect(seen).toEqual([
    ['earlier timer', -2800],
    ['second', -2000],
    ['timer', -1500],
    ['second', -1000],
    ['second', 0],
  ]);
  expect(time.isPast).toBe(false);
  expect(time.now()).toBe(present);
});

test('hands timers that lie in the future over to the present, where they can still be called off', async () => {
  const time = new RelivedTime(Date.now);
  const called: string[] = [];
  const done = new Promise<void>((resolve) => {
    time.goBack(1);
    time.setTimer(() => (called.push('kept'), resolve()), 1020);
  });
  const cancel = time.setTimer(() => called.push('called off'), 1010);
  time.catchUp(() => undefined);
  expect(called).toEqual([]);
  cancel();
  await done;
  expect(called).toEqual(['kept']);
});

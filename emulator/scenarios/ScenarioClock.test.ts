import { ScenarioClock } from './ScenarioClock';

/** A clock whose time passes by hand. Like setTimeout, its timers call back at once given a delay of 2^31 ms or more. */
function handClock() {
  let at = 1_000_000;
  let timers: { due: number; callback: () => void }[] = [];
  const clock = new ScenarioClock(
    () => at,
    (callback, delayMs) => {
      const timer = { due: at + (delayMs < 2 ** 31 ? delayMs : 1), callback };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
  );
  const pass = (seconds: number): void => {
    const until = at + seconds * 1000;
    for (;;) {
      const next = timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      timers = timers.filter((other) => other !== next);
      at = Math.max(at, next.due);
      next.callback();
    }
    at = until;
  };
  return { clock, pass, timers: () => timers.length };
}

test('acts at the planned second, not before, in order', () => {
  const { clock, pass } = handClock();
  const acted: string[] = [];
  clock.after(2, () => acted.push('second'));
  clock.after(1, () => acted.push('first'));
  clock.after(2, () => acted.push('third'));
  pass(0.999);
  expect(acted).toEqual([]);
  pass(0.001);
  expect(acted).toEqual(['first']);
  pass(1);
  expect(acted).toEqual(['first', 'second', 'third']);
});

test('acts twice as often at pace 2, counted from the moment of the change', () => {
  const { clock, pass } = handClock();
  let ticks = 0;
  const tick = (): void => clock.after(1, () => ((ticks += 1), tick()));
  tick();
  pass(3);
  expect(ticks).toBe(3);
  clock.setPace(2);
  pass(3);
  expect(ticks).toBe(9);
  expect(clock.seconds()).toBe(9);
});

test('stands still at pace 0 and goes on where it stopped', () => {
  const { clock, pass, timers } = handClock();
  const acted: string[] = [];
  clock.after(2, () => acted.push('late'));
  pass(1);
  clock.setPace(0);
  expect(timers()).toBe(0);
  pass(3600);
  expect(acted).toEqual([]);
  clock.setPace(1);
  pass(0.999);
  expect(acted).toEqual([]);
  pass(0.001);
  expect(acted).toEqual(['late']);
});

test('waits for weeks given a pace near 0', () => {
  const { clock, pass } = handClock();
  const acted: string[] = [];
  clock.setPace(0.0001);
  clock.after(300, () => acted.push('late'));
  pass(2_999_999);
  expect(acted).toEqual([]);
  pass(1);
  expect(acted).toEqual(['late']);
});

test('never acts again once stopped, and leaves no timer', () => {
  const { clock, pass, timers } = handClock();
  const acted: string[] = [];
  clock.after(1, () => acted.push('never'));
  clock.stop();
  clock.after(1, () => acted.push('never'));
  pass(10);
  expect(acted).toEqual([]);
  expect(timers()).toBe(0);
});

test.each([-1, NaN, Infinity])('refuses pace %s', (pace) => {
  expect(() => handClock().clock.setPace(pace)).toThrow(RangeError);
});

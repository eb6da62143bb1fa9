import { SteadyClock } from './SteadyClock';

const noon = Date.parse('2026-11-22T12:00:00.000Z');
const hour = 3_600_000;

/** A machine whose clock can be set, and which can sleep. */
function machine() {
  let wall = noon;
  let elapsed = 500;
  const clock = new SteadyClock(
    () => wall,
    () => elapsed,
  );
  return {
    now: () => clock.now() - noon,
    pass(milliseconds: number) {
      wall += milliseconds;
      elapsed += milliseconds;
    },
    set: (by: number) => void (wall += by),
    sleep: (milliseconds: number) => void (wall += milliseconds),
  };
}

it('begins with the clock of the machine, and goes as time goes', () => {
  const { now, pass } = machine();
  expect(now()).toBe(0);
  pass(1234);
  expect(now()).toBe(1234);
});

it('does not go back when the clock of the machine is set back', () => {
  const { now, pass, set } = machine();
  pass(1000);
  set(-hour);
  expect(now()).toBe(1000);
  pass(2000);
  expect(now()).toBe(3000);
});

it('goes on by the time that the machine slept, which the browser may not count', () => {
  const { now, pass, sleep } = machine();
  pass(1000);
  expect(now()).toBe(1000);
  sleep(8 * hour);
  pass(1000);
  expect(now()).toBe(8 * hour + 2000);
});

it('counts a sleep once, and a clock that is set back after it not at all', () => {
  const { now, pass, sleep, set } = machine();
  sleep(hour);
  expect(now()).toBe(hour);
  set(-hour);
  pass(1000);
  expect([now(), now()]).toEqual([hour + 1000, hour + 1000]);
});

it('gathers nothing from clocks that differ by a little at each look', () => {
  const { now, pass, set } = machine();
  for (let look = 0; look < 1000; look += 1) {
    pass(1000);
    set(look % 2 === 0 ? 1 : -1);
    now();
  }
  expect(now()).toBe(1_000_000);
});

import { ServerClock } from './ServerClock';

const hour = 3_600_000;
const noon = Date.parse('2026-11-22T12:00:00.000Z');

/** Twilio's clock, and a browser's that is ahead of it by some milliseconds; a connection was made at noon. */
function world(browserAhead: number) {
  let time = noon;
  const clock = new ServerClock(() => time + browserAhead);
  clock.settle();
  return {
    clock,
    pass: (milliseconds: number) => (time += milliseconds),
    /** An update that Twilio dated so long ago. */
    see: (ago: number) => clock.saw(new Date(time - ago)),
  };
}

it.each([
  ['hours ahead', 5 * hour],
  ['hours behind', -5 * hour],
])('knows the difference after one live update given a clock %s', (_words, browserAhead) => {
  const { clock, pass, see } = world(browserAhead);
  pass(6000);
  see(0);
  expect(clock.difference).toBe(-browserAhead);
});

it('is 0 before any update', () => {
  expect(world(5 * hour).clock.difference).toBe(0);
});

it('believes no replay, so that old data do not look fresh', () => {
  const { clock, pass, see } = world(0);
  pass(4999);
  see(2 * hour);
  expect(clock.difference).toBe(0);
});

it('believes an update once the replays are over', () => {
  const { clock, pass, see } = world(2 * hour);
  pass(5000);
  see(0);
  expect(clock.difference).toBe(-2 * hour);
});

it('goes forward at once by the few seconds that a document shows that was opened', () => {
  const { clock, see } = world(-5000);
  see(1000);
  expect(clock.difference).toBe(4000);
});

it('believes no document that is hours ahead when it is opened, as it may be of any age', () => {
  const { clock, pass, see } = world(-5 * hour);
  see(hour); // the document was written an hour ago, four hours ahead of this clock
  expect(clock.difference).toBe(0);
  pass(5000);
  see(0);
  expect(clock.difference).toBe(5 * hour);
});

it('suspects updates again after a new connection', () => {
  const { clock, pass, see } = world(0);
  pass(6000);
  see(0);
  clock.settle();
  [3, 2, 1].forEach((hours) => see(hours * hour));
  expect(clock.difference).toBe(0);
});

it('takes the quickest of the last three updates, so that one that was held up changes nothing', () => {
  const { clock, pass, see } = world(0);
  pass(6000);
  see(0);
  see(20_000);
  see(40_000);
  expect(clock.difference).toBe(0);
});

it('follows a clock that was set right, after three updates', () => {
  let browser = noon + 2 * hour;
  const clock = new ServerClock(() => browser);
  clock.saw(new Date(noon));
  expect(clock.difference).toBe(-2 * hour);
  browser = noon - hour; // set too far, even
  clock.saw(new Date(noon));
  expect(clock.difference).toBe(hour);
  browser = noon;
  for (let update = 0; update < 3; update += 1) clock.saw(new Date(noon));
  expect(clock.difference).toBe(0);
});

it('stays as it is within half a second, which nobody sees', () => {
  const { clock, pass, see } = world(0);
  pass(6000);
  see(499);
  expect(clock.difference).toBe(0);
  [500, 500, 500].forEach(see);
  expect(clock.difference).toBe(-500);
});

it('passes over a date that is none', () => {
  const { clock, pass } = world(0);
  pass(6000);
  clock.saw(new Date('yesterday-ish'));
  expect(clock.difference).toBe(0);
});

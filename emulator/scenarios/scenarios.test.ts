import { Faults } from '../faults';
import { agent } from '../taskrouter/testing/smallContactCentre';
import { ContactCentre } from '../taskrouter/ContactCentre';
import { Random } from '../../src/testing/Random';
import { queueCumulativeStatistics } from '../taskrouter/queueStatistics';
import { realTimeStatistics, workspaceStatistics } from '../taskrouter/workspaceStatistics';
import { scenarioNames, scenarios } from './index';
import { lunchRush } from './lunchRush';
import { ordinaryDay } from './ordinaryDay';
import { outage } from './outage';
import { quietNight } from './quietNight';
import { RelivedTime } from './RelivedTime';
import type { Scenario } from './Scenario';
import { startScenario } from './startScenario';
import { still } from './still';

interface Second {
  readonly waiting: number;
  readonly longest: number;
  readonly available: number;
  /** Of everything that a board could show and that does not grow by itself. */
  readonly picture: string;
}

/** Lives the scenario for so many seconds at full speed and looks at it every second. */
function liveFor(
  scenario: Scenario,
  seconds: number,
  seed: number,
): { contactCentre: ContactCentre; seconds: Second[] } {
  const present = Date.parse('2026-11-22T12:00:00Z');
  const time = new RelivedTime(() => present);
  time.goBack(seconds);
  const contactCentre = new ContactCentre(time.now, scenario.population);
  startScenario(contactCentre, scenario, {
    now: time.now,
    random: new Random(seed).next,
    setTimer: time.setTimer,
    faults: new Faults(),
  });
  const seen: Second[] = [];
  time.catchUp(() => {
    contactCentre.tick();
    const { tasks_by_status, longest_task_waiting_age, activity_statistics } = realTimeStatistics(
      contactCentre.state,
      { now: time.now() },
    );
    seen.push({
      waiting: tasks_by_status.pending ?? 0,
      longest: longest_task_waiting_age,
      available: activity_statistics.find(({ friendly_name }) => friendly_name === 'Available')?.workers ?? 0,
      picture: JSON.stringify([tasks_by_status, activity_statistics]),
    });
  });
  return { contactCentre, seconds: seen };
}

test('names every scenario, each with a line for people and two dozen agents besides the supervisor', () => {
  expect(scenarioNames).toEqual(['ordinary-day', 'lunch-rush', 'quiet-night', 'outage', 'still']);
  Object.entries(scenarios).forEach(([name, { name: ownName, description, population }]) => {
    expect(ownName).toBe(name);
    expect(description).toMatch(/^[^\n]{20,120}$/);
    expect(population.workers).toHaveLength(25);
    expect(population.workers[0]).toMatchObject({ friendlyName: 'supervisor@example.com', queues: [] });
    expect(Object.keys(population.queues)).toEqual(['Support', 'Sales', 'Billing']);
  });
});

describe.each([1, 2, 3])('ordinary-day with seed %i', (seed) => {
  // It has lived whole waves when it is loaded, so the start is the beginning of any wave after a warm-up.
  const wave = ordinaryDay.life?.wave.everySeconds ?? 0;
  const { seconds, contactCentre } = liveFor(ordinaryDay, 4 * wave, seed);
  const sinceStart = seconds.slice(3 * wave);

  test.each<[string, (second: Second) => boolean]>([
    ['more than 5 tasks waiting', ({ waiting }) => waiting > 5],
    ['more than 10 tasks waiting', ({ waiting }) => waiting > 10],
    ['somebody waiting for more than 60 s', ({ longest }) => longest > 60],
    ['somebody waiting for more than 120 s', ({ longest }) => longest > 120],
    ['fewer than 3 workers available', ({ available }) => available < 3],
  ])('sees %s within a minute of the start, and not for ever', (_what, crossed) => {
    expect(sinceStart.slice(0, 60).some(crossed)).toBe(true);
    expect(sinceStart.slice(60).some((second) => !crossed(second))).toBe(true);
  });

  test('changes what a board shows at least every other second', () => {
    const changes = sinceStart.filter(({ picture }, index) => picture !== sinceStart[index - 1]?.picture);
    expect(changes.length).toBeGreaterThan(wave / 2);
  });

  test('makes something happen for every counter but those that need a person', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    const { cumulative } = workspaceStatistics(contactCentre.state, { start: 0, end: now, splits: [], now });
    const {
      tasks_created,
      tasks_completed,
      tasks_canceled,
      reservations_created,
      reservations_accepted,
      reservations_rejected,
    } = cumulative;
    [
      tasks_created,
      tasks_completed,
      tasks_canceled,
      reservations_created,
      reservations_accepted,
      reservations_rejected,
    ].forEach((count) => expect(count).toBeGreaterThan(0));
    expect(tasks_completed / tasks_created).toBeGreaterThan(0.8);
  });
});

test('a history is whole waves long, so that the start is the beginning of one', () => {
  const lives = Object.values(scenarios).flatMap(({ life }) => life ?? []);
  expect(lives.map(({ historySeconds, wave }) => historySeconds % wave.everySeconds)).toEqual([0, 0, 0, 0]);
});

test.each([1, 2, 3])(
  'lunch-rush with seed %i: many wait and few serve them, from the first minute on',
  (seed) => {
    const wave = lunchRush.life?.wave.everySeconds ?? 0;
    const { seconds } = liveFor(lunchRush, 4 * wave, seed);
    const firstMinute = seconds.slice(3 * wave, 3 * wave + 60);
    expect(Math.max(...firstMinute.map(({ waiting }) => waiting))).toBeGreaterThan(20);
    expect(Math.max(...firstMinute.map(({ longest }) => longest))).toBeGreaterThan(120);
    const atLunch = seconds.filter(({ picture }) => (JSON.parse(picture)[1][5]?.workers ?? 0) >= 6);
    expect(atLunch.length / seconds.length).toBeGreaterThan(0.5);
  },
);

test.each([1, 2, 3])(
  'quiet-night with seed %i: hardly anything happens, and nobody is turned away',
  (seed) => {
    const { seconds, contactCentre } = liveFor(quietNight, 4 * 3600, seed);
    const changes = seconds.filter(({ picture }, index) => picture !== seconds[index - 1]?.picture);
    expect(changes.length).toBeLessThan(seconds.length / 30);
    const now = Date.parse('2026-11-22T12:00:00Z');
    const { cumulative } = workspaceStatistics(contactCentre.state, { start: 0, end: now, splits: [], now });
    expect(cumulative.tasks_created).toBeGreaterThan(10);
    expect(cumulative.tasks_created).toBeLessThan(100);
    expect(cumulative.tasks_completed / cumulative.tasks_created).toBeGreaterThan(0.8);
  },
);

/** Lets a scenario live in the present, whose time is told by hand. */
function livePresent(scenario: Scenario) {
  let at = Date.parse('2026-11-22T12:00:00Z');
  let timers: { due: number; callback: () => void }[] = [];
  const faults = new Faults();
  const cuts: number[] = [];
  faults.whenSocketsAreCut((seconds) => cuts.push(seconds));
  const contactCentre = new ContactCentre(() => at, scenario.population);
  const running = startScenario(contactCentre, scenario, {
    now: () => at,
    random: new Random(1).next,
    setTimer(callback, delayMs) {
      const timer = { due: at + delayMs, callback };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    faults,
  });
  const passUntil = (second: number): void => {
    const until = Date.parse('2026-11-22T12:00:00Z') + second * 1000;
    for (;;) {
      const next = timers.filter(({ due }) => due <= until).sort((a, b) => a.due - b.due)[0];
      if (!next) break;
      timers = timers.filter((other) => other !== next);
      at = Math.max(at, next.due);
      next.callback();
    }
    at = until;
  };
  const failing = async (): Promise<string[]> => {
    const struck: string[] = [];
    for (const target of ['statistics', 'sync-read', 'sync-write', 'event-post'] as const)
      if ((await faults.strike(target)).error?.status === 503) struck.push(target);
    return struck;
  };
  return { running, passUntil, failing, cuts };
}

test('outage: statistics fail, then Sync, then sockets are cut, each for a while, in every wave', async () => {
  const { passUntil, failing, cuts } = livePresent(outage);
  const story: [number, string[]][] = [];
  for (const second of [29, 31, 59, 61, 91, 119, 121, 149, 271, 301]) {
    passUntil(second);
    story.push([second, await failing()]);
  }
  expect(story).toEqual([
    [29, []],
    [31, ['statistics']],
    [59, ['statistics']],
    [61, []],
    [91, ['sync-read', 'sync-write']],
    [119, ['sync-read', 'sync-write']],
    [121, []],
    [149, []],
    [271, ['statistics']],
    [301, []],
  ]);
  expect(cuts).toEqual([15]);
});

test('outage: ends with the scenario', async () => {
  const { running, passUntil, failing } = livePresent(outage);
  passUntil(31);
  running.stop();
  expect(await failing()).toEqual([]);
});

test('spreads what comes in over queues that were added for the same people', () => {
  const present = Date.parse('2026-11-22T12:00:00Z');
  const time = new RelivedTime(() => present);
  time.goBack(1200);
  const contactCentre = new ContactCentre(time.now, ordinaryDay.population);
  contactCentre.populate(ordinaryDay.population, { moreQueues: 17 });
  startScenario(contactCentre, ordinaryDay, {
    now: time.now,
    random: new Random(1).next,
    setTimer: time.setTimer,
    faults: new Faults(),
  });
  time.catchUp(() => contactCentre.tick());
  const entered = queueCumulativeStatistics(contactCentre.state, contactCentre.queues(), {
    start: 0,
    end: present,
    splits: [],
    now: present,
  });
  expect(entered).toHaveLength(20);
  entered.forEach(({ tasks_entered }) => expect(tasks_entered).toBeGreaterThan(0));
});

test('still: nothing changes in an hour, and a task that is added stays waiting', () => {
  const { seconds, contactCentre } = liveFor(still, 3600, 1);
  expect(new Set(seconds.map(({ picture }) => picture)).size).toBe(1);
  expect(seconds[0]).toMatchObject({ waiting: 0, available: 0 });
  ['Support', 'Sales', 'Billing'].forEach((queue) =>
    expect(contactCentre.addTask({ queue }).status).toBe('pending'),
  );
});

test('leaves alone a worker whom somebody moved while the scenario had sent them on a break', () => {
  const onlyPauses: Scenario = {
    ...ordinaryDay,
    population: { ...ordinaryDay.population, workers: [agent('ada', 'Available')] },
    life: ordinaryDay.life && {
      ...ordinaryDay.life,
      arrivals: [],
      wave: { everySeconds: 3600, rushes: [], gatherings: [], outages: [] },
      pauses: { perMinute: 60, activities: { Break: 1 }, lastSeconds: [5, 5] },
    },
  };
  const present = Date.now();
  const time = new RelivedTime(() => present);
  time.goBack(120);
  const contactCentre = new ContactCentre(time.now, onlyPauses.population);
  startScenario(contactCentre, onlyPauses, {
    now: time.now,
    random: new Random(1).next,
    setTimer: time.setTimer,
    faults: new Faults(),
  });
  let moved = false;
  time.catchUp(() => {
    if (moved || contactCentre.worker('ada').activityName !== 'Break') return;
    contactCentre.setWorkerActivity('ada', 'Training');
    moved = true;
  });
  expect(moved).toBe(true);
  expect(contactCentre.worker('ada').activityName).toBe('Training');
});

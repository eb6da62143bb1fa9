import { agent } from '../taskrouter/testing/smallContactCentre';
import { ContactCentre } from '../taskrouter/ContactCentre';
import { seededRandom } from '../taskrouter/seededRandom';
import { realTimeStatistics, workspaceStatistics } from '../taskrouter/workspaceStatistics';
import { scenarioNames, scenarios } from './index';
import { ordinaryDay } from './ordinaryDay';
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
    random: seededRandom(seed),
    setTimer: time.setTimer,
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
  expect(scenarioNames).toEqual(['ordinary-day', 'still']);
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
  const life = ordinaryDay.life;
  expect((life?.historySeconds ?? 1) % (life?.wave.everySeconds ?? 0)).toBe(0);
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
      wave: { everySeconds: 3600, rushes: [], gatherings: [] },
      pauses: { perMinute: 60, activities: { Break: 1 }, lastSeconds: [5, 5] },
    },
  };
  const present = Date.now();
  const time = new RelivedTime(() => present);
  time.goBack(120);
  const contactCentre = new ContactCentre(time.now, onlyPauses.population);
  startScenario(contactCentre, onlyPauses, {
    now: time.now,
    random: seededRandom(1),
    setTimer: time.setTimer,
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

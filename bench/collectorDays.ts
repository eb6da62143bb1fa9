import { Faults } from '../emulator/faults';
import { Journal } from '../emulator/journal';
import { createTaskRouter } from '../emulator/taskrouter/createTaskRouter';
import { wantedEvents } from '../serverless/src/eventsFilter';
import { simulateCollector } from '../serverless/src/testing/simulateCollector';

/** What a stretch of time costs. */
export interface Day {
  readonly name: string;
  readonly hours: number;
  /** Events as they happen, of which only those that pass the filter call the Function. */
  readonly events: number;
  readonly invocations: number;
  readonly collections: number;
  readonly syncReads: number;
  readonly syncWrites: number;
}

/** The hours of two scenarios, event by event, and whole days of a constant rate from ten minutes of it. */
export async function days(): Promise<readonly Day[]> {
  return [
    await scenarioDay('quiet-night'),
    await scenarioDay('ordinary-day'),
    await constantDay(1),
    await constantDay(20),
    await constantDay(200),
  ];
}

async function scenarioDay(name: string): Promise<Day> {
  const taskRouter = createTaskRouter({ journal: new Journal(), faults: new Faults(), scenario: 'still' });
  const times: number[] = [];
  let events = 0;
  taskRouter.contactCentre.subscribe(({ type, at }) => {
    events += 1;
    if (wantedEvents.includes(type)) times.push(at);
  });
  // Loading it lets its past go by.
  taskRouter.loadScenario(name);
  await taskRouter.stop();
  const start = Math.min(...times.slice(0, 1));
  const hours = Math.round(((times.at(-1) ?? start) - start) / 3_600_000);
  return {
    name,
    hours,
    events,
    ...(await cost(
      times.map((at) => at - start),
      1,
    )),
  };
}

async function constantDay(eventsPerSecond: number): Promise<Day> {
  const seconds = 600;
  const times = Array.from({ length: eventsPerSecond * seconds }, (_, i) => (i * 1_000) / eventsPerSecond);
  const hours = 24;
  const measured = await cost(times, (hours * 3_600) / seconds);
  return { name: `${eventsPerSecond} a second`, hours, events: measured.invocations, ...measured };
}

async function cost(events: readonly number[], times: number) {
  const { collections, lease, data } = await simulateCollector({
    seed: 1,
    intervalMs: 2_000,
    trailingMs: 3_000,
    slowestRequestMs: 150,
    serveMany: false,
    mostInvocations: 30,
    // One warm instance, and more as they are needed.
    clockOffsets: [0],
    events,
  });
  const whole = (count: number): number => Math.round(count * times);
  return {
    invocations: whole(events.length),
    collections: whole(collections.length),
    syncReads: whole(lease.reads + data.reads),
    syncWrites: whole(lease.writes.length + lease.conflicts + data.writes.length),
  };
}

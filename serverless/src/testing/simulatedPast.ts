import { checkedFields, historyStateName } from '../../../src/schema/history';
import type { Half } from '../../../src/schema/historyRows';
import type { Clock } from '../Clock';
import type { Collected } from '../collectStatistics';
import type { ConditionalDocument } from '../ConditionalDocument';
import { dayAt, type DaySettings } from '../historyDays';
import type { InstanceMemory } from '../InstanceMemory';
import { keepHistory } from '../keepHistory';
import type { TimeBudget } from '../TimeBudget';
import type { CollectedRow } from '../writeHistory';
import { exampleQueueStatistics, exampleStatistics } from './exampleStatistics';

/** A past that the simulated TaskRouter can tell: a task a second and queue, whatever the window. */
export interface SimulatedPast extends DaySettings {
  /** Milliseconds since 1970 at the beginning of the simulation. */
  readonly base: number;
  readonly queues: number;
  readonly rate: number;
  /** What is added to a window that is asked for again. */
  readonly later?: number;
}

interface Hands {
  readonly invocation: string;
  readonly clock: Clock;
  /** By Twilio's clock: milliseconds from the beginning. */
  readonly trueNow: () => number;
  readonly memory: InstanceMemory;
  readonly budget: TimeBudget;
  document(name: string): ConditionalDocument;
  ask<T>(answer: () => T): Promise<T>;
}

export const simulatedDocument = 'data';

/** How many tasks a queue has in a window. */
export const tasksIn = (start: number, end: number): number => Math.floor((end - start) / 1_000);

/** The Function's own part in the past, in the simulated world. */
export function keepSimulatedPast(past: SimulatedPast, hands: Hands): Promise<void> {
  const { base, timeZone, dayStart, later = 0 } = past;
  const settings = { timeZone, dayStart };
  const clock: Clock = { now: () => base + hands.clock.now(), wait: hands.clock.wait };
  const sids = Array.from({ length: past.queues }, (_, place) => `WQ${String(place).padStart(32, '0')}`);
  const now = clock.now();
  const twilioNow = (): number => base + hands.trueNow();
  const day = dayAt(now, settings);
  const workspace = exampleStatistics();
  const live = {
    data: {
      version: 1,
      collected_at: new Date(now).toISOString(),
      day: { start: new Date(day.start * 1000).toISOString(), time_zone: timeZone, starts_at: dayStart },
      workspace_statistics: {
        ...workspace,
        cumulative: {
          ...workspace.cumulative,
          end_time: new Date(twilioNow()).toISOString(),
          tasks_created: tasksIn(day.start * 1000, twilioNow()),
        },
      },
    },
    queues: sids.map((sid) => ({ queue: { ...exampleQueueStatistics(sid), sid, friendly_name: sid } })),
    channels: [],
  } as unknown as Collected;
  const world = {
    invocation: hands.invocation,
    clock,
    state: hands.document(historyStateName(simulatedDocument)),
    place: {
      dataDocument: simulatedDocument,
      settings,
      waitSplits: '20',
      document: hands.document,
    },
    rate: past.rate,
    calls: 2,
    collect: ({ day: of, row, end }: { day: CollectedRow['day']; row: number; end: number }) =>
      hands.ask((): readonly CollectedRow[] => {
        const half = (field: string, statistics: { readonly cumulative: object }): Half => ({
          ...statistics.cumulative,
          // Of a time to come, nobody can tell.
          [field]: tasksIn(of.start * 1000, Math.min(end, twilioNow())),
        });
        return [
          {
            kind: 'workspace',
            day: of,
            row,
            entries: [{ key: '', name: '', half: half('tasks_created', exampleStatistics()) }],
          },
          {
            kind: 'queues',
            day: of,
            row,
            entries: sids.map((sid) => ({
              key: sid,
              name: sid,
              half: half('tasks_entered', exampleQueueStatistics(sid)),
            })),
          },
        ];
      }),
    count: ({ start, end }: { start: number; end: number }) =>
      hands.ask(() => {
        const { cumulative } = workspace;
        return checkedFields.map((field) =>
          field === 'tasks_created' ? tasksIn(start, Math.min(end, twilioNow())) + later : cumulative[field],
        );
      }),
  };
  return keepHistory(world, live, hands.memory, hands.budget);
}

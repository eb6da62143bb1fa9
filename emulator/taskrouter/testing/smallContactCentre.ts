import { ContactCentre } from '../ContactCentre';
import type { ContactCentreEvent } from '../ContactCentreEvents';
import type { Population, WorkerPlan } from '../Population';

export const noon = Date.parse('2026-11-22T12:00:00Z');

export interface SmallContactCentre {
  readonly contactCentre: ContactCentre;
  /** Lets time pass, one tick at its end. */
  readonly pass: (seconds: number) => void;
  readonly now: () => number;
  /** Copies of every event since the start, the oldest first. */
  readonly events: ContactCentreEvent[];
  readonly eventTypes: () => string[];
}

export const agent = (
  friendlyName: string,
  activity: string,
  queues: readonly string[] = ['Support'],
): WorkerPlan => ({
  friendlyName,
  attributes: {},
  activity,
  queues,
  capacity: { voice: 1, chat: 2 },
});

/** At noon: the workers given, queues Support and Sales; Sales overflows to Support after 60 s and gives up after 120 s. */
export function smallContactCentre(workers: readonly WorkerPlan[] = []): SmallContactCentre {
  let at = noon;
  const population: Population = {
    workers,
    reservationTimeoutSeconds: 30,
    queues: {
      Support: [{ queue: 'Support', timeoutSeconds: null }],
      Sales: [
        { queue: 'Sales', timeoutSeconds: 60 },
        { queue: 'Support', timeoutSeconds: 60 },
      ],
    },
  };
  const contactCentre = new ContactCentre(() => at, population);
  const events: ContactCentreEvent[] = [];
  contactCentre.subscribe((event) =>
    events.push({
      ...event,
      ...(event.task && { task: { ...event.task } }),
      ...(event.worker && { worker: { ...event.worker } }),
    }),
  );
  return {
    contactCentre,
    pass(seconds) {
      at += seconds * 1000;
      contactCentre.tick();
    },
    now: () => at,
    events,
    eventTypes: () => events.map(({ type }) => type),
  };
}

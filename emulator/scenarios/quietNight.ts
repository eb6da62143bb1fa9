import { agents, supervisorPlan } from './agents';
import { ordinaryLife } from './ordinaryDay';
import type { Scenario } from './Scenario';

/** So little happens that only time itself changes what a board shows. */
export const quietNight: Scenario = {
  name: 'quiet-night',
  description:
    'Three agents and a customer every few minutes: hardly an event, and every number is small or zero.',
  population: {
    workers: [supervisorPlan, ...agents(['Available', 'Available', 'Available', 'Offline'])],
    reservationTimeoutSeconds: 20,
    queues: {
      Support: [{ queue: 'Support', timeoutSeconds: 900 }],
      Sales: [
        { queue: 'Sales', timeoutSeconds: 20 },
        { queue: 'Support', timeoutSeconds: 600 },
      ],
      Billing: [
        { queue: 'Billing', timeoutSeconds: 30 },
        { queue: 'Support', timeoutSeconds: 600 },
      ],
    },
  },
  statisticsLagSeconds: 2,
  life: {
    ...ordinaryLife,
    historySeconds: 8 * 3600,
    arrivals: [
      { channel: 'voice', queue: 'Support', priority: 0, perMinute: 0.12 },
      { channel: 'chat', queue: 'Support', priority: 0, perMinute: 0.06 },
      { channel: 'voice', queue: 'Billing', priority: 0, perMinute: 0.02 },
    ],
    pauses: { perMinute: 0.05, activities: { Break: 1 }, lastSeconds: [120, 300] },
    wave: { everySeconds: 3600, rushes: [], gatherings: [], outages: [] },
  },
};

import { agents, supervisorPlan } from './agents';
import { ordinaryDay, ordinaryLife } from './ordinaryDay';
import type { Scenario } from './Scenario';

/** More customers than the few who have not gone to lunch can serve. Every four minutes the others are back for half a minute. */
export const lunchRush: Scenario = {
  ...ordinaryDay,
  name: 'lunch-rush',
  description:
    'Everybody calls at noon and most agents are at lunch: long waits, customers who give up, red tiles.',
  population: { ...ordinaryDay.population, workers: [supervisorPlan, ...agents(['Available'])] },
  life: {
    ...ordinaryLife,
    historySeconds: 2 * 3600,
    arrivals: ordinaryLife.arrivals.map((arrivals) => ({ ...arrivals, perMinute: arrivals.perMinute * 1.2 })),
    patienceSeconds: { voice: [60, 300], chat: [90, 420] },
    pauses: {
      perMinute: 6,
      activities: { 'Lunch Break': 5, 'Personal Break': 2, 'Follow Up': 2 },
      lastSeconds: [40, 120],
    },
    wave: {
      everySeconds: 240,
      rushes: [
        { from: 5, to: 45, channel: 'voice', queue: 'Support', tasks: 14, patienceSeconds: [120, 300] },
        { from: 15, to: 50, channel: 'chat', queue: 'Sales', tasks: 8, patienceSeconds: [150, 400] },
      ],
      gatherings: [{ from: 0, to: 205, leaves: 6, activity: 'Lunch Break', backWithin: 10 }],
      outages: [],
    },
  },
};

import { agents, supervisorPlan } from './agents';
import type { Scenario, ScenarioLife } from './Scenario';

/**
 * Busy but under control, and never the same for long. Every four minutes: Billing is away in training so that somebody waits
 * for two minutes, then customers rush in while nearly everybody is called to a meeting. The wave's middle falls on the start.
 */
export const ordinaryLife: ScenarioLife = {
  historySeconds: 8 * 3600,
  arrivals: [
    { channel: 'voice', queue: 'Support', priority: 0, perMinute: 5.5 },
    { channel: 'voice', queue: 'Sales', priority: 10, perMinute: 3.5 },
    { channel: 'voice', queue: 'Billing', priority: 0, perMinute: 1.2 },
    { channel: 'chat', queue: 'Support', priority: 0, perMinute: 5 },
    { channel: 'chat', queue: 'Sales', priority: 0, perMinute: 2 },
  ],
  handleSeconds: { voice: [20, 85], chat: [30, 110] },
  wrapUpSeconds: [4, 14],
  answerSeconds: [2, 7],
  patienceSeconds: { voice: [35, 240], chat: [60, 300] },
  rejectedShare: 0.03,
  missedShare: 0.02,
  pauses: {
    perMinute: 7,
    activities: {
      'Follow Up': 6,
      Break: 2,
      'Personal Break': 2,
      'Lunch Break': 1,
      Unavailable: 1,
      Training: 1,
    },
    lastSeconds: [15, 75],
  },
  wave: {
    everySeconds: 240,
    rushes: [
      { from: 158, to: 160, channel: 'voice', queue: 'Billing', tasks: 2, patienceSeconds: [230, 260] },
      { from: 8, to: 36, channel: 'voice', queue: 'Support', tasks: 9, patienceSeconds: [120, 240] },
      { from: 10, to: 40, channel: 'chat', queue: 'Sales', tasks: 5, patienceSeconds: [150, 300] },
    ],
    gatherings: [
      { from: 150, to: 295, queue: 'Billing', leaves: 0, activity: 'Training', backWithin: 8 },
      { from: 8, to: 52, leaves: 2, activity: 'Meeting', backWithin: 20 },
    ],
    outages: [],
  },
};

export const ordinaryDay: Scenario = {
  name: 'ordinary-day',
  description:
    'A busy service desk of 24 agents; every four minutes a rush and a meeting push tiles over their thresholds.',
  population: {
    workers: [supervisorPlan, ...agents(['Available'])],
    reservationTimeoutSeconds: 20,
    queues: {
      Support: [{ queue: 'Support', timeoutSeconds: 900 }],
      Sales: [
        { queue: 'Sales', timeoutSeconds: 40 },
        { queue: 'Support', timeoutSeconds: 600 },
      ],
      Billing: [{ queue: 'Billing', timeoutSeconds: 140 }],
    },
  },
  statisticsLagSeconds: 2,
  life: ordinaryLife,
};

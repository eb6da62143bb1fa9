import { agents, supervisorPlan } from './agents';
import type { Scenario } from './Scenario';

export const still: Scenario = {
  name: 'still',
  description:
    'Nothing moves by itself and nobody is available: a task that is added stays waiting. For tests.',
  population: {
    // Four agents Unavailable, the others Offline.
    workers: [
      supervisorPlan,
      ...agents(['Unavailable', 'Unavailable', 'Unavailable', 'Unavailable', 'Offline']),
    ],
    reservationTimeoutSeconds: 120,
    queues: {
      Support: [{ queue: 'Support', timeoutSeconds: null }],
      Sales: [{ queue: 'Sales', timeoutSeconds: null }],
      Billing: [{ queue: 'Billing', timeoutSeconds: null }],
    },
  },
  statisticsLagSeconds: 0,
  life: null,
};

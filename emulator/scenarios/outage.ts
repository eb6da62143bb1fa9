import { ordinaryDay, ordinaryLife } from './ordinaryDay';
import type { Scenario } from './Scenario';

/** An ordinary day on which Twilio breaks: what a board says then must never look like good numbers. */
export const outage: Scenario = {
  ...ordinaryDay,
  name: 'outage',
  description:
    'An ordinary day while Twilio breaks, every four minutes: statistics fail, then Sync, then every socket is cut.',
  life: {
    ...ordinaryLife,
    wave: {
      ...ordinaryLife.wave,
      outages: [
        { from: 30, to: 60, failing: ['statistics'], cutsSockets: false },
        { from: 90, to: 120, failing: ['sync-read', 'sync-write'], cutsSockets: false },
        { from: 150, to: 165, failing: [], cutsSockets: true },
      ],
    },
  },
};

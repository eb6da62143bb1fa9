import type { ChannelName, WorkflowTarget } from './contactCentreState';

/** Who and what a contact centre starts with. */
export interface Population {
  readonly workers: readonly WorkerPlan[];
  /** Seconds that a reservation waits for its worker. */
  readonly reservationTimeoutSeconds: number;
  /** The queues, in order, each with the way a task that asks for it takes through the workflow. */
  readonly queues: Readonly<Record<string, readonly WorkflowTarget[]>>;
}

export interface WorkerPlan {
  readonly friendlyName: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly activity: string;
  readonly queues: readonly string[];
  readonly capacity: Readonly<Record<ChannelName, number>>;
}

/** Activities of the emulated workspace; only the first two are TaskRouter's own, the others are what the default metrics ask for. */
export const standardActivities: readonly { friendlyName: string; available: boolean }[] = [
  { friendlyName: 'Offline', available: false },
  { friendlyName: 'Available', available: true },
  { friendlyName: 'Unavailable', available: false },
  { friendlyName: 'Break', available: false },
  { friendlyName: 'Follow Up', available: false },
  { friendlyName: 'Lunch Break', available: false },
  { friendlyName: 'Training', available: false },
  { friendlyName: 'Meeting', available: false },
  { friendlyName: 'Personal Break', available: false },
];

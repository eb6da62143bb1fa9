import type { DashboardNotice } from '../../src/schema/dashboardData';
import type { Configuration } from './configuration';

export interface KnownQueue {
  readonly sid: string;
  readonly friendlyName: string;
  readonly dateCreated: Date;
}

/**
 * The queues to collect, the oldest first: each has its place among the queue documents by that order, so a new queue comes
 * last, a renamed one stays where it was, and when there are too many it is the new ones that are left out.
 */
export function selectQueues<Queue extends KnownQueue>(
  queues: readonly Queue[],
  { queues: patterns, queuesMax }: Pick<Configuration, 'queues' | 'queuesMax'>,
): {
  readonly selected: readonly Queue[];
  readonly wanted: number;
  readonly notices: readonly DashboardNotice[];
} {
  const filters = patterns.map((pattern) => ({ pattern, matches: matcher(pattern) }));
  const wanted = queues
    .filter((queue) => filters.some(({ matches }) => matches(queue)))
    .sort((a, b) => Number(a.dateCreated) - Number(b.dateCreated) || (a.sid < b.sid ? -1 : 1));
  const unmatched = filters.filter(({ matches }) => !queues.some(matches)).map(({ pattern }) => pattern);
  const left = wanted.length - queuesMax;
  return {
    selected: wanted.slice(0, queuesMax),
    wanted: wanted.length,
    notices: [
      ...(left > 0
        ? [
            {
              code: 'queues-capped',
              text: `${left} of ${wanted.length} queues are left out, the newest: DASHBOARD_QUEUES_MAX is ${queuesMax}. Raise it (200 is the most), or choose queues with DASHBOARD_QUEUES.`,
            },
          ]
        : []),
      ...(unmatched.length > 0
        ? [
            {
              code: 'queues-unmatched',
              text: `DASHBOARD_QUEUES asks for what no queue is called: ${firstOf(unmatched)}. Correct it, or create the queue.`,
            },
          ]
        : []),
    ],
  };
}

/** The first few names, because a notice lies in the data document and must stay short. */
export const firstOf = (names: readonly string[]): string =>
  names.slice(0, 3).join(', ') + (names.length > 3 ? ` and ${names.length - 3} more` : '');

function matcher(pattern: string): (queue: KnownQueue) => boolean {
  if (/^WQ[0-9a-f]{32}$/i.test(pattern)) return ({ sid }) => sid.toLowerCase() === pattern.toLowerCase();
  const literally = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  const name = new RegExp(`^${pattern.split(/\*+/).map(literally).join('.*')}$`, 's');
  return ({ friendlyName }) => name.test(friendlyName);
}

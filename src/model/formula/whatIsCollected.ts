import { isObject } from './values';

/**
 * Why waits are not counted at some seconds: which are counted, and what says so. There are none where none are asked for, and in a
 * queue from which the Function left them out, as they were too many.
 */
export function splitMissing(seconds: unknown, splits: unknown): string {
  const collected = isObject(splits) ? Object.keys(splits) : [];
  const counted =
    collected.length > 0
      ? ` They are at ${collected.join(', ')}.`
      : ' There are none: none are asked for, or more than fit into the document of a queue.';
  return `Waits are not counted at ${String(seconds)} seconds.${counted} DASHBOARD_WAIT_SPLITS of the Function says at which.`;
}

/** Whether a path of a formula leads to the waits that are counted at some seconds. */
export const isSplits = (source: string): boolean => /\bsplit_by_wait_time$/.test(source);

const parts: ReadonlyMap<string, string> = new Map([
  [
    'queues',
    'There are no queue statistics in the data: data.queues is missing. DASHBOARD_QUEUES and DASHBOARD_QUEUES_MAX of the Function say which are collected.',
  ],
  [
    'channels',
    'There are no statistics of task channels in the data: data.channels is missing. DASHBOARD_TASK_CHANNELS of the Function says which are collected.',
  ],
  [
    'agents',
    'There are no agents in the data: data.agents comes from live queries of Flex and exists only where the dashboard runs in Flex.',
  ],
  [
    'workspace',
    'data has no "workspace": this formula was written for another dashboard. Export the metric and import it again, which rewrites the formula, or write data.workspace_statistics.',
  ],
]);

/** What to say of a part of the data that is not collected everywhere; undefined for all other names. */
export const partMissing = (source: string, key: unknown): string | undefined =>
  source === 'data' ? parts.get(String(key)) : undefined;

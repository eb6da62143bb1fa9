import { isRecord } from '../../model/metric/fieldChecks';
import type { DocumentSources } from '../DashboardSources';
import type { Source } from '../Source';
import type { FlexSession } from '../SourceKind';
import { LiveSource, type AgentTimes } from './LiveSource';
import type { Items } from './readAgents';

/** A task that no agent has accepted yet. What it is about, such as its caller, is never read. */
export interface WaitingTask {
  readonly sid: string;
  /** Unique name of the task channel, such as `voice`. */
  readonly channel: string;
  readonly queue: string;
  /** `reserved`: offered to an agent, who has not answered. */
  readonly status: 'pending' | 'reserved';
  /** When it was created: ISO 8601. */
  readonly since: string;
}

/** Tasks that wait, the oldest first: by one live query of Flex's own client, while somebody subscribes. */
export const waitingTasks = (
  documents: DocumentSources,
  flex: Pick<FlexSession, 'insightsClient'>,
  times: AgentTimes = {},
): Source<unknown> =>
  new LiveSource(
    documents,
    flex,
    {
      queries: [
        {
          index: 'tr-task',
          where: 'data.status IN ["pending", "reserved"]',
          splitBy: ['queue_name', 'channel_unique_name'],
        },
      ],
      read: ([tasks = {}]) => readTasks(tasks),
      partOf: (count) => ({ count, all: count, isAtLeast: true }),
    },
    times,
  );

const readTasks = (items: Items): readonly WaitingTask[] =>
  Object.entries(items)
    .flatMap(([sid, item]) => (isRecord(item) ? readTask(sid, item) : []))
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.sid < b.sid ? -1 : 1));

function readTask(sid: string, item: Readonly<Record<string, unknown>>): readonly WaitingTask[] {
  const { status, queue_name: queue, channel_unique_name: channel, date_created: created } = item;
  const since = typeof created === 'string' ? new Date(created) : undefined;
  if ((status !== 'pending' && status !== 'reserved') || !since || Number.isNaN(since.getTime())) return [];
  return [
    {
      sid,
      channel: typeof channel === 'string' ? channel : '',
      queue: typeof queue === 'string' ? queue : '',
      status,
      since: since.toISOString(),
    },
  ];
}

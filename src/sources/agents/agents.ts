import { isRecord } from '../../model/metric/fieldChecks';
import type { FlexSession, SourceKind } from '../SourceKind';
import { LiveSource, type AgentTimes, type LiveView } from './LiveSource';
import { readAgents } from './readAgents';
import { quoted } from './SplitQuery';

/** Who is logged in, in which activity since when, and with which tasks: by two live queries of Flex's own client. */
export const agents = (times: AgentTimes = {}): SourceKind => ({
  name: 'agents',
  open: (documents, flex) => new LiveSource(documents, flex, viewOfAgents(flex), times),
});

const viewOfAgents = ({ activities, agentSettings }: FlexSession): LiveView => ({
  queries: [
    {
      index: 'tr-worker',
      where: withoutActivities(agentSettings.offline),
      splitBy: ['team_sid', 'activity_name'],
    },
    {
      index: 'tr-reservation',
      where: '',
      splitBy: ['status', 'queue_name', 'task_channel_unique_name'],
    },
  ],
  read([workers = {}, reservations = {}], data) {
    const available = new Map([...activities()].map(({ name, available: is }) => [name, is]));
    return readAgents(workers, reservations, {
      ...agentSettings,
      queues: queueNames(data),
      isAvailable: (name) => available.get(name) ?? false,
    });
  },
  partOf(count, data) {
    const total = loggedIn(data, agentSettings.offline);
    return total !== undefined && total > count
      ? { count, all: total, of: 'agents' }
      : { count, all: count, of: 'agents', isAtLeast: true };
  },
});

/** Those who are logged out would count towards the most that an answer may have. */
const withoutActivities = (names: readonly string[]): string =>
  names.length === 0
    ? ''
    : names.length === 1
      ? `data.activity_name != ${quoted(names[0] ?? '')}`
      : `data.activity_name NOT_IN [${names.map(quoted).join(', ')}]`;

function queueNames(data: unknown): ReadonlyMap<string, string> {
  const queues = isRecord(data) && Array.isArray(data.queues) ? (data.queues as readonly unknown[]) : [];
  return new Map(
    queues.flatMap((queue) =>
      isRecord(queue) && typeof queue.sid === 'string' && typeof queue.friendly_name === 'string'
        ? [[queue.sid, queue.friendly_name] as const]
        : [],
    ),
  );
}

/** How many agents are logged in, as the workspace's statistics count; undefined while there are none. */
function loggedIn(data: unknown, offline: readonly string[]): number | undefined {
  const statistics = ['workspace_statistics', 'realtime', 'activity_statistics'].reduce<unknown>(
    (part, key) => (isRecord(part) ? part[key] : undefined),
    data,
  );
  if (!Array.isArray(statistics)) return undefined;
  return (statistics as readonly unknown[]).reduce<number>(
    (sum, entry) =>
      isRecord(entry) && typeof entry.workers === 'number' && !offline.includes(String(entry.friendly_name))
        ? sum + entry.workers
        : sum,
    0,
  );
}

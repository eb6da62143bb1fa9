import type { SyncClient } from 'twilio-sync';
import { isRecord } from '../../metric/fieldChecks';
import { valueOf, type Loaded } from '../../metric/Loaded';
import type { SourceFault } from '../../metric/Problem';
import type { Completeness } from '../../metric/Reading';
import { Subject } from '../../model/Observable';
import type { DocumentSources } from '../DashboardSources';
import type { FlexSession, SourceKind } from '../SourceKind';
import { shareUnchanged } from '../sync/shareUnchanged';
import { readAgents } from './readAgents';
import { quoted, SplitQuery } from './SplitQuery';

/** Times in milliseconds. */
export interface AgentTimes {
  /** Changes are gathered for so long. @default 1000 */
  readonly gatherFor?: number;
  /** How long it is worked on after the last use. @default 60000 */
  readonly lingerFor?: number;
  /** How often a lost or failed query is asked again. @default 10000 */
  readonly retryAfter?: number;
  /** After a reconnection the client is given so long to catch up, and the agents count as those of before. @default 3000 */
  readonly settleFor?: number;
}

/** Without a connection agents are old at once: their times go on, and nobody hears of changes. Seconds. */
const staleAfterSeconds = 2;

/** Who is logged in, in which activity since when, and with which tasks: by two live queries of Flex's own client. */
export const agents = (times: AgentTimes = {}): SourceKind => ({
  name: 'agents',
  open: (documents, flex) => new AgentsSource(documents, flex, times),
});

const loading: Loaded<unknown> = { status: 'loading' };

class AgentsSource {
  private readonly state = new Subject<Loaded<unknown>>(loading);
  private users = 0;
  private following: { stop(): void } | undefined;
  private lingering: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly documents: DocumentSources,
    private readonly flex: FlexSession,
    private readonly times: AgentTimes,
  ) {}

  readonly get = (): Loaded<unknown> => this.state.get();

  /** The queries are open while somebody subscribes, and for a while after. */
  readonly subscribe = (onChange: () => void): (() => void) => {
    const leave = this.state.subscribe(onChange);
    let isOver = false;
    this.users += 1;
    clearTimeout(this.lingering);
    this.following ??= followAgents(this.documents, this.flex, this.times, (state) => this.state.set(state));
    return () => {
      leave();
      if (isOver) return;
      isOver = true;
      this.users -= 1;
      if (this.users > 0) return;
      this.lingering = setTimeout(() => {
        this.following?.stop();
        this.following = undefined;
        this.state.set(loading);
      }, this.times.lingerFor ?? 60_000);
    };
  };
}

/** The client asked, and its two queries. */
interface Asked {
  readonly client: SyncClient;
  readonly workers: SplitQuery;
  readonly reservations: SplitQuery;
  stop(): void;
}

function followAgents(
  { data, clock }: DocumentSources,
  { insightsClient, activities, agentSettings }: FlexSession,
  { gatherFor = 1000, retryAfter = 10_000, settleFor = 3000 }: AgentTimes,
  onState: (state: Loaded<unknown>) => void,
): { stop(): void } {
  const { offline } = agentSettings;
  let asked: Asked | undefined;
  let known: unknown;
  let problem: string | undefined;
  /** Since when news may be missing; undefined while none is. By Twilio's clock. */
  let lostAt: number | undefined;
  let isStopped = false;
  let publishedAt = -Infinity;
  let publishing: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;

  const publish = (): void => {
    publishing = undefined;
    publishedAt = performance.now();
    if (asked?.workers.isOpen && asked.reservations.isOpen) {
      const queues = queueNames(valueOf(data.get()));
      const available = new Map([...activities()].map(({ name, available: is }) => [name, is]));
      const isAvailable = (name: string): boolean => available.get(name) ?? false;
      const found = readAgents(asked.workers.items(), asked.reservations.items(), {
        ...agentSettings,
        queues,
        isAvailable,
      });
      known = shareUnchanged(known, found);
    }
    if (known === undefined) return onState(problem === undefined ? loading : { status: 'failed', problem });
    const completeness = asked && partOf(asked, (known as readonly unknown[]).length);
    onState({
      status: 'ready',
      value: known,
      staleAfterSeconds,
      ...(lostAt === undefined ? {} : { collectedAt: lostAt }),
      ...(completeness ? { completeness } : {}),
    });
  };
  /** At once after a quiet time, and else once a second. */
  const changed = (): void => {
    if (isStopped) return;
    publishing ??= setTimeout(publish, Math.max(0, publishedAt + gatherFor - performance.now()));
  };
  const lose = (): void => {
    clearTimeout(settling);
    lostAt ??= clock.now();
    changed();
  };
  const settle = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      lostAt = undefined;
      changed();
    }, settleFor);
  };

  /** What is known stays, as old as it is, until a new answer has come. */
  const fail = (error: unknown): void => {
    problem = whyNoAgents(error);
    asked?.stop();
    asked = undefined;
    lose();
  };
  const partOf = ({ workers, reservations }: Asked, count: number): Completeness | undefined => {
    if (!workers.isCut && !reservations.isCut) return undefined;
    const total = loggedIn(valueOf(data.get()), offline);
    return total !== undefined && total > count
      ? { count, all: total, of: 'agents' }
      : { count, all: count, of: 'agents', isAtLeast: true };
  };

  const ask = (client: SyncClient): Asked => {
    let isAnswered = false;
    const onChange = (): void => {
      if (!isAnswered && workers.isOpen && reservations.isOpen) {
        isAnswered = true;
        problem = undefined;
        lostAt = undefined;
      }
      changed();
    };
    const onConnection = (): void => (client.connectionState === 'connected' ? settle() : lose());
    const query = (index: string, where: string, splitBy: readonly string[]): SplitQuery =>
      new SplitQuery({ client, index, where, splitBy, onChange, onFailure: fail });
    client.on('connectionStateChanged', onConnection);
    const workers = query('tr-worker', withoutActivities(offline), ['team_sid', 'activity_name']);
    const reservations = query('tr-reservation', '', ['status', 'queue_name', 'task_channel_unique_name']);
    return {
      client,
      workers,
      reservations,
      stop() {
        client.removeListener('connectionStateChanged', onConnection);
        [workers, reservations].forEach((each) => each.stop());
      },
    };
  };

  const look = (): void => {
    const client = insightsClient();
    if (asked && asked.client === client) return;
    if (asked) {
      asked.stop();
      asked = undefined;
      lose();
    }
    if (client) asked = ask(client);
    else fail(undefined);
  };
  look();
  const looking = setInterval(look, retryAfter);
  const leaveData = data.subscribe(changed);
  return {
    stop() {
      isStopped = true;
      leaveData();
      clearInterval(looking);
      clearTimeout(publishing);
      clearTimeout(settling);
      asked?.stop();
    },
  };
}

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

/** Why agents could not be asked for. @param error of twilio-sync; undefined where Flex has no client */
function whyNoAgents(error: unknown): SourceFault | string {
  if (error === undefined) return 'no-client';
  const { status, message } = Object(error) as { readonly status?: unknown; readonly message?: unknown };
  if (status === 401 || status === 403) return 'no-permission';
  if (status === 429) return 'throttled';
  return String(message ?? error);
}

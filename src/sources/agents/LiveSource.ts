import type { SyncClient } from 'twilio-sync';
import { valueOf, type Loaded } from '../../model/metric/Loaded';
import type { SourceFault } from '../../model/metric/Problem';
import type { Completeness } from '../../model/metric/Reading';
import { Store } from '../../model/store/Store';
import type { DocumentSources } from '../DashboardSources';
import type { FlexSession } from '../SourceKind';
import { shareUnchanged } from '../sync/shareUnchanged';
import type { Items } from './readAgents';
import { SplitQuery, type SplitQueryOptions } from './SplitQuery';

/** Times in milliseconds. */
export interface AgentTimes {
  /** Changes are gathered for so long. @default 1000 */
  readonly gatherFor?: number;
  /** How long it is worked on after the last use. @default 60000 */
  readonly lingerFor?: number;
  /** How often a lost or failed query is asked again. @default 10000 */
  readonly retryAfter?: number;
  /** After so long without news a query asks whether the connection still works. @default 45000 */
  readonly quietFor?: number;
  /** And without an answer for so long, it does not. @default 30000 */
  readonly answerWithin?: number;
}

/** Without a connection agents are old at once: their times go on, and nobody hears of changes. Seconds. */
const staleAfterSeconds = 2;
/** A query that finds nothing, and so costs next to nothing. */
const nobody = 'data.worker_sid == ""';

/** What is asked of Flex's own client, and what is made of the answers. */
export interface LiveView {
  readonly queries: readonly Pick<SplitQueryOptions, 'index' | 'where' | 'splitBy'>[];
  /** @param answers the items of each query; @param data the dashboard data */
  read(answers: readonly Items[], data: unknown): readonly unknown[];
  /** Of how many, where an answer was cut. */
  partOf(count: number, data: unknown): Completeness;
}

const loading: Loaded<unknown> = { status: 'loading' };

/** Live queries, which are open while somebody subscribes and for a while after. */
export class LiveSource {
  private readonly state = new Store<Loaded<unknown>>(loading);
  private users = 0;
  private following: { stop(): void } | undefined;
  private lingering: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly documents: DocumentSources,
    private readonly flex: Pick<FlexSession, 'insightsClient'>,
    private readonly view: LiveView,
    private readonly times: AgentTimes,
  ) {}

  readonly get = (): Loaded<unknown> => this.state.get();

  readonly subscribe = (onChange: () => void): (() => void) => {
    const leave = this.state.subscribe(onChange);
    let isOver = false;
    this.users += 1;
    clearTimeout(this.lingering);
    this.following ??= followQueries(this.documents, this.flex, this.view, this.times, (state) =>
      this.state.set(state),
    );
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

/** The client asked, and its queries. */
interface Asked {
  readonly client: SyncClient;
  readonly queries: readonly SplitQuery[];
  stop(): void;
}

function followQueries(
  { data, clock }: DocumentSources,
  { insightsClient }: Pick<FlexSession, 'insightsClient'>,
  view: LiveView,
  { gatherFor = 1000, retryAfter = 10_000, quietFor = 45_000, answerWithin = 30_000 }: AgentTimes,
  onState: (state: Loaded<unknown>) => void,
): { stop(): void } {
  let asked: Asked | undefined;
  let known: unknown;
  let problem: string | undefined;
  /** Since when news may be missing; undefined while none is. By Twilio's clock. */
  let lostAt: number | undefined;
  /** When Twilio last said something. */
  let heardAt = clock.now();
  let isStopped = false;
  let publishedAt = -Infinity;
  let publishing: ReturnType<typeof setTimeout> | undefined;
  let awaiting: ReturnType<typeof setTimeout> | undefined;
  /** Whether news was already missing at the last look, although the client was connected. */
  let wasBehind = false;

  const publish = (): void => {
    publishing = undefined;
    publishedAt = performance.now();
    if (asked?.queries.every(isOpen))
      known = shareUnchanged(
        known,
        view.read(
          asked.queries.map((query) => query.items()),
          valueOf(data.get()),
        ),
      );
    if (known === undefined) return onState(problem === undefined ? loading : { status: 'failed', problem });
    const completeness = asked?.queries.some(({ isCut }) => isCut)
      ? view.partOf((known as readonly unknown[]).length, valueOf(data.get()))
      : undefined;
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
  const hear = (): void => {
    heardAt = clock.now();
    clearTimeout(awaiting);
    awaiting = undefined;
  };
  const lose = (since = clock.now()): void => {
    asked?.queries.forEach((query) => query.doubt());
    lostAt ??= since;
    changed();
  };

  /** What is known stays, as old as it is, until a new answer has come. */
  const fail = (error: unknown): void => {
    problem = whyNoAgents(error);
    asked?.stop();
    asked = undefined;
    lose();
  };
  const ask = (client: SyncClient): Asked => {
    wasBehind = false;
    const onChange = (): void => {
      if (queries.every(isOpen)) problem = undefined;
      if (client.connectionState === 'connected' && queries.every(isCurrent)) {
        hear();
        lostAt = undefined;
      } else if (problem === undefined) lostAt ??= clock.now();
      changed();
    };
    const onConnection = (): void => {
      if (client.connectionState !== 'connected') lose();
    };
    client.on('connectionStateChanged', onConnection);
    const queries: SplitQuery[] = [];
    for (const query of view.queries)
      queries.push(new SplitQuery({ ...query, client, onChange, onFailure: fail }));
    return {
      client,
      queries,
      stop() {
        client.removeListener('connectionStateChanged', onConnection);
        queries.forEach((each) => each.stop());
      },
    };
  };

  const askAnew = (client: SyncClient): void => {
    asked?.stop();
    lose();
    asked = ask(client);
  };
  /** A connection that a router lost stays open, and nobody is told: only an answer shows that it works. */
  const askIfStillThere = (client: SyncClient): void => {
    awaiting = setTimeout(() => lose(heardAt), answerWithin);
    client
      .instantQuery('tr-worker')
      .then((query) => query.search(nobody))
      .then(hear, (error: unknown) => {
        // A refusal is an answer, too.
        if (Number((Object(error) as { readonly status?: unknown }).status) > 0) hear();
      });
  };
  const review = ({ client, queries }: Asked): void => {
    if (client.connectionState !== 'connected' || !queries.every(isOpen)) return;
    const isBehind = lostAt !== undefined;
    if (isBehind && wasBehind) return askAnew(client);
    wasBehind = isBehind;
    if (!isBehind && awaiting === undefined && clock.now() - heardAt >= quietFor) askIfStillThere(client);
  };

  const look = (): void => {
    const client = insightsClient();
    if (asked && asked.client === client) return review(asked);
    if (client && asked) askAnew(client);
    else if (client) asked = ask(client);
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
      clearTimeout(awaiting);
      asked?.stop();
    },
  };
}

const isOpen = (query: SplitQuery): boolean => query.isOpen;
const isCurrent = (query: SplitQuery): boolean => query.isCurrent;

/** Why agents could not be asked for. @param error of twilio-sync; undefined where Flex has no client */
function whyNoAgents(error: unknown): SourceFault | string {
  if (error === undefined) return 'no-client';
  const { status, message } = Object(error) as { readonly status?: unknown; readonly message?: unknown };
  if (status === 401 || status === 403) return 'no-permission';
  if (status === 429) return 'throttled';
  return String(message ?? error);
}

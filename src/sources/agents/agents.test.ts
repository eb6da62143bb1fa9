/** The source over the real twilio-sync, an emulated Sync and a contact centre. */
import type { SyncClient } from 'twilio-sync';
import { numberedAgents } from '../../../emulator/scenarios/agents';
import { startSync, type RunningSync } from '../../../emulator/sync/testing/startSync';
import { SyncClients } from '../../../emulator/sync/testing/syncClients';
import { liveIndexes } from '../../../emulator/taskrouter/liveIndexes';
import { agent, smallContactCentre } from '../../../emulator/taskrouter/testing/smallContactCentre';
import { issueToken } from '../../../emulator/token';
import type { Loaded } from '../../model/metric/Loaded';
import { memorySources } from '../memory/memorySources';
import type { Source } from '../Source';
import type { Agent, AgentSettings } from './Agent';
import { agents } from './agents';
import type { AgentTimes } from './LiveSource';
import { waitingTasks, type WaitingTask } from './waitingTasks';

const settings: AgentSettings = {
  attributes: ['full_name', 'team_name', 'routing.skills'],
  offline: ['Offline'],
  showsNames: true,
};
const times = { gatherFor: 20, lingerFor: 20, retryAfter: 50 };

let running: RunningSync;
let clients: SyncClients;
let centre: ReturnType<typeof smallContactCentre>;
let client: SyncClient | undefined;
let documents: ReturnType<typeof memorySources>;
const leave: (() => void)[] = [];

beforeEach(async () => {
  centre = smallContactCentre([
    {
      ...agent('ada@example.com', 'Available'),
      attributes: {
        full_name: 'Ada Okafor',
        phone: '+15550100',
        routing: { skills: ['returns'], levels: {} },
      },
    },
    agent('ben@example.com', 'Break', ['Sales']),
    agent('eve@example.com', 'Offline'),
  ]);
  running = await startSync({ indexes: liveIndexes(centre.contactCentre) });
  clients = new SyncClients(running.socketUrl);
  client = clients.connect(issueToken({ identity: 'sup' }), { productId: 'flex_insights' });
  documents = memorySources({
    data: { queues: [{ sid: centre.contactCentre.queue('Support').sid, friendly_name: 'Support' }] },
  });
});
afterEach(async () => {
  leave.splice(0).forEach((end) => end());
  await clients.shutdown();
  await running.stop();
});

const open = (change: Partial<AgentSettings> = {}, more: AgentTimes = {}): Source<unknown> =>
  agents({ ...times, ...more }).open(documents, {
    insightsClient: () => client,
    activities: () =>
      centre.contactCentre.activities().map(({ friendlyName: name, available }) => ({ name, available })),
    agentSettings: { ...settings, ...change },
  });

type Ready = Extract<Loaded<readonly Agent[]>, { status: 'ready' }>;

/** Subscribes until the test ends, and waits for a state. */
function until(source: Source<unknown>, isSo: (state: Loaded<readonly Agent[]>) => boolean): Promise<Ready> {
  return new Promise((resolve) => {
    const look = (): void => {
      const state = source.get() as Loaded<readonly Agent[]>;
      if (isSo(state)) resolve(state as Ready);
    };
    leave.push(source.subscribe(look));
    look();
  });
}
const untilReady = (source: Source<unknown>, isSo: (state: Ready) => boolean = () => true): Promise<Ready> =>
  until(source, (state) => state.status === 'ready' && isSo(state));
const isCurrent = ({ collectedAt }: Ready): boolean => collectedAt === undefined;
const isMarked = (state: Ready): boolean => !isCurrent(state);
const queries = (): readonly unknown[] =>
  running.journal.entries({ hop: 'live-query' }).map(({ details }) => [details.index, details.expression]);
const untilAsked = async (count: number): Promise<void> => {
  while (queries().length < count) await new Promise((resolve) => setTimeout(resolve, 20));
};

describe('the source of agents', () => {
  it('asks two queries, once somebody needs it, which leave out who is logged out', async () => {
    const source = open();
    expect(source.get()).toEqual({ status: 'loading' });
    expect(queries()).toEqual([]);
    await untilReady(source);
    await untilReady(source);
    expect(queries()).toEqual([
      ['tr-worker', 'data.activity_name != "Offline"'],
      ['tr-reservation', ''],
    ]);
  });

  it('gives who is in which activity since when, and drops attributes that are not allowed', async () => {
    const { value, ...state } = await untilReady(open(), isCurrent);
    expect(value).toEqual([
      {
        sid: centre.contactCentre.worker('ada@example.com').sid,
        name: 'Ada Okafor',
        activity: 'Available',
        since: '2026-11-22T12:00:00.000Z',
        available: true,
        team: null,
        queues: ['Support'],
        skills: ['returns'],
        tasks: [],
        attributes: { full_name: 'Ada Okafor', routing: { skills: ['returns'] } },
      },
      expect.objectContaining({ name: 'ben@example.com', activity: 'Break', available: false, queues: [] }),
    ]);
    expect(state).toEqual({ status: 'ready', staleAfterSeconds: 2 });
  });

  it('gives initials to those who may not see names', async () => {
    const { value } = await untilReady(open({ showsNames: false }));
    expect(JSON.stringify(value)).not.toMatch(/Ada|ben/);
    expect(value.map(({ name }) => name)).toEqual(['AO', 'B']);
  });

  it('follows activities and tasks as they change, and leaves unchanged agents as they are', async () => {
    const source = open();
    const before = await untilReady(source);
    centre.pass(5);
    const task = centre.contactCentre.addTask({ queue: 'Support' });
    const [reservation] = centre.contactCentre.reservations();
    const taskOf = ({ value }: Ready) => value[0]?.tasks[0];
    const offered = await untilReady(source, (state) => taskOf(state) !== undefined);
    expect(taskOf(offered)).toEqual({
      sid: task.sid,
      channel: 'voice',
      queue: 'Support',
      status: 'pending',
      since: '2026-11-22T12:00:05.000Z',
    });
    expect(offered.value[1]).toBe(before.value[1]);
    centre.contactCentre.acceptReservation(reservation?.sid ?? '');
    await untilReady(source, (state) => taskOf(state)?.status === 'accepted');
    centre.contactCentre.wrapUpTask(task.sid);
    await untilReady(source, (state) => taskOf(state)?.status === 'wrapping');
    centre.contactCentre.completeTask(task.sid);
    centre.contactCentre.setWorkerActivity('ada@example.com', 'Offline');
    await untilReady(source, ({ value }) => value.length === 1);
  });

  it('keeps agents while the connection is lost, says since when, and catches up', async () => {
    const source = open();
    await untilReady(source);
    const reconnect = clients.cutOff();
    const lost = await untilReady(source, ({ collectedAt }) => collectedAt !== undefined);
    expect(lost.value).toHaveLength(2);
    centre.contactCentre.setWorkerActivity('eve@example.com', 'Available');
    reconnect();
    await untilReady(source, ({ collectedAt, value }) => collectedAt === undefined && value.length === 3);
  });

  it('marks agents after a reconnection until Twilio has told what was missed', async () => {
    const source = open();
    await untilReady(source, isCurrent);
    const reconnect = clients.cutOff();
    await untilReady(source, isMarked);
    centre.contactCentre.setWorkerActivity('eve@example.com', 'Available');
    // Twilio knows nothing of the two queries any more, and is slow to answer them again.
    jest.spyOn(running.sync.queries, 'find').mockReturnValueOnce(undefined).mockReturnValueOnce(undefined);
    running.faults.order({ target: 'live-query', times: 2, delayMs: 400 });
    const untrue: Ready[] = [];
    leave.push(
      source.subscribe(() => {
        const state = source.get() as Ready;
        if (isCurrent(state) && state.value.length !== 3) untrue.push(state);
      }),
    );
    reconnect();
    await untilReady(source, (state) => isCurrent(state) && state.value.length === 3);
    expect(untrue).toEqual([]);
  });

  it('marks agents when a connection is open and says nothing more', async () => {
    const source = open({}, { quietFor: 300, answerWithin: 200 });
    await untilReady(source, isCurrent);
    await untilAsked(3);
    const quietSince = Date.now();
    running.sync.silenceSockets();
    centre.contactCentre.setWorkerActivity('eve@example.com', 'Available');
    const { value, collectedAt } = await untilReady(source, isMarked);
    expect(value).toHaveLength(2);
    expect(collectedAt).toBeLessThanOrEqual(quietSince);
  });

  it('does not mark agents while nothing changes and the connection works', async () => {
    const source = open({}, { quietFor: 300, answerWithin: 200 });
    await untilReady(source, isCurrent);
    await untilAsked(3);
    const marked: Ready[] = [];
    leave.push(
      source.subscribe(() => {
        const state = source.get() as Ready;
        if (isMarked(state)) marked.push(state);
      }),
    );
    await untilAsked(6);
    expect(queries()[5]).toEqual(['tr-worker', 'data.worker_sid == ""']);
    expect(marked).toEqual([]);
  });

  it.each([
    [403, 54007, 'no-permission'],
    [400, 54507, 'Ordered fault on live-query (status: 400, code: 54507)'],
  ])('says why a query is refused with %d, and asks again', async (status, code, problem) => {
    running.faults.order({ target: 'live-query', times: 1, request: 'tr-worker', status, code });
    const source = open();
    await expect(until(source, (state) => state.status === 'failed')).resolves.toEqual({
      status: 'failed',
      problem,
    });
    await untilReady(source);
  });

  it('is loading while queries are throttled, and has agents once they are not', async () => {
    running.faults.order({ target: 'live-query', times: 1, request: 'tr-worker', status: 429, code: 54006 });
    const source = open();
    const states: string[] = [];
    leave.push(source.subscribe(() => states.push(source.get().status)));
    const { value } = await untilReady(source);
    expect(value).toHaveLength(2);
    expect(states).not.toContain('failed');
  });

  it('leaves out an agent who is deleted, and follows another into an activity that is new', async () => {
    const source = open();
    await untilReady(source);
    centre.contactCentre.setWorkerActivity('ada@example.com', 'Offline');
    centre.contactCentre.removeWorker('ada@example.com');
    await untilReady(source, ({ value }) => value.length === 1);
    centre.contactCentre.addActivity('Siesta', false);
    centre.contactCentre.setWorkerActivity('ben@example.com', 'Siesta');
    await untilReady(source, ({ value }) => value[0]?.activity === 'Siesta');
  });

  it('fails without a client of Flex, and follows the one that comes', async () => {
    const kept = client;
    client = undefined;
    const source = open();
    await expect(until(source, (state) => state.status === 'failed')).resolves.toMatchObject({
      problem: 'no-client',
    });
    client = kept;
    await untilReady(source);
    client = clients.connect(issueToken({ identity: 'sup' }), { productId: 'flex_insights' });
    await untilReady(source, () => queries().length === 4);
    centre.contactCentre.setWorkerActivity('eve@example.com', 'Break');
    await untilReady(source, ({ value, collectedAt }) => value.length === 3 && collectedAt === undefined);
  });

  it('forgets agents a while after the last use, and asks anew for the next', async () => {
    const source = open();
    await untilReady(source);
    leave.splice(0).forEach((end) => end());
    await new Promise<void>((resolve) => {
      const look = (): void => (source.get().status === 'loading' ? resolve() : void setTimeout(look, 5));
      look();
    });
    const before = queries().length;
    await untilReady(source);
    expect(queries().length).toBeGreaterThanOrEqual(before + 2);
  });
});

describe('the source of waiting tasks', () => {
  it('follows tasks until an agent accepts them, the oldest first, without their attributes', async () => {
    const { contactCentre } = centre;
    const first = contactCentre.addTask({ queue: 'Sales', attributes: { from: '+15550100' } });
    centre.pass(5);
    const second = contactCentre.addTask({ queue: 'Support' });
    const source = waitingTasks(documents, { insightsClient: () => client }, times);
    const tasksIn = ({ value }: Ready) => value as unknown as readonly WaitingTask[];
    const { value } = await untilReady(source, (state) => state.value.length === 2);
    expect(value).toEqual([
      {
        sid: first.sid,
        channel: 'voice',
        queue: 'Sales',
        status: 'pending',
        since: '2026-11-22T12:00:00.000Z',
      },
      {
        sid: second.sid,
        channel: 'voice',
        queue: 'Support',
        status: 'reserved',
        since: '2026-11-22T12:00:05.000Z',
      },
    ]);
    expect(queries()).toEqual([['tr-task', 'data.status IN ["pending", "reserved"]']]);
    contactCentre.acceptReservation(contactCentre.reservations()[0]?.sid ?? '');
    const left = await untilReady(source, (state) => state.value.length === 1);
    expect(tasksIn(left)[0]?.sid).toBe(first.sid);
  });
});

describe('the source of agents given more than an answer holds', () => {
  beforeEach(() => {
    running.sync.queries.atMost = 200;
  });
  const addAgents = (count: number, team?: string): void =>
    numberedAgents(count, 'Available').forEach((plan) =>
      centre.contactCentre.addWorker({ ...plan, attributes: team ? { team_name: team } : {} }),
    );

  it('asks by team, and has them all', async () => {
    numberedAgents(298, 'Available').forEach((plan) => centre.contactCentre.addWorker(plan));
    for (const name of ['ada@example.com', 'ben@example.com']) {
      centre.contactCentre.setWorkerAttributes(name, { team_name: 'Team 1' });
    }
    const { value, completeness } = await untilReady(open(), (state) => !state.completeness);
    expect(value).toHaveLength(300);
    expect(completeness).toBeUndefined();
  });

  it('asks by activity where agents have no team', async () => {
    addAgents(150);
    numberedAgents(250, 'Break')
      .slice(150)
      .forEach((plan) => centre.contactCentre.addWorker({ ...plan, attributes: {} }));
    const { value } = await untilReady(open(), (state) => !state.completeness);
    expect(value).toHaveLength(252);
  });

  it('says how many of how many it has when no parts help', async () => {
    addAgents(258, 'Team 1');
    for (const name of ['ada@example.com', 'ben@example.com'])
      centre.contactCentre.setWorkerAttributes(name, { team_name: 'Team 1' });
    centre.contactCentre.setWorkerActivity('ben@example.com', 'Available');
    const source = open();
    const atLeast = await untilReady(source, ({ completeness }) => completeness !== undefined);
    expect(atLeast.completeness).toEqual({ count: 200, all: 200, of: 'agents', isAtLeast: true });
    documents.setData({
      workspace_statistics: {
        realtime: {
          activity_statistics: [
            { friendly_name: 'Available', workers: 260 },
            { friendly_name: 'Offline', workers: 1 },
          ],
        },
      },
    });
    const { completeness } = await untilReady(source, (state) => state.completeness?.all === 260);
    expect(completeness).toEqual({ count: 200, all: 260, of: 'agents' });
  });
});

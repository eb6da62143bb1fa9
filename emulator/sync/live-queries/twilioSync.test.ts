import type { SyncClient } from 'twilio-sync';
import { agent, smallContactCentre } from '../../taskrouter/testing/smallContactCentre';
import { liveIndexes } from '../../taskrouter/liveIndexes';
import { issueToken } from '../../token';
import { nextEvent, SyncClients, untilState } from '../testing/syncClients';
import { startSync, type RunningSync } from '../testing/startSync';

/** Flex's own client, over a small contact centre. */
describe('a live query of twilio-sync', () => {
  let running: RunningSync;
  let clients: SyncClients;
  let client: SyncClient;
  const { contactCentre, pass } = smallContactCentre([
    agent('ada', 'Available'),
    agent('ben', 'Break', ['Sales']),
  ]);

  beforeAll(async () => {
    running = await startSync({ indexes: liveIndexes(contactCentre) });
    clients = new SyncClients(running.socketUrl);
    client = clients.connect(issueToken({ identity: 'supervisor' }), { productId: 'flex_insights' });
  });
  afterAll(async () => {
    await clients.shutdown();
    await running.stop();
  });

  type Query = Awaited<ReturnType<SyncClient['liveQuery']>>;
  const open = (index: string, expression = ''): Promise<Query> => client.liveQuery(index, expression);
  const inQuery = (query: Query): readonly Record<string, unknown>[] =>
    Object.values(query.getItems()) as Record<string, unknown>[];
  /** Waits for what may have come already. */
  const until = async (query: Query, isSo: () => boolean): Promise<void> => {
    while (!isSo()) await Promise.race([nextEvent(query, 'itemUpdated'), nextEvent(query, 'itemRemoved')]);
  };
  const refusal = async (index: string, expression: string): Promise<unknown> =>
    open(index, expression).catch((error: unknown) => error);

  it('begins with all agents, each with activity, time, queues and attributes', async () => {
    const query = await open('tr-worker');
    expect(inQuery(query)).toEqual([
      expect.objectContaining({
        friendly_name: 'ada',
        activity_name: 'Available',
        date_activity_changed: '2026-11-22T12:00:00.000Z',
        queue_sids: [contactCentre.queue('Support').sid],
        attributes: {},
      }),
      expect.objectContaining({ friendly_name: 'ben', activity_name: 'Break' }),
    ]);
    query.close();
  });

  it('tells of an agent who comes to match, changes, and matches no more', async () => {
    const query = await open('tr-worker', 'data.activity_name == "Lunch Break"');
    expect(inQuery(query)).toEqual([]);
    pass(5);
    contactCentre.setWorkerActivity('ada', 'Lunch Break');
    await until(query, () => inQuery(query).length === 1);
    expect(inQuery(query)).toMatchObject([{ date_activity_changed: '2026-11-22T12:00:05.000Z' }]);
    contactCentre.setWorkerAttributes('ada', { full_name: 'Ada' });
    await until(query, () => JSON.stringify(inQuery(query)).includes('Ada'));
    contactCentre.setWorkerActivity('ada', 'Available');
    await until(query, () => inQuery(query).length === 0);
    query.close();
  });

  it('follows a reservation from its offer to its end', async () => {
    const query = await open('tr-reservation');
    const statuses = (): readonly unknown[] => inQuery(query).map(({ status }) => status);
    const task = contactCentre.addTask({ queue: 'Support' });
    const [reservation] = contactCentre.reservations();
    await until(query, () => statuses().length === 1);
    expect(inQuery(query)).toMatchObject([
      { task_sid: task.sid, status: 'pending', task_channel_unique_name: 'voice', queue_name: 'Support' },
    ]);
    contactCentre.acceptReservation(reservation?.sid ?? '');
    await until(query, () => statuses()[0] === 'accepted');
    contactCentre.wrapUpTask(task.sid);
    await until(query, () => statuses()[0] === 'wrapup');
    contactCentre.completeTask(task.sid);
    await until(query, () => statuses().length === 0);
    query.close();
  });

  it('finds open tasks and queues', async () => {
    const task = contactCentre.addTask({ queue: 'Sales' });
    const [tasks, queues] = [await open('tr-task'), await open('tr-queue')];
    expect(inQuery(tasks)).toMatchObject([{ task_sid: task.sid, status: 'pending', queue_name: 'Sales' }]);
    expect(inQuery(queues)).toMatchObject([{ queue_name: 'Support' }, { queue_name: 'Sales' }]);
    contactCentre.cancelTask(task.sid, 'gone');
    await until(tasks, () => inQuery(tasks).length === 0);
    [tasks, queues].forEach((query) => query.close());
  });

  it('replays what was missed while the connection was lost', async () => {
    const query = await open('tr-worker');
    const reconnect = clients.cutOff();
    await untilState(client, 'connecting');
    contactCentre.setWorkerActivity('ada', 'Break');
    contactCentre.removeWorker('ben');
    running.sync.queries.renew();
    reconnect();
    await until(query, () => inQuery(query).length === 1);
    await until(query, () => inQuery(query)[0]?.activity_name === 'Break');
    contactCentre.addWorker(agent('ben', 'Break', ['Sales']));
    query.close();
  });

  it('tells very many changes as a whole new set', async () => {
    const query = await open('tr-worker');
    for (let number = 0; number < 150; number += 1)
      contactCentre.addWorker(agent(`more ${number}`, 'Offline', []));
    await until(query, () => inQuery(query).length === 152);
    for (let number = 0; number < 150; number += 1) contactCentre.removeWorker(`more ${number}`);
    await until(query, () => inQuery(query).length === 2);
    query.close();
  });

  it('has at most so many items, if told so', async () => {
    running.sync.queries.atMost = 1;
    const query = await open('tr-worker');
    expect(inQuery(query)).toHaveLength(1);
    running.sync.queries.atMost = undefined;
    running.sync.queries.renew();
    await until(query, () => inQuery(query).length === 2);
    query.close();
  });

  it('refuses what is not the language', async () => {
    await expect(refusal('tr-worker', 'data.task_age > "5"')).resolves.toMatchObject({
      status: 400,
      code: 54507,
    });
  });

  it('fails as ordered, for want of permission', async () => {
    running.faults.order({ target: 'live-query', times: 1, request: 'tr-worker', status: 403, code: 54007 });
    await expect(refusal('tr-worker', '')).resolves.toMatchObject({ status: 403, code: 54007 });
  });

  it('answers an instant query once', async () => {
    const query = await client.instantQuery('tr-queue');
    const result = nextEvent<Record<string, unknown>>(query, 'searchResult');
    await query.search('data.queue_name == "Sales"');
    expect(Object.values(await result)).toMatchObject([{ queue_name: 'Sales' }]);
  });

  it('is not for the service of the account', async () => {
    const own = clients.connect(issueToken({ identity: 'supervisor' }));
    await expect(own.liveQuery('tr-worker', '')).rejects.toMatchObject({ status: 403 });
  });
});

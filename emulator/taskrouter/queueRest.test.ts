import { account, sid } from '../account';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { StatisticsLimits } from './StatisticsLimits';
import { startRestServer } from './testing/restServer';
import type { RestServer } from './testing/restServer';
import { agent, noon, smallContactCentre } from './testing/smallContactCentre';
import type { SmallContactCentre } from './testing/smallContactCentre';
import { taskrouterRest } from './taskrouterRest';

let server: RestServer;
let centre: SmallContactCentre;
let journal: Journal;
let faults: Faults;
let limits: StatisticsLimits;

beforeEach(async () => {
  centre = smallContactCentre([agent('ada', 'Available'), agent('ben', 'Break')]);
  journal = new Journal();
  faults = new Faults();
  const { contactCentre, now } = centre;
  limits = new StatisticsLimits(now);
  server = await startRestServer(taskrouterRest({ contactCentre, journal, faults, now, limits }));
});

afterEach(() => server.stop());

const workspace = () => server.client().taskrouter.v1.workspaces(account.workspaceSid);
const path = (rest: string): string => `/v1/Workspaces/${account.workspaceSid}/TaskQueues${rest}`;
const [support, sales] = [sid('WQ', 1), sid('WQ', 2)];

const bulk = (body: string, contentType?: string) =>
  server.request(path('/RealTimeStatistics'), { method: 'POST', body, contentType });

describe('statistics of one queue, to twilio-node', () => {
  beforeEach(() => {
    centre.contactCentre.addTask({ channel: 'chat' });
    centre.contactCentre.addTask({ queue: 'Sales' });
    centre.pass(25);
  });

  test('both halves', async () => {
    const statistics = await workspace()
      .taskQueues(sales)
      .statistics()
      .fetch({ startDate: new Date(noon), splitByWaitTime: '5,20', taskChannel: 'voice' });
    expect(statistics.taskQueueSid).toBe(sales);
    expect(statistics.url).toBe(`https://taskrouter.twilio.com${path(`/${sales}/Statistics`)}`);
    expect(statistics.realtime).toMatchObject({ total_tasks: 1, longest_relative_task_age_in_queue: 25 });
    expect(statistics.cumulative).toMatchObject({ tasks_entered: 1, start_time: '2026-11-22T12:00:00Z' });
    expect(Object.keys(statistics.cumulative.split_by_wait_time)).toEqual(['5', '20']);
  });

  test('the real-time half', async () => {
    const realTime = await workspace().taskQueues(support).realTimeStatistics().fetch();
    expect(realTime).toMatchObject({
      taskQueueSid: support,
      totalTasks: 1,
      totalEligibleWorkers: 2,
      totalAvailableWorkers: 1,
      longestTaskWaitingAge: 0,
      longestRelativeTaskAgeInQueue: 0,
      longestRelativeTaskSidInQueue: null,
      tasksByStatus: { reserved: 1 },
    });
    const voice = await workspace().taskQueues(support).realTimeStatistics().fetch({ taskChannel: 'voice' });
    expect(voice.totalTasks).toBe(0);
  });

  test('the cumulative half', async () => {
    const cumulative = await workspace().taskQueues(support).cumulativeStatistics().fetch({ minutes: 5 });
    expect(cumulative).toMatchObject({
      taskQueueSid: support,
      tasksEntered: 1,
      reservationsCreated: 1,
      waitDurationInQueueUntilAccepted: { avg: 0, min: 0, max: 0, total: 0 },
      splitByWaitTime: null,
    });
  });

  test('not for a queue that there is not, nor for a name in place of a SID', async () => {
    await expect(workspace().taskQueues(sid('WQ', 9)).statistics().fetch()).rejects.toMatchObject({
      status: 404,
      code: 20404,
    });
    expect((await server.request(path('/Sales/Statistics'))).status).toBe(404);
  });
});

describe('statistics of all queues', () => {
  test('lists every queue once over several pages to twilio-node, with both halves and no address', async () => {
    centre.contactCentre.addQueues(5);
    centre.contactCentre.addTask({ queue: 'Sales 2' });
    const all = await workspace().taskQueues.statistics.list({ pageSize: 2, splitByWaitTime: '20' });
    expect(all.map(({ taskQueueSid }) => taskQueueSid)).toEqual(
      centre.contactCentre.queues().map((queue) => queue.sid),
    );
    expect(all.map(({ realtime }) => realtime.total_tasks)).toEqual([0, 0, 0, 1, 0, 0, 0]);
    expect(all[3]?.cumulative).toMatchObject({
      tasks_entered: 1,
      split_by_wait_time: { '20': expect.anything() },
    });
    const { body } = await server.request(path('/Statistics?PageSize=1'));
    expect(Object.keys(JSON.parse(body))).toEqual(['task_queues_statistics', 'meta']);
    expect(JSON.parse(body).task_queues_statistics[0]).not.toHaveProperty('url');
  });

  test('filters by name', async () => {
    const all = await workspace().taskQueues.statistics.list({ friendlyName: 'Sales' });
    expect(all.map(({ taskQueueSid }) => taskQueueSid)).toEqual([sales]);
    expect(await workspace().taskQueues.statistics.list({ friendlyName: 'sales' })).toEqual([]);
  });

  test('misses none and repeats none when a queue goes between two pages', async () => {
    centre.contactCentre.addQueues(2);
    const first = JSON.parse((await server.request(path('/Statistics?PageSize=3'))).body);
    expect(first.meta).toMatchObject({ page: 0, page_size: 3, previous_page_url: null });
    centre.contactCentre.removeQueue('Support 2');
    const next = new URL(first.meta.next_page_url);
    expect(next.searchParams.get('PageToken')).not.toBeNull();
    const second = JSON.parse((await server.request(next.pathname + next.search)).body);
    const sids = (page: { task_queues_statistics: { task_queue_sid: string }[] }): string[] =>
      page.task_queues_statistics.map(({ task_queue_sid }) => task_queue_sid);
    expect([...sids(first), ...sids(second)]).toEqual([1, 2, 3, 4].map((number) => sid('WQ', number)));
    expect(second.meta).toMatchObject({ page: 1, next_page_url: null });
  });

  test.each(['PageSize=0', 'PageSize=1001', 'Page=-1', 'PageToken=x', 'Minutes=0', 'TaskChannel=fax'])(
    'refuses ?%s, even where no queue is asked for',
    async (query) => {
      const { status } = await server.request(path(`/Statistics?FriendlyName=None&${query}`));
      expect(status).toBe(400);
    },
  );
});

describe('real-time statistics in bulk', () => {
  test('gives twilio-node those asked for, in that order, and zeros for a foreign one', async () => {
    centre.contactCentre.addTask({ queue: 'Sales' });
    centre.pass(7);
    const foreign = sid('WQ', 99);
    const { taskQueueResponseCount, taskQueueData } =
      await workspace().taskQueues.bulkRealTimeStatistics.create({
        queueSids: [sales, foreign, support],
      });
    expect(taskQueueResponseCount).toBe(3);
    expect(taskQueueData).toMatchObject([
      { task_queue_sid: sales, total_tasks: 1, longest_task_waiting_age: 7, tasks_by_priority: { '0': 1 } },
      { task_queue_sid: foreign, total_tasks: 0, total_eligible_workers: 0, longest_task_waiting_sid: null },
      { task_queue_sid: support, total_tasks: 0, total_eligible_workers: 2, total_available_workers: 1 },
    ]);
    expect(taskQueueData[0]).not.toHaveProperty('longest_relative_task_age_in_queue');
  });

  test.each([
    ['no list', '{}'],
    ['none', '{"queueSids":[]}'],
    ['51', JSON.stringify({ queueSids: Array.from({ length: 51 }, (_, number) => sid('WQ', number + 1)) })],
    ['what is no SID', '{"queueSids":["Sales"]}'],
    ['what is no JSON', '{"queueSids":'],
    ["the documentation's other spelling", JSON.stringify({ QueueSids: [support] })],
  ])('refuses %s', async (_what, body) => {
    const { status, body: answer } = await bulk(body);
    expect([status, JSON.parse(answer).code]).toEqual([400, 20001]);
  });

  test('refuses a form', async () => {
    const { status } = await bulk(`queueSids=${support}`, 'application/x-www-form-urlencoded');
    expect(status).toBe(400);
  });

  test('takes 50', async () => {
    const queueSids = Array.from({ length: 50 }, (_, number) => sid('WQ', number + 1));
    expect((await bulk(JSON.stringify({ queueSids }))).status).toBe(200);
  });

  test('may be asked five times a second: the sixth is refused with 429, and served a second later', async () => {
    const ask = () => workspace().taskQueues.bulkRealTimeStatistics.create({ queueSids: [support] });
    for (let request = 0; request < 5; request += 1) await ask();
    await expect(ask()).rejects.toMatchObject({ status: 429, code: 20429 });
    expect(journal.entries({ hop: 'statistics-call' }).at(-1)?.details.status).toBe(429);
    centre.pass(1);
    const { headers } = await bulk(JSON.stringify({ queueSids: [support] }));
    expect(headers).toMatchObject({ 'x-rate-limit-limit': '5', 'x-rate-limit-remaining': '4' });
  });

  test('has no limit once limits are switched off', async () => {
    limits.enabled = false;
    for (let request = 0; request < 6; request += 1)
      expect((await bulk(JSON.stringify({ queueSids: [support] }))).status).toBe(200);
  });
});

test('other statistics bear 50 requests a second, each resource for itself', async () => {
  const ask = async (resource: string): Promise<number> => (await server.request(path(resource))).status;
  for (let request = 0; request < 50; request += 1) expect(await ask('/Statistics')).toBe(200);
  expect(await ask('/Statistics')).toBe(429);
  expect(await ask(`/${support}/Statistics`)).toBe(200);
});

test('queue statistics suffer ordered faults and stand in the journal like all statistics', async () => {
  faults.order({ target: 'statistics', times: 1, status: 503 });
  expect((await bulk(JSON.stringify({ queueSids: [support] }))).status).toBe(503);
  await server.request(path('/Statistics?Minutes=5'));
  expect(journal.entries({ hop: 'statistics-call' }).map(({ summary }) => summary)).toEqual([
    'POST TaskQueues/RealTimeStatistics: 503',
    'GET TaskQueues/Statistics: 200',
  ]);
});

test('twilio-node creates, reads, renames and deletes a queue; events tell of it', async () => {
  const { taskQueues } = workspace();
  const created = await taskQueues.create({ friendlyName: 'VIP', targetWorkers: 'queues HAS "Sales"' });
  expect(created).toMatchObject({ friendlyName: 'VIP', targetWorkers: 'queues HAS "Sales"' });
  const everybody = await taskQueues.create({ friendlyName: 'Anybody' });
  expect(everybody.targetWorkers).toBe('1==1');
  await taskQueues(created.sid).update({ friendlyName: 'Very important', targetWorkers: '1==1' });
  expect(await taskQueues(created.sid).fetch()).toMatchObject({ friendlyName: 'Very important' });
  expect((await taskQueues.list({ friendlyName: 'Very important' })).map((queue) => queue.sid)).toEqual([
    created.sid,
  ]);
  expect(await taskQueues(created.sid).remove()).toBe(true);
  await expect(taskQueues(created.sid).fetch()).rejects.toMatchObject({ status: 404 });
  await expect(taskQueues(support).remove()).rejects.toMatchObject({ status: 400 });
  await expect(taskQueues.create({ friendlyName: '' })).rejects.toMatchObject({ status: 400 });
  expect(centre.eventTypes()).toEqual([
    'task-queue.created',
    'task-queue.created',
    'task-queue.expression.updated',
    'task-queue.deleted',
  ]);
});

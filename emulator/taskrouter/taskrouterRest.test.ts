import { account, sid } from '../account';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { issueToken } from '../token';
import { basic, startRestServer } from './testing/restServer';
import type { RestServer } from './testing/restServer';
import { agent, noon, smallContactCentre } from './testing/smallContactCentre';
import type { SmallContactCentre } from './testing/smallContactCentre';
import { taskrouterRest } from './taskrouterRest';

let server: RestServer;
let centre: SmallContactCentre;
let journal: Journal;
let faults: Faults;

beforeEach(async () => {
  centre = smallContactCentre([agent('ada', 'Available'), agent('ben', 'Break')]);
  journal = new Journal();
  faults = new Faults();
  const { contactCentre, now } = centre;
  server = await startRestServer(taskrouterRest({ contactCentre, journal, faults, now }));
});

afterEach(() => server.stop());

const client = (password?: string) => server.client(password);
const workspace = () => client().taskrouter.v1.workspaces(account.workspaceSid);
const get = async (path: string, authorization?: string): Promise<{ status: number; body: string }> => {
  const { status, body } = await server.request(path, { authorization });
  return { status, body };
};

const statisticsPath = `/v1/Workspaces/${account.workspaceSid}/Statistics`;

test("gives twilio-node the combined statistics with TaskRouter's own names inside", async () => {
  centre.contactCentre.addTask();
  centre.contactCentre.addTask();
  centre.pass(25);
  const statistics = await workspace()
    .statistics()
    .fetch({ startDate: new Date(noon), splitByWaitTime: '5,20' });
  expect(statistics.accountSid).toBe(account.accountSid);
  expect(statistics.realtime).toMatchObject({
    total_tasks: 2,
    longest_task_waiting_age: 25,
    tasks_by_status: { pending: 1, reserved: 1 },
  });
  expect(statistics.cumulative).toMatchObject({
    start_time: '2026-11-22T12:00:00Z',
    end_time: '2026-11-22T12:00:25Z',
    tasks_created: 2,
  });
  expect(Object.keys(statistics.cumulative.split_by_wait_time)).toEqual(['5', '20']);
});

test('gives twilio-node the real-time and the cumulative half alone', async () => {
  centre.contactCentre.addTask({ channel: 'chat' });
  const realTime = await workspace().realTimeStatistics().fetch({ taskChannel: 'voice' });
  expect(realTime).toMatchObject({ totalTasks: 0, totalWorkers: 2, longestTaskWaitingSid: null });
  const cumulative = await workspace()
    .cumulativeStatistics()
    .fetch({ minutes: 5, taskChannel: sid('TC', 2) });
  expect(cumulative).toMatchObject({
    tasksCreated: 1,
    startTime: new Date(noon - 300_000),
    splitByWaitTime: null,
  });
});

test('looks back 15 minutes given no window', async () => {
  const { cumulative } = await workspace().statistics().fetch();
  expect(cumulative).toMatchObject({ start_time: '2026-11-22T11:45:00Z', end_time: '2026-11-22T12:00:00Z' });
});

test.each([
  ['Minutes=5&StartDate=2026-11-22T06:00:00Z', /Minutes cannot be combined/],
  ['Minutes=5&EndDate=2026-11-22T06:00:00Z', /Minutes cannot be combined/],
  ['Minutes=0', /Minutes '0'/],
  ['Minutes=1.5', /Minutes '1.5'/],
  ['Minutes=43201', /Minutes '43201'/],
  ['StartDate=yesterday', /StartDate 'yesterday' is not an ISO 8601 date/],
  ['StartDate=2026-13-01T00:00:00Z', /StartDate '2026-13-01T00:00:00Z'/],
  ['EndDate=22.11.2026', /EndDate '22.11.2026'/],
  ['StartDate=2026-11-22T13:00:00Z', /later than EndDate/],
  ['StartDate=2026-10-01T00:00:00Z', /more than 30 days ago/],
  ['SplitByWaitTime=5,x', /SplitByWaitTime '5,x'/],
  ['TaskChannel=fax', /TaskChannel 'fax'/],
])('refuses ?%s', async (query, message) => {
  const { status, body } = await get(`${statisticsPath}?${query}`);
  expect(status).toBe(400);
  expect(JSON.parse(body)).toMatchObject({
    code: 20001,
    status: 400,
    message: expect.stringMatching(message),
  });
  expect(journal.entries({ hop: 'statistics-call' }).map(({ details }) => details.status)).toEqual([400]);
});

test.each([
  ['StartDate=2026-11-22T06:00:00', '2026-11-22T06:00:00Z'],
  ['StartDate=2026-11-22T17:00:00%2B11:00', '2026-11-22T06:00:00Z'],
  ['StartDate=2026-11-22', '2026-11-22T00:00:00Z'],
  ['StartDate=2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z'],
  ['Minutes=43200', '2026-10-23T12:00:00Z'],
])('reads ?%s as a window from %s', async (query, start) => {
  const { body } = await get(`${statisticsPath}?${query}`);
  expect(JSON.parse(body)).toMatchObject({ cumulative: { start_time: start } });
});

test('refuses a wrong password with 401 and a foreign workspace with 404, as twilio-node reports it', async () => {
  await expect(client('wrong').taskrouter.v1.workspaces(account.workspaceSid).fetch()).rejects.toMatchObject({
    status: 401,
    code: 20003,
  });
  await expect(client().taskrouter.v1.workspaces(sid('WS', 2)).statistics().fetch()).rejects.toMatchObject({
    status: 404,
    code: 20404,
  });
});

test('lets Flex in with its own token while it has not expired', async () => {
  const path = `/v1/Workspaces/${account.workspaceSid}/TaskQueues`;
  const withToken = (expiresInSeconds: number): Promise<{ status: number }> =>
    get(path, basic('token', issueToken({ identity: 'wall', expiresInSeconds })));
  expect((await withToken(60)).status).toBe(200);
  expect((await withToken(-1)).status).toBe(401);
  expect((await get(path, basic('token', 'nonsense'))).status).toBe(401);
});

test('records each statistics call with its resource, query and status', async () => {
  await workspace().statistics().fetch({ minutes: 5 });
  expect(journal.entries({ hop: 'statistics-call' }).map(({ details }) => details)).toEqual([
    { resource: 'Statistics', query: { Minutes: '5' }, status: 200 },
  ]);
});

test('answers with the error or the garbage that a fault orders, then as usual', async () => {
  faults.order({ target: 'statistics', times: 1, status: 429, code: 20429 });
  await expect(workspace().statistics().fetch()).rejects.toMatchObject({ status: 429, code: 20429 });
  faults.order({ target: 'statistics', times: 1, garbage: '<html>' });
  expect(await get(statisticsPath)).toEqual({ status: 200, body: '<html>' });
  expect((await get(statisticsPath)).status).toBe(200);
  expect(journal.entries({ hop: 'statistics-call' }).map(({ details }) => details.status)).toEqual([
    429, 200, 200,
  ]);
});

test('lists workers, activities, queues, channels and the workspace to twilio-node', async () => {
  expect(
    (await workspace().workers.list()).map(({ friendlyName, activityName }) => [friendlyName, activityName]),
  ).toEqual([
    ['ada', 'Available'],
    ['ben', 'Break'],
  ]);
  expect(
    (await workspace().activities.list())
      .slice(0, 2)
      .map(({ friendlyName, available }) => [friendlyName, available]),
  ).toEqual([
    ['Offline', false],
    ['Available', true],
  ]);
  expect((await workspace().taskQueues.list()).map(({ friendlyName }) => friendlyName)).toEqual([
    'Support',
    'Sales',
  ]);
  expect((await workspace().taskChannels.list()).map(({ uniqueName }) => uniqueName)).toEqual([
    'voice',
    'chat',
  ]);
  const all = await client().taskrouter.v1.workspaces.list();
  expect(all.map(({ friendlyName }) => friendlyName)).toEqual(['Flex Task Assignment']);
});

test('pages through a list that is longer than a page', async () => {
  const names = (await workspace().activities.list({ pageSize: 4 })).map(({ friendlyName }) => friendlyName);
  expect(names).toEqual(centre.contactCentre.activities().map(({ friendlyName }) => friendlyName));
  expect((await get(`/v1/Workspaces/${account.workspaceSid}/Activities?PageSize=0`)).status).toBe(400);
});

test("updates the workspace's callback and filter, and says so with an event", async () => {
  const updated = await workspace().update({
    eventCallbackUrl: 'http://127.0.0.1:9/x',
    eventsFilter: 'task.created,task.canceled',
  });
  expect(updated).toMatchObject({
    eventCallbackUrl: 'http://127.0.0.1:9/x',
    eventsFilter: 'task.created,task.canceled',
  });
  expect(centre.eventTypes()).toEqual(['workspace.updated']);
  await expect(workspace().update({ eventCallbackUrl: 'nowhere' })).rejects.toMatchObject({
    status: 400,
    code: 20001,
  });
  expect((await workspace().fetch()).eventCallbackUrl).toBe('http://127.0.0.1:9/x');
});

test('leaves what it does not emulate to the next handler', async () => {
  expect((await get(`/v1/Workspaces/${account.workspaceSid}/Nonsense`)).body).toContain('Cannot GET');
});

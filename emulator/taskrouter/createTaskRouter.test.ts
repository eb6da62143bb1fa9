import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sid } from '../account';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { createTaskRouter } from './createTaskRouter';
import type { EmulatedTaskRouter } from './createTaskRouter';
import { workspaceStatistics } from './workspaceStatistics';

let taskRouter: EmulatedTaskRouter | undefined;
let journal: Journal;

const create = (scenario: string): EmulatedTaskRouter => {
  journal = new Journal();
  taskRouter = createTaskRouter({ journal, faults: new Faults(), scenario });
  return taskRouter;
};

afterEach(() => taskRouter?.stop());

test('names the scenarios given an unknown one, and keeps the one it has', () => {
  expect(() => create('constructor')).toThrow(
    "There is no scenario 'constructor'. Scenarios: ordinary-day, lunch-rush, quiet-night, outage, still",
  );
  const { loadScenario } = create('still');
  expect(() => loadScenario('busy')).toThrow('ordinary-day, lunch-rush, quiet-night, outage, still');
  expect(taskRouter?.scenario).toBe('still');
});

test('starts a day with hours of history that the journal and the callback never hear of', () => {
  const { contactCentre, pace, scenario } = create('ordinary-day');
  expect([scenario, pace]).toEqual(['ordinary-day', 1]);
  expect(journal.entries()).toEqual([]);
  const now = Date.now();
  const anHourAgo = now - 3_600_000;
  const { cumulative } = workspaceStatistics(contactCentre.state, {
    start: anHourAgo,
    end: now,
    splits: [20],
    now,
  });
  expect(cumulative.tasks_created).toBeGreaterThan(500);
  expect(cumulative.tasks_completed).toBeGreaterThan(500);
  expect(contactCentre.tasks().every(({ createdAt }) => createdAt <= now)).toBe(true);
});

test('puts the supervisor first, Offline, with a SID that every scenario keeps', () => {
  const { contactCentre, loadScenario } = create('still');
  const before = contactCentre.worker('supervisor@example.com');
  expect(before).toMatchObject({ sid: sid('WK', 1), activityName: 'Offline' });
  loadScenario('ordinary-day');
  expect(contactCentre.worker('supervisor@example.com').sid).toBe(before.sid);
});

test('posts one workspace.updated when the callback URL is set and when a scenario is loaded', async () => {
  const types: (string | null)[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      types.push(new URLSearchParams(body).get('EventType'));
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { setEventCallback, loadScenario, settled, contactCentre } = create('still');
  setEventCallback(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await settled();
  expect(types).toEqual(['workspace.updated']);
  loadScenario('still');
  await settled();
  expect(types).toEqual(['workspace.updated', 'workspace.updated']);
  contactCentre.setWorkerActivity('ada.okafor@example.com', 'Break');
  await settled();
  expect(types.slice(2)).toEqual(['worker.activity.update']);
  expect(
    journal
      .entries()
      .map(({ hop, details }) => [hop, details.phase])
      .slice(-3),
  ).toEqual([
    ['contact-centre', undefined],
    ['event-post', 'sent'],
    ['event-post', 'answered'],
  ]);
  await taskRouter?.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('keeps the pace over a change of scenario and refuses one that is none', () => {
  const { setPace, loadScenario } = create('still');
  setPace(0);
  loadScenario('still');
  expect(taskRouter?.pace).toBe(0);
  expect(() => setPace(-1)).toThrow(RangeError);
  expect(taskRouter?.pace).toBe(0);
});

test('loads a scenario with as many queues as asked for, unheard by the journal', () => {
  const { loadScenario, contactCentre } = create('still');
  loadScenario('still', { queues: 200 });
  expect(contactCentre.queues()).toHaveLength(200);
  expect(journal.entries().map(({ details }) => details.eventType)).toEqual(['workspace.updated']);
  loadScenario('still', { queues: 3 });
  expect(contactCentre.queues()).toHaveLength(3);
  [2, 201, 3.5].forEach((queues) => expect(() => loadScenario('outage', { queues })).toThrow(RangeError));
  expect([taskRouter?.scenario, contactCentre.queues().length]).toEqual(['still', 3]);
});

test('an outage in the history of a scenario breaks nothing now', async () => {
  const cuts: number[] = [];
  const faults = new Faults();
  faults.whenSocketsAreCut((seconds) => cuts.push(seconds));
  journal = new Journal();
  taskRouter = createTaskRouter({ journal, faults, scenario: 'outage' });
  expect(cuts).toEqual([]);
  expect(journal.entries()).toEqual([]);
  expect(await faults.strike('statistics')).toEqual({});
});

test("takes the scenario's statistics lag, which can be set until the next scenario is loaded", () => {
  const { loadScenario } = create('still');
  const lag = (): number | undefined => taskRouter?.statisticsLagSeconds;
  expect(lag()).toBe(0);
  loadScenario('quiet-night');
  expect(lag()).toBe(2);
  if (taskRouter) taskRouter.statisticsLagSeconds = 5;
  expect(lag()).toBe(5);
  loadScenario('still');
  expect(lag()).toBe(0);
});

test('has its statistics limits on unless told otherwise, and keeps them over a change of scenario', () => {
  const { loadScenario } = create('still');
  expect(taskRouter?.statisticsLimits).toBe(true);
  if (taskRouter) taskRouter.statisticsLimits = false;
  loadScenario('still');
  expect(taskRouter?.statisticsLimits).toBe(false);
});

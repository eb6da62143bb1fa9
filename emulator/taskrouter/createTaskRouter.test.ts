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
    "There is no scenario 'constructor'. Scenarios: ordinary-day, still",
  );
  const { loadScenario } = create('still');
  expect(() => loadScenario('busy')).toThrow('ordinary-day, still');
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
  const { setEventCallbackUrl, loadScenario, settled, contactCentre } = create('still');
  setEventCallbackUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
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

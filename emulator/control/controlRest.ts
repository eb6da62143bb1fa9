import express from 'express';
import { account } from '../account';
import { faultTargets, type Faults } from '../faults';
import { flexRoles } from '../flex/flexPage';
import { hops, type Hop, type Journal } from '../journal';
import { scenarios } from '../scenarios';
import { numberedAgents } from '../scenarios/agents';
import type { FunctionsPlatform } from '../functions/serveBuild';
import type { Deployment } from '../serverless-api/Deployment';
import type { EmulatedSync } from '../sync/createSync';
import { mostQueues, type EmulatedTaskRouter } from '../taskrouter/createTaskRouter';
import { userNamed, users } from '../users';
import { BadRequest, numberField, optionalBooleanField, optionalNumberField, textField } from './bodyFields';
import { readFault } from './readFault';

export interface Controlled {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly sync: EmulatedSync;
  readonly taskRouter: EmulatedTaskRouter;
  /** What the documents of boards held at the start, by their unique names. */
  readonly documents: Readonly<Record<string, object>>;
  readonly functions: {
    all(): readonly Deployment[];
    platforms(): readonly Pick<FunctionsPlatform, 'processes' | 'killProcess'>[];
  };
}

const services: Readonly<Record<string, string>> = {
  account: account.defaultSyncServiceSid,
  flex: account.flexInsightsSyncServiceSid,
};

/** What people make with the editor: metrics, boards and their versions; not what the Function collects. */
const documentOfBoards = /^dashboard-(definitions|board|metrics)/;

/**
 * The emulator's own interface, for tests and for the control page; Twilio has nothing like it, so it lives under /emulator/ alone.
 * Bodies and answers are JSON; a change answers 204, a mistake 400 with `{ message }`.
 */
export function controlRest({
  journal,
  faults,
  sync,
  taskRouter,
  documents,
  functions,
}: Controlled): express.Router {
  const { contactCentre } = taskRouter;
  const router = express.Router();
  router.use(express.json());

  router.get('/state', (_request, response) => {
    response.json({
      scenario: taskRouter.scenario,
      scenarios: Object.values(scenarios).map(({ name, description }) => ({ name, description })),
      pace: taskRouter.pace,
      statisticsLagSeconds: taskRouter.statisticsLagSeconds,
      statisticsLimits: taskRouter.statisticsLimits,
      pastDiffers: taskRouter.pastDiffers,
      roles: flexRoles,
      users: users.map(({ name, fullName, roles, team }) => ({ name, fullName, roles, team })),
      faultTargets,
      hops,
      functions: functions.all(),
      connections: sync.connections,
      activities: contactCentre.activities().map(({ friendlyName }) => friendlyName),
      queues: contactCentre.queues().map(({ friendlyName }) => friendlyName),
      workers: contactCentre
        .workers()
        .map(({ friendlyName, activityName }) => ({ friendlyName, activityName })),
      tasks: contactCentre.tasks().map(({ sid, status, channel }) => ({ sid, status, channel })),
    });
  });
  router.get('/journal', (request, response) => {
    const { after, hop } = request.query;
    response.json(
      journal.entries({ after: Number(after ?? 0), ...(hop ? { hop: String(hop) as Hop } : {}) }),
    );
  });

  router.post('/scenario', (request, response) => {
    const queues = optionalNumberField(request.body, 'queues', { least: 1, most: mostQueues });
    taskRouter.loadScenario(textField(request.body, 'name'), { queues });
    response.sendStatus(204);
  });
  router.post('/pace', (request, response) => {
    taskRouter.setPace(numberField(request.body, 'pace', { least: 0, most: 100 }));
    response.sendStatus(204);
  });
  router.post('/statistics', (request, response) => {
    const lagSeconds = optionalNumberField(request.body, 'lagSeconds', { least: 0, most: 60 });
    const limits = optionalBooleanField(request.body, 'limits');
    const pastDiffers = optionalBooleanField(request.body, 'pastDiffers');
    if (pastDiffers !== undefined) taskRouter.pastDiffers = pastDiffers;
    if (lagSeconds !== undefined) taskRouter.statisticsLagSeconds = lagSeconds;
    if (limits !== undefined) taskRouter.statisticsLimits = limits;
    response.sendStatus(204);
  });
  router.post('/queues', (request, response) => {
    const most = Math.max(0, mostQueues - contactCentre.queues().length);
    contactCentre.addQueues(numberField(request.body, 'count', { least: 1, most }));
    response.sendStatus(204);
  });
  router.post('/tasks', (request, response) => {
    const { channel, queue } = request.body as { channel?: 'voice' | 'chat'; queue?: string };
    const count = numberField(request.body, 'count', { least: 1, most: 1000, otherwise: 1 });
    const tasks = Array.from({ length: count }, () =>
      contactCentre.addTask({ ...(channel ? { channel } : {}), ...(queue ? { queue } : {}) }),
    );
    response.status(201).json(tasks.map(({ sid }) => sid));
  });
  router.post('/worker-activity', (request, response) => {
    contactCentre.setWorkerActivity(textField(request.body, 'worker'), textField(request.body, 'activity'));
    response.sendStatus(204);
  });
  router.post('/workers', (request, response) => {
    const count = numberField(request.body, 'count', { least: 1, most: 1000 });
    numberedAgents(count, textField(request.body, 'activity')).forEach((plan) =>
      contactCentre.addWorker(plan),
    );
    response.sendStatus(204);
  });
  router.post('/live-queries', (request, response) => {
    const atMost = numberField(request.body, 'atMost', { least: 0, most: 10_000 });
    sync.queries.atMost = atMost === 0 ? undefined : atMost;
    sync.queries.renew();
    response.sendStatus(204);
  });
  router.post('/burst', (request, response) => {
    const count = numberField(request.body, 'events', { least: 1, most: 5000 });
    const workers = contactCentre.workers();
    // Attribute changes are events that leave every number as it is, so a burst of them is all noise.
    for (let event = 1; event <= count; event += 1) {
      const worker = workers[event % workers.length];
      if (worker) contactCentre.setWorkerAttributes(worker.sid, { ...worker.attributes, burst: event });
    }
    response.sendStatus(204);
  });
  router.post('/settled', async (_request, response) => {
    await taskRouter.settled();
    response.sendStatus(204);
  });

  router.post('/functions/kill', (_request, response) => {
    const processes = functions
      .platforms()
      .flatMap((platform) => platform.processes().map(({ number }) => ({ platform, number })));
    processes.forEach(({ platform, number }) => platform.killProcess(number));
    journal.record('fault', `all ${processes.length} Function processes killed`);
    response.sendStatus(204);
  });

  let comeBack: NodeJS.Timeout | undefined;
  faults.whenSocketsAreCut((seconds) => {
    clearTimeout(comeBack);
    sync.refuseConnections(seconds > 0);
    sync.dropSockets();
    if (seconds > 0) comeBack = setTimeout(() => sync.refuseConnections(false), seconds * 1000).unref();
    journal.record('fault', `sockets cut, new ones refused for ${seconds} s`, { seconds });
  });
  router.post('/sockets/drop', (_request, response) => {
    faults.cutSockets(0);
    response.sendStatus(204);
  });
  router.post('/sockets/silence', (_request, response) => {
    sync.silenceSockets();
    response.sendStatus(204);
  });
  router.post('/sockets/refuse', (request, response) => {
    const seconds = numberField(request.body, 'seconds', { least: 0, most: 3600 });
    if (seconds > 0) faults.cutSockets(seconds);
    else {
      clearTimeout(comeBack);
      sync.refuseConnections(false);
    }
    response.sendStatus(204);
  });
  router.post('/faults', (request, response) => {
    const fault = readFault(request.body);
    faults.order(fault);
    journal.record('fault', `ordered on ${fault.target}`, { ...fault });
    response.sendStatus(204);
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.sendStatus(204);
  });

  router.post('/board/reset', (_request, response) => {
    const { defaultSyncServiceSid } = account;
    for (const { uniqueName = '' } of sync.documents.list(defaultSyncServiceSid))
      if (documentOfBoards.test(uniqueName)) sync.documents.remove(defaultSyncServiceSid, uniqueName);
    for (const [name, data] of Object.entries(documents))
      sync.documents.put(defaultSyncServiceSid, name, { ...data });
    response.sendStatus(204);
  });

  router
    .route('/documents/:service/:name')
    .get((request, response) => {
      const document = sync.documents.get(service(request), request.params.name);
      if (document) response.json(document.data);
      else response.status(404).json({ message: `There is no document ${request.params.name}` });
    })
    .put((request, response) => {
      sync.documents.put(service(request), request.params.name, request.body);
      response.sendStatus(204);
    })
    .delete((request, response) => {
      sync.documents.remove(service(request), request.params.name);
      response.sendStatus(204);
    });

  router.get('/login', (request, response) => {
    const { as, role: asked } = request.query;
    if (as !== undefined) {
      if (!userNamed(as))
        throw new BadRequest(`"as" must be one of ${users.map(({ name }) => name).join(', ')}`);
      response.cookie('as', as, { sameSite: 'strict' }).clearCookie('role');
    } else {
      const role = flexRoles.find((known) => known === asked);
      if (!role) throw new BadRequest(`"role" must be one of ${flexRoles.join(', ')}`);
      response.cookie('role', role, { sameSite: 'strict' }).clearCookie('as');
    }
    response.redirect('/realtime-dashboard');
  });

  router.use((request, response) => {
    response.status(404).json({ message: `The emulator has no ${request.method} ${request.originalUrl}` });
  });
  router.use(((error: Error, _request, response, _next) => {
    response.status(400).json({ message: error.message });
  }) satisfies express.ErrorRequestHandler);
  return router;
}

function service(request: express.Request): string {
  const sid = services[request.params.service ?? ''];
  if (!sid) throw new BadRequest(`The service must be one of ${Object.keys(services).join(', ')}`);
  return sid;
}

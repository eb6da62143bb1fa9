import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import { account } from '../account';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { readToken } from '../token';
import { TwilioError } from '../twilioError';
import type { ContactCentre } from './ContactCentre';
import {
  activityResource,
  channelResource,
  queueResource,
  workerResource,
  workspaceResource,
} from './restResources';
import { resourcePage } from './resourcePage';
import { realTimeQuery, statisticsQuery } from './statisticsQuery';
import { cumulativeStatistics, realTimeStatistics, workspaceStatistics } from './workspaceStatistics';

interface RestOptions {
  readonly contactCentre: ContactCentre;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly now: () => number;
}

/** Serves https://taskrouter.twilio.com. A path that is not emulated falls through to the next handler. */
export function taskrouterRest({ contactCentre, journal, faults, now }: RestOptions): express.Router {
  const { state } = contactCentre;
  const workspacePath = '/v1/Workspaces/:workspaceSid';
  const workspaceUrl = `https://taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`;
  const router = express.Router();

  router.use('/v1/Workspaces', requireCredentials, express.urlencoded({ extended: false }));
  router.param('workspaceSid', (_request, _response, next, workspaceSid: string) => {
    if (workspaceSid === account.workspaceSid) return next();
    next(new TwilioError(404, 20404, `The requested resource /Workspaces/${workspaceSid} was not found`));
  });

  router.get('/v1/Workspaces', (request, response) => {
    const matching = [state.workspace].filter(({ friendlyName }) =>
      [undefined, friendlyName].includes(request.query.FriendlyName as string | undefined),
    );
    response.json(
      resourcePage(
        request,
        'workspaces',
        matching.map((workspace) => workspaceResource(state, workspace)),
      ),
    );
  });
  router.get(workspacePath, (_request, response) => {
    response.json(workspaceResource(state, state.workspace));
  });
  router.post(workspacePath, (request, response) => {
    const { EventCallbackUrl: eventCallbackUrl, EventsFilter: eventsFilter } = request.body as Record<
      string,
      string
    >;
    contactCentre.updateWorkspace({ eventCallbackUrl, eventsFilter });
    response.json(workspaceResource(state, state.workspace));
  });
  router.get(`${workspacePath}/Activities`, (request, response) => {
    response.json(resourcePage(request, 'activities', contactCentre.activities().map(activityResource)));
  });
  router.get(`${workspacePath}/Workers`, (request, response) => {
    response.json(resourcePage(request, 'workers', contactCentre.workers().map(workerResource)));
  });
  router.get(`${workspacePath}/TaskQueues`, (request, response) => {
    response.json(resourcePage(request, 'task_queues', contactCentre.queues().map(queueResource)));
  });
  router.get(`${workspacePath}/TaskChannels`, (request, response) => {
    response.json(
      resourcePage(
        request,
        'channels',
        state.channels.map((channel) => channelResource(state, channel)),
      ),
    );
  });

  /** One of the three statistics resources: obeys faults, and tells the journal what it answered. */
  const statistics = (resource: string, compute: (query: Request['query']) => object): void => {
    router.get(`${workspacePath}/${resource}`, (request, response, next) => {
      const answer = async (): Promise<void> => {
        const { error, garbage } = await faults.strike('statistics');
        const tell = (status: number): void =>
          journal.record('statistics-call', `GET ${resource}: ${status}`, {
            resource,
            query: request.query,
            status,
          });
        if (garbage) {
          tell(garbage.status);
          response.status(garbage.status).type('json').send(garbage.body);
          return;
        }
        try {
          if (error) throw error;
          const body = compute(request.query);
          tell(200);
          const identity = { account_sid: account.accountSid, workspace_sid: account.workspaceSid };
          response.json({ ...identity, url: `${workspaceUrl}/${resource}`, ...body });
        } catch (refusal: unknown) {
          if (refusal instanceof TwilioError) tell(refusal.status);
          throw refusal;
        }
      };
      answer().catch(next);
    });
  };
  statistics('Statistics', (query) => workspaceStatistics(state, statisticsQuery(query, state, now())));
  statistics('RealTimeStatistics', (query) => realTimeStatistics(state, realTimeQuery(query, state, now())));
  statistics('CumulativeStatistics', (query) => {
    const body = cumulativeStatistics(state, statisticsQuery(query, state, now()));
    // Here TaskRouter documents an integer, in the combined resource a float.
    return { ...body, avg_task_acceptance_time: Math.round(body.avg_task_acceptance_time) };
  });

  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (!(error instanceof TwilioError)) return next(error);
    response.status(error.status).json(error);
  });
  return router;
}

/** Basic authentication with the account's SID and token, or, as Flex does it in the browser, `token` and a Flex token. */
function requireCredentials(request: Request, _response: Response, next: NextFunction): void {
  const [scheme, encoded = ''] = (request.get('authorization') ?? '').split(' ');
  const [user, ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const password = rest.join(':');
  const asAccount = user === account.accountSid && password === account.authToken;
  const asFlex = user === 'token' && (readToken(password)?.expiresAt ?? 0) > Date.now();
  if (scheme?.toLowerCase() === 'basic' && (asAccount || asFlex)) return next();
  next(new TwilioError(401, 20003, 'Authenticate'));
}

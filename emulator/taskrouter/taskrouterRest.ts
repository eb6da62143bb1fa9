import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import { account } from '../account';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { readToken } from '../token';
import { TwilioError } from '../twilioError';
import type { ContactCentre } from './ContactCentre';
import { activityResource, channelResource, workerResource, workspaceResource } from './restResources';
import { resourcePage } from './resourcePage';
import { StatisticsLag } from './StatisticsLag';
import { StatisticsLimits } from './StatisticsLimits';
import { statisticsRest, type PastAnswers } from './statisticsRest';
import { taskQueuesRest } from './taskQueuesRest';

interface RestOptions {
  readonly contactCentre: ContactCentre;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly now: () => number;
  /** How far statistics trail. @default not at all */
  readonly lag?: StatisticsLag;
  /** @default on */
  readonly limits?: StatisticsLimits;
  /** @default as was shown at the time */
  readonly past?: PastAnswers;
}

/** Serves https://taskrouter.twilio.com. A path that is not emulated falls through to the next handler. */
export function taskrouterRest({
  contactCentre,
  journal,
  faults,
  now,
  lag = new StatisticsLag(contactCentre.state, now),
  limits = new StatisticsLimits(now),
  past = { differs: false },
}: RestOptions): express.Router {
  const { state } = contactCentre;
  const workspacePath = '/v1/Workspaces/:workspaceSid';
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
      resourcePage(request, 'workspaces', matching, (page) =>
        page.map((workspace) => workspaceResource(state, workspace)),
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
    response.json(
      resourcePage(request, 'activities', contactCentre.activities(), (page) => page.map(activityResource)),
    );
  });
  router.get(`${workspacePath}/Workers`, (request, response) => {
    response.json(
      resourcePage(request, 'workers', contactCentre.workers(), (page) => page.map(workerResource)),
    );
  });
  router.use(workspacePath, statisticsRest({ state, journal, faults, now, lag, limits, past }));
  router.use(`${workspacePath}/TaskQueues`, taskQueuesRest(contactCentre));
  router.get(`${workspacePath}/TaskChannels`, (request, response) => {
    response.json(
      resourcePage(request, 'channels', state.channels, (page) =>
        page.map((channel) => channelResource(state, channel)),
      ),
    );
  });

  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const refusal =
      error instanceof SyntaxError ? new TwilioError(400, 20001, 'The body is not JSON') : error;
    if (!(refusal instanceof TwilioError)) return next(error);
    response.status(refusal.status).json(refusal);
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

import express from 'express';
import type { Request } from 'express';
import { TwilioError } from '../twilioError';
import type { ContactCentre } from './ContactCentre';
import type { TaskQueue } from './contactCentreState';
import { resourcePage } from './resourcePage';
import { queueResource } from './restResources';
import { everybody } from './targetExpression';

/** Lists, reads, creates, changes and deletes queues: mount it at the workspace's path + /TaskQueues, behind the statistics. */
export function taskQueuesRest(contactCentre: ContactCentre): express.Router {
  const router = express.Router();
  const queueOf = ({ params }: Request): TaskQueue => {
    const queue = contactCentre.state.queues.get(params.queueSid ?? '');
    if (queue) return queue;
    throw new TwilioError(404, 20404, `The requested resource /TaskQueues/${params.queueSid} was not found`);
  };
  const settings = ({ body }: Request): { friendlyName?: string; targetWorkers?: string } => {
    const { FriendlyName: friendlyName, TargetWorkers: targetWorkers } = body as Record<string, string>;
    return { ...(friendlyName !== undefined && { friendlyName }), ...(targetWorkers && { targetWorkers }) };
  };

  router.get('/', (request, response) => {
    const { FriendlyName } = request.query;
    const queues = contactCentre
      .queues()
      .filter(({ friendlyName }) => FriendlyName === undefined || friendlyName === FriendlyName);
    response.json(resourcePage(request, 'task_queues', queues, (page) => page.map(queueResource)));
  });
  router.post('/', (request, response) => {
    const { friendlyName = '', targetWorkers = everybody } = settings(request);
    response.status(201).json(queueResource(contactCentre.addQueue({ friendlyName, targetWorkers })));
  });
  router.get('/:queueSid', (request, response) => {
    response.json(queueResource(queueOf(request)));
  });
  router.post('/:queueSid', (request, response) => {
    contactCentre.updateQueue(queueOf(request).sid, settings(request));
    response.json(queueResource(queueOf(request)));
  });
  router.delete('/:queueSid', (request, response) => {
    contactCentre.removeQueue(queueOf(request).sid);
    response.sendStatus(204);
  });
  return router;
}

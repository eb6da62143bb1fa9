import type { RequestHandler } from 'express';
import type { Faults, FaultTarget } from './faults';

/** Goes before an API: makes it misbehave as ordered. */
export function strikeRequests(faults: Faults, target: FaultTarget): RequestHandler {
  return (request, response, next) => {
    faults.strike(target, `${request.method} ${request.path}`).then(({ error, garbage }) => {
      if (error) response.status(error.status).json(error);
      else if (garbage) response.status(garbage.status).type('application/json').send(garbage.body);
      else next();
    }, next);
  };
}

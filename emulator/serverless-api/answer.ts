import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { TwilioError } from '../twilioError';

/** Answers with that status and with what `work` gives, if anything. What it throws goes to the router's error handler. */
export const answer =
  (status: number, work: (request: Request) => unknown): RequestHandler =>
  (request, response, next) => {
    Promise.resolve()
      .then(() => work(request))
      .then((body) => {
        response.status(status);
        if (body === undefined) response.end();
        else response.json(body);
      })
      .catch(next);
  };

/** Goes after an API: answers a TwilioError as Twilio would. */
export const answerErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (!(error instanceof TwilioError)) return next(error);
  response.status(error.status).json(error);
};

/** @throws TwilioError 404 when there is none */
export function found<T>(one: T | undefined, request: Request): T {
  if (one !== undefined) return one;
  throw new TwilioError(404, 20404, `The requested resource ${request.path} was not found`);
}

import type { RequestHandler } from 'express';
import { conformanceProblems } from './conformanceProblems';

export interface WatchedAnswers {
  /** Goes before everything that is mounted at `/_tw`. */
  readonly middleware: RequestHandler;
  /** What was not as Twilio describes it, in the answers so far. */
  readonly problems: readonly string[];
  /** How many answers were compared. */
  readonly compared: () => number;
}

/** Compares every JSON answer of those hosts with Twilio's OpenAPI description. */
export function watchConformance(hosts: readonly string[]): WatchedAnswers {
  const problems: string[] = [];
  let compared = 0;
  const middleware: RequestHandler = (request, response, next) => {
    const { method, url } = request;
    const host = hosts.find((one) => url.startsWith(`/${one}/`));
    if (!host) return next();
    let body = '';
    const json = response.json.bind(response);
    response.json = (value: unknown) => {
      body = JSON.stringify(value);
      return json(value);
    };
    response.on('finish', () => {
      compared += 1;
      problems.push(
        ...conformanceProblems({ method, url: `https:/${url}`, status: response.statusCode, body }),
      );
    });
    next();
  };
  return { middleware, problems, compared: () => compared };
}

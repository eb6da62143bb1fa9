import { serviceName } from './environments';
import { wrong, type Finding } from './Finding';
import type { Answer, Reply } from './postForm';

/**
 * What the Function itself answered, or what to say when it is not there, cannot be reached or fails: the same for every
 * Function. A page of HTML says nothing to a person, and the Function's log says all.
 */
export function checkAnswered(reply: Reply, url: string, deployCommand: string): Answer | Finding {
  if ('failure' in reply) {
    return wrong(
      `${url} cannot be reached (${reply.failure}).`,
      `Check the network. If it works, deploy again: ${deployCommand}`,
    );
  }
  if (reply.status === 404) return wrong(`There is no Function at ${url}.`, `Deploy it: ${deployCommand}`);
  if (reply.status < 500) return reply;
  const said = messageOf(reply.body);
  return wrong(
    `${url} fails (${reply.status})${said === undefined ? '.' : `: ${said}`}`,
    said === undefined
      ? `Its log says why: Console > Functions and Assets > Services > ${serviceName} > Open service > Live logs. A package that is missing, or an error in the code, keeps a Function from starting; after that: ${deployCommand}`
      : 'The message says what to do; serverless/README.md lists all of them.',
  );
}

/** The Function's own errors are `{ code, message }`, and the message says what to do. */
function messageOf(body: string): string | undefined {
  try {
    const { message } = Object(JSON.parse(body)) as { message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

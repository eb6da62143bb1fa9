import { CollectorError } from './CollectorError';
import type { FunctionEvent } from './FunctionContext';

/**
 * Any event type will do, also one that this version has never heard of: an event only says that something changed.
 * @throws CollectorError 400 `malformed-event`
 */
export function assertTaskRouterEvent({ EventType: type }: FunctionEvent): void {
  if (typeof type === 'string' && type !== '') return;
  throw new CollectorError(
    400,
    'malformed-event',
    'EventType is missing. This Function answers event posts of TaskRouter: set its address as the event callback URL of the workspace.',
  );
}

/**
 * Names an event in a log line. Nothing else of it is ever looked at, because task and worker attributes are personal;
 * and what does not look like a SID or a type is left out, because anything may be in it.
 */
export function describeEvent({ EventType: type, Sid: sid }: FunctionEvent): string {
  const knownSid = typeof sid === 'string' && /^EV[0-9a-f]{32}$/i.test(sid) ? sid : 'without SID';
  const knownType = typeof type === 'string' && /^[a-z.-]{1,64}$/.test(type) ? type : 'without a known type';
  return `event ${knownSid}, ${knownType}`;
}

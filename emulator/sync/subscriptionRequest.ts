import { TwilioError } from '../twilioError';
import type { ProtocolVersion } from './notifications';

/** The body of `POST /v4/Subscriptions`, checked. */
export interface SubscriptionRequest {
  readonly action: 'establish' | 'cancel';
  readonly version: ProtocolVersion;
  /** Whatever the client sent; comes back in every notification that answers this request. */
  readonly correlationId: unknown;
  readonly objects: readonly SubscribedObject[];
}

interface SubscribedObject {
  readonly sid: string;
  /** `document`, `live_query`, `map` ... */
  readonly type: string;
  /** The newest event that the client knows; absent when it knows none. */
  readonly lastEventId: number | undefined;
}

/** Throws a `TwilioError` when the body is not a request to subscribe. */
export function readSubscriptionRequest(body: Readonly<Record<string, unknown>>): SubscriptionRequest {
  const { action, event_protocol_version: version, correlation_id: correlationId, requests } = body;
  if ((action !== 'establish' && action !== 'cancel') || !Array.isArray(requests)) {
    throw new TwilioError(400, 54010, 'Expected action "establish" or "cancel", and an array of requests');
  }
  return { action, version: version === 4 ? 4 : 3, correlationId, objects: requests.map(readObject) };
}

function readObject(request: unknown): SubscribedObject {
  const {
    object_sid: sid,
    object_type: type,
    last_event_id: lastEventId,
  } = Object(request) as Record<string, unknown>;
  if (typeof sid !== 'string' || typeof type !== 'string') {
    throw new TwilioError(400, 54010, 'Expected object_sid and object_type in each request');
  }
  return { sid, type, lastEventId: typeof lastEventId === 'number' ? lastEventId : undefined };
}

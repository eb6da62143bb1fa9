import { TwilioError } from '../twilioError';

/** Reads `{ "queueSids": ["WQ..."] }`, 1 to 50 of them; throws a TwilioError (400) that says what is wrong with it. */
export function readQueueSids(body: unknown): readonly string[] {
  const { queueSids } = (body ?? {}) as { queueSids?: unknown };
  if (!Array.isArray(queueSids) || queueSids.length < 1 || queueSids.length > 50) {
    const found = Array.isArray(queueSids) ? `${queueSids.length} of them` : 'no list';
    throw new TwilioError(400, 20001, `queueSids must be a JSON list of 1 to 50 queue SIDs, not ${found}`);
  }
  return queueSids.map((queueSid: unknown) => {
    if (typeof queueSid === 'string' && /^WQ[0-9a-f]{32}$/.test(queueSid)) return queueSid;
    throw new TwilioError(400, 20001, `queueSids: ${JSON.stringify(queueSid)} is not the SID of a queue`);
  });
}

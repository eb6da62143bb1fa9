import { sid } from '../account';
import type { UpstreamAnswer, UpstreamRequest } from './syncUpstream';

/** The grant of the Conversations client that Flex UI starts for chat. */
export const conversationsProduct = 'ip_messaging';

const host = 'https://aim.us1.twilio.com';
const media = 'https://mcs.us1.twilio.com/v1';
/** The Sync map in which a user's conversations would be; always empty. */
const mapSid = sid('MP', 1);

/**
 * What the Conversations client of Flex needs to be ready for somebody who takes part in no conversation. A client that
 * never becomes ready throws when Flex renews its token, and Flex ends with its error page. Undefined for anything else.
 */
export function answerConversations(
  { host: asked, method, path }: UpstreamRequest,
  identity: string,
): UpstreamAnswer | undefined {
  if (asked.startsWith('aim.') && method === 'GET') {
    if (path === '/Client/v2/Configuration') return { status: 200, body: configuration(identity) };
    if (path === '/Client/v2/Users/me/Conversations') {
      return { status: 200, body: { conversations: [], meta: { next_token: null, previous_token: null } } };
    }
  }
  // Flex names the user after its worker. Nobody else sees the name.
  if (asked.startsWith('aim.') && method === 'POST' && /^\/Client\/v2\/Users\/[^/]+$/.test(path)) {
    return { status: 200, body: {} };
  }
  if (asked.startsWith('cds.') && method === 'GET' && path === `/v3/Maps/${mapSid}`) {
    return { status: 200, body: emptyMap };
  }
  return undefined;
}

const configuration = (identity: string): object => ({
  identity,
  links: {
    my_conversations: `${host}/Client/v2/Users/me/Conversations`,
    conversations: `${host}/Client/v2/Conversations`,
    users: `${host}/Client/v2/Users`,
    current_user: `${host}/Client/v2/Users/me`,
    typing: `${host}/Client/v2/Typing`,
    media_service: `${media}/Media`,
    media_set_service: `${media}/MediaSet`,
    messages_receipts: `${host}/Client/v2/Receipts`,
  },
  options: { reachability_enabled: false },
  // Without a map of its own the client takes the user as it is.
  sync_objects: { my_conversations: mapSid, my_user_info: null },
});

const emptyMap = {
  sid: mapSid,
  unique_name: null,
  revision: '0',
  last_event_id: 0,
  date_created: '2026-01-01T00:00:00.000Z',
  date_updated: '2026-01-01T00:00:00.000Z',
  date_expires: null,
  url: `https://cds.us1.twilio.com/v3/Maps/${mapSid}`,
  links: { items: `https://cds.us1.twilio.com/v3/Maps/${mapSid}/Items` },
};

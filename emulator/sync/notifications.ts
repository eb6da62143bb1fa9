import type { QueryChange } from './live-queries/LiveQueries';
import type { DocumentChange, SyncDocument } from './SyncDocuments';

/** Versions of the event protocol: 3 is spoken by twilio-sync 2.x, 4 by 3.x and 4.x. */
export type ProtocolVersion = 3 | 4;

/** What goes into a `notification` frame. */
export interface Notification {
  readonly messageType: 'com.twilio.rtd.cds.document' | 'twilio.sync.event';
  readonly body: Readonly<Record<string, unknown>>;
}

/** What a client hears when a document that it is subscribed to changes. */
export const liveNotification = (change: DocumentChange, version: ProtocolVersion): Notification => ({
  messageType: 'com.twilio.rtd.cds.document',
  body: documentEvent(change, version),
});

/** What a client hears, on subscribing, of the changes it missed: for a document always one event with the newest state. */
export const replayNotification = (
  document: SyncDocument,
  version: ProtocolVersion,
  correlationId: unknown,
): Notification => ({
  messageType: 'twilio.sync.event',
  body: {
    ...documentEvent({ kind: 'updated', document }, version),
    strictly_ordered: true,
    correlation_id: correlationId,
  },
});

/** What a client hears of a live query that it is subscribed to; what it missed has the correlation id of its subscription. */
export const queryNotification = (
  change: QueryChange,
  version: ProtocolVersion,
  correlationId?: unknown,
): Notification => ({
  messageType: 'twilio.sync.event',
  body: {
    event_protocol_version: version,
    ...queryEvent(change),
    strictly_ordered: true,
    ...(correlationId === undefined ? {} : { correlation_id: correlationId }),
  },
});

function queryEvent(change: QueryChange): object {
  const about = { query_id: change.queryId, last_event_id: change.lastEventId };
  switch (change.kind) {
    case 'updated': {
      const { key, data, revision } = change.item;
      return {
        event_type: 'live_query_item_updated',
        event: { ...about, item_key: key, item_data: data, item_revision: revision },
      };
    }
    case 'removed':
      return {
        event_type: 'live_query_item_removed',
        event: { ...about, item_key: change.key, item_revision: change.revision },
      };
    case 'whole':
      return { event_type: 'live_query_updated', event: { ...about, items: change.items } };
  }
}

/** The outcome of subscribing or unsubscribing. Protocol 4 groups outcomes of one kind, protocol 3 knows single ones only. */
export function subscriptionNotifications(
  eventType: 'subscription_established' | 'subscription_canceled' | 'subscription_failed',
  events: readonly object[],
  version: ProtocolVersion,
  correlationId: unknown,
): Notification[] {
  const about = { event_protocol_version: version, event_type: eventType, correlation_id: correlationId };
  const bodies =
    version === 4
      ? events.length > 0
        ? [{ ...about, events }]
        : []
      : events.map((event) => ({ ...about, event }));
  return bodies.map((body) => ({ messageType: 'twilio.sync.event', body }));
}

function documentEvent(
  { kind, document }: DocumentChange,
  version: ProtocolVersion,
): Record<string, unknown> {
  return {
    event_protocol_version: version,
    event_type: `document_${kind}`,
    event: {
      id: document.lastEventId,
      date_created: new Date(document.updatedAt).toISOString(),
      date_expires: document.expiresAt === undefined ? null : new Date(document.expiresAt).toISOString(),
      document_sid: document.sid,
      document_unique_name: document.uniqueName ?? null,
      document_revision: document.revision,
      document_data: document.data,
    },
  };
}

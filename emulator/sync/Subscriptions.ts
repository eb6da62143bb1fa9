import type { Journal } from '../journal';
import type { LiveQueries, QueryChange } from './live-queries/LiveQueries';
import {
  liveNotification,
  queryNotification,
  replayNotification,
  subscriptionNotifications,
  type Notification,
  type ProtocolVersion,
} from './notifications';
import { conversationsProduct } from './noConversations';
import type { DocumentChange, SyncDocument, SyncDocuments } from './SyncDocuments';
import type { SubscriptionRequest } from './subscriptionRequest';

/** What one connection wants to hear about. Dies with the connection: clients subscribe anew each time they connect. */
export class Subscriptions {
  private readonly bySid = new Map<string, { product: string; version: ProtocolVersion }>();

  constructor(
    private readonly documents: SyncDocuments,
    private readonly queries: LiveQueries,
    private readonly journal: Journal,
    private readonly send: (product: string, notification: Notification) => void,
  ) {}

  /** Does what was asked and sends the outcome, so the request must have been answered before. */
  apply(request: SubscriptionRequest, product: string, serviceSid: string | undefined): void {
    if (request.action === 'cancel') this.cancel(request, product);
    else this.establish(request, product, serviceSid);
  }

  notify(change: DocumentChange): void {
    const subscription = this.bySid.get(change.document.sid);
    if (!subscription) return;
    if (change.kind === 'removed') this.bySid.delete(change.document.sid);
    this.push(change.document, subscription.product, liveNotification(change, subscription.version));
  }

  notifyOfQuery(change: QueryChange): void {
    const subscription = this.bySid.get(change.queryId);
    if (subscription) this.send(subscription.product, queryNotification(change, subscription.version));
  }

  private establish(
    { objects, version, correlationId }: SubscriptionRequest,
    product: string,
    serviceSid: string | undefined,
  ): void {
    const established: object[] = [];
    const failed: object[] = [];
    for (const { sid, type, lastEventId } of objects) {
      const about = { object_sid: sid, object_type: type };
      const document =
        type === 'document' && serviceSid !== undefined ? this.documents.find(serviceSid, sid) : undefined;
      const query = type === 'live_query' ? this.queries.find(sid) : undefined;
      if (document) {
        this.bySid.set(sid, { product, version });
        if (lastEventId === undefined || document.lastEventId > lastEventId) {
          this.push(document, product, replayNotification(document, version, correlationId));
        }
        established.push({ ...about, replay_status: 'completed', last_event_id: document.lastEventId });
      } else if (query) {
        this.bySid.set(sid, { product, version });
        for (const change of query.changesAfter(lastEventId))
          this.send(product, queryNotification(change, version, correlationId));
        established.push({ ...about, replay_status: 'completed', last_event_id: query.lastEventId });
      } else if (type === 'map' && product === conversationsProduct) {
        // Chat subscribes to conversations by it. It is empty and never changes, so nothing is remembered.
        established.push({ ...about, replay_status: 'completed', last_event_id: lastEventId ?? 1 });
      } else {
        failed.push({ ...about, error: notFound(type) });
        // After a restart nobody has asked the query yet: the client is told that it is gone, and asks again.
        if (type !== 'document' && type !== 'live_query')
          this.journal.record('unexpected', `Subscription to a ${type}`, { product, sid });
      }
    }
    this.conclude('subscription_established', established, { version, correlationId }, product);
    this.conclude('subscription_failed', failed, { version, correlationId }, product);
  }

  private cancel(request: SubscriptionRequest, product: string): void {
    const cancelled = request.objects.map(({ sid, type }) => {
      this.bySid.delete(sid);
      return { object_sid: sid, object_type: type };
    });
    this.conclude('subscription_canceled', cancelled, request, product);
  }

  private conclude(
    eventType: Parameters<typeof subscriptionNotifications>[0],
    events: readonly object[],
    { version, correlationId }: Pick<SubscriptionRequest, 'version' | 'correlationId'>,
    product: string,
  ): void {
    subscriptionNotifications(eventType, events, version, correlationId).forEach((notification) =>
      this.send(product, notification),
    );
  }

  private push(document: SyncDocument, product: string, notification: Notification): void {
    const uniqueName = document.uniqueName ?? document.sid;
    this.journal.record(
      'sync-notification',
      `${String(notification.body.event_type)} ${uniqueName} to ${product}`,
      {
        serviceSid: document.serviceSid,
        uniqueName,
        revision: document.revision,
        product,
      },
    );
    this.send(product, notification);
  }
}

const notFound = (type: string): object => ({
  status: 404,
  code: type === 'document' ? 54100 : 20404,
  message:
    type === 'document'
      ? 'Document not found'
      : type === 'live_query'
        ? 'Query not found'
        : `The emulator has no ${type} objects`,
});

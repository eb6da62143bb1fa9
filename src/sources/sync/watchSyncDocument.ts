import type { SyncClient, SyncDocument } from 'twilio-sync';
import type { Loaded } from '../../model/metric/Loaded';
import type { ServerClock } from './ServerClock';

export interface WatchedDocument {
  /** The client that holds the document, or the one that was asked last. */
  client(): SyncClient | undefined;
  /** The client that holds the document; undefined while it is looked for. */
  holder(): SyncClient | undefined;
  /** Looks for the document again, unless a usable client holds it. */
  retry(): void;
  stop(): void;
}

export interface WatchSyncDocumentOptions {
  readonly name: string;
  /** Clients to ask, in this order; one is opened only when those before it do not have the document. */
  readonly candidates: readonly (() => SyncClient | undefined)[];
  readonly isUsable: (client: SyncClient) => boolean;
  readonly onState: (state: Loaded<unknown>) => void;
  /** Called when a client has been found to hold it, before its value is reported. */
  readonly onHeld?: () => void;
  /** Left out where nobody needs to know: hundreds of listeners would be too many for a client. */
  readonly onConnectionChange?: () => void;
  /** Learns from the dates of the document. */
  readonly clock: ServerClock;
}

/** Opens an existing Sync document with the first client that has it, and reports its value at once and after every change. */
export function watchSyncDocument(options: WatchSyncDocumentOptions): WatchedDocument {
  const { name, candidates, isUsable, onState, onHeld, onConnectionChange, clock } = options;
  let asked: SyncClient | undefined;
  let held: SyncDocument | undefined;
  let hasValue = false;
  let looking = false;
  let stopped = false;

  const noteConnection = (): void => {
    if (asked?.connectionState === 'connected') {
      clock.settle();
      // A client that was given a new token holds nothing yet, and people wait.
      if (!held) retry();
    }
    onConnectionChange?.();
  };

  const follow = (client: SyncClient): void => {
    if (client === asked) return;
    asked?.removeListener('connectionStateChanged', noteConnection);
    asked = client;
    if (onConnectionChange) client.on('connectionStateChanged', noteConnection);
  };

  const show = (state: Loaded<unknown>): void => {
    hasValue = state.status === 'ready';
    onState(state);
  };

  const hold = (document: SyncDocument): void => {
    held = document;
    document.on('updated', () => {
      clock.saw(document.dateUpdated);
      show({ status: 'ready', value: document.data });
    });
    document.on('removed', () => {
      held = undefined;
      show(missing);
    });
    clock.settle();
    clock.saw(document.dateUpdated);
    onHeld?.();
    // Read after listening: an update may have come while the document was being opened.
    show({ status: 'ready', value: document.data });
    onConnectionChange?.();
  };

  const release = (): void => {
    held?.removeAllListeners();
    held?.close();
    held = undefined;
  };

  const look = async (): Promise<void> => {
    let problem: string | undefined;
    let isAnswered = false;
    for (const candidate of candidates) {
      const client = candidate();
      if (!client) continue;
      isAnswered = true;
      follow(client);
      const found = await openExisting(client, name);
      if (stopped) {
        if (found.status === 'ready') found.document.close();
        return;
      }
      if (found.status === 'ready') return hold(found.document);
      if (found.status === 'failed') problem = found.problem;
    }
    // A value that was read stays on screen while its service does not answer; only "there is none" takes it away.
    if (!isAnswered || (problem !== undefined && hasValue)) return;
    show(problem === undefined ? missing : { status: 'failed', problem });
  };

  const retry = (): void => {
    if (looking || (held && asked && isUsable(asked))) return;
    release();
    looking = true;
    void look().finally(() => {
      looking = false;
    });
  };

  retry();
  return {
    client: () => asked,
    holder: () => (held ? asked : undefined),
    retry,
    stop() {
      stopped = true;
      release();
      asked?.removeListener('connectionStateChanged', noteConnection);
    },
  };
}

/** One object, so that finding again that there is none is no change. */
const missing: Loaded<unknown> = { status: 'missing' };

type Found =
  | { readonly status: 'ready'; readonly document: SyncDocument }
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly problem: string };

/** Never creates: a document created by looking would lie in the wrong service, empty, and hide the real one. */
async function openExisting(client: SyncClient, name: string): Promise<Found> {
  try {
    return { status: 'ready', document: await client.document({ id: name, mode: 'open_existing' }) };
  } catch (error: unknown) {
    const { status, message } = error as { status?: number; message?: string };
    return status === 404 ? { status: 'missing' } : { status: 'failed', problem: message ?? String(error) };
  }
}

import type { SyncClient } from 'twilio-sync';
import type { OpenClient } from './accountSyncClient';
import type { DashboardSnapshot, DashboardSource, DocumentState } from './DashboardSource';
import { followParts } from './followParts';
import { boardsName, shownBoardName } from '../model/board/boardDocument';
import { namedDocuments } from '../model/board/namedDocuments';
import { followFurtherDefinitions } from './followFurtherDefinitions';
import { ServerClock } from './ServerClock';
import { SteadyClock } from './SteadyClock';
import { watchSyncDocument, type WatchedDocument, type WatchSyncDocumentOptions } from './watchSyncDocument';

/** Whose Sync client to ask: Flex's own first and then the account's, or only one of them. */
export type SyncClientChoice = 'auto' | 'flex' | 'account';

export interface SyncDashboardSourceOptions {
  /** Unique names of the documents. */
  readonly documents: { readonly data: string; readonly definitions: string; readonly board: string };
  readonly clientChoice: SyncClientChoice;
  /** Flex's client at this moment: Flex replaces it at times, and has none after a logout. */
  readonly flexClient: () => SyncClient | undefined;
  readonly openAccountClient: () => OpenClient;
  /** How often to look again for what is missing or lost. @default 10000 ms */
  readonly retryAfter?: number;
  /** How long connections stay open after the last listener left, so that a short change of view costs nothing. @default 60000 ms */
  readonly lingerFor?: number;
  /** This browser's clock, right or wrong, and set at any time: milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

const nothingYet: DashboardSnapshot = {
  connection: 'connecting',
  definitions: { status: 'loading' },
  furtherDefinitions: [],
  data: { status: 'loading' },
  board: { status: 'loading' },
  boards: { status: 'loading' },
  boardDocument: undefined,
  refresh: { status: 'off', reason: 'no-address' },
  clockDifference: 0,
};

/** Most accounts have no board settings: a document that is missing is looked for at every so many-th look for missing ones. */
const rarely = 6;

export interface SyncDashboardSource extends DashboardSource {
  /** The client that holds the definitions, or that was asked for them last; undefined while nobody listens. */
  definitionsClient(): SyncClient | undefined;
  /** Looks at once for documents that were missing, as somebody may have just created them. */
  lookAgain(): void;
}

interface Following {
  definitionsClient(): SyncClient | undefined;
  lookAgain(): void;
  stop(): void;
}

/** The documents in Twilio Sync: followed while they are there, looked for again while they are not. */
export function syncDashboardSource(options: SyncDashboardSourceOptions): SyncDashboardSource {
  const { lingerFor = 60_000 } = options;
  const listeners = new Set<() => void>();
  const steady = new SteadyClock(options.now);
  let snapshot = nothingYet;
  let following: Following | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;

  const change = (part: Partial<DashboardSnapshot>): void => {
    snapshot = { ...snapshot, ...part };
    listeners.forEach((listener) => listener());
  };

  return {
    getSnapshot: () => snapshot,
    now: () => steady.now() + snapshot.clockDifference,
    subscribe(onChange) {
      listeners.add(onChange);
      clearTimeout(lingering);
      following = following ?? follow(options, steady, change);
      return () => {
        listeners.delete(onChange);
        if (listeners.size > 0) return;
        lingering = setTimeout(() => {
          following?.stop();
          following = undefined;
          snapshot = nothingYet;
        }, lingerFor);
      };
    },
    definitionsClient: () => following?.definitionsClient(),
    lookAgain: () => following?.lookAgain(),
  };
}

/** Follows all documents until it is stopped. */
function follow(
  options: SyncDashboardSourceOptions,
  steady: SteadyClock,
  change: (part: Partial<DashboardSnapshot>) => void,
): Following {
  const { documents, clientChoice, flexClient, openAccountClient, retryAfter = 10_000 } = options;
  const clock = new ServerClock(() => steady.now());
  let account: OpenClient | undefined;
  let clockDifference = 0;
  let wasConnected = false;
  let stopped = false;

  const candidates = {
    flex: () => flexClient(),
    account: () => (account = account ?? openAccountClient()).client,
  };
  const isUsable = (client: SyncClient): boolean =>
    !hasGivenUp(client) && (client === account?.client || client === flexClient());

  const showConnection = (): void => {
    if (stopped) return;
    const connected = watched.every((document) => document.client()?.connectionState === 'connected');
    wasConnected = wasConnected || connected;
    change({ connection: connected ? 'connected' : wasConnected ? 'disconnected' : 'connecting' });
  };
  const watch = (
    name: string,
    asked: readonly (() => SyncClient | undefined)[],
    onState: (state: DocumentState) => void,
    more: Pick<WatchSyncDocumentOptions, 'onHeld' | 'onConnectionChange'> = {},
  ): WatchedDocument =>
    watchSyncDocument({
      name,
      candidates: asked,
      isUsable,
      onState(state) {
        if (clockDifference !== clock.difference) {
          clockDifference = clock.difference;
          change({ clockDifference });
        }
        onState(state);
      },
      ...more,
      clock,
    });

  const inOrder =
    clientChoice === 'auto' ? [candidates.flex, candidates.account] : [candidates[clientChoice]];
  const showDefinitions = (state: DocumentState): void => {
    change({ definitions: state });
    if (state.status === 'present') followBoard();
  };
  // All others lie in the Sync services of these two, so that the connections of these two tell.
  const definitions = watch(documents.definitions, inOrder, showDefinitions, {
    onHeld() {
      [board, boards, boardDocument].forEach((document) => document?.retry());
      further.retry();
    },
    onConnectionChange: showConnection,
  });
  const data = watch(documents.data, inOrder, (state) => assembled.take(state), {
    onHeld: () => assembled.retry(),
    onConnectionChange: showConnection,
  });
  const assembled = followParts(
    documents.data,
    (name, onState) => watch(name, [() => data.holder()], onState),
    (state) => change({ data: state }),
  );
  const watched = [definitions, data];

  // Whatever else belongs to the definitions lies in the same Sync service, so only the client that holds them is asked:
  // while they are looked for, another service would answer that there is none.
  const beside = [() => definitions.holder()];
  const further = followFurtherDefinitions(
    (name, onState) => watch(name, beside, onState),
    (furtherDefinitions) => change({ furtherDefinitions }),
  );
  let board: WatchedDocument | undefined;
  let boards: WatchedDocument | undefined;
  let boardDocument: WatchedDocument | undefined;
  const isMissing = { board: false, boards: false };
  let settings: unknown;
  let layout: unknown;
  const followFurther = (): void =>
    further.follow(namedDocuments(settings, Object.values(documents), layout));
  let shownName: string | undefined;
  /** The document of the board that is shown, and of no other. */
  const followBoardDocument = (name: string | undefined): void => {
    if (name === shownName) return;
    shownName = name;
    boardDocument?.stop();
    boardDocument = undefined;
    layout = undefined;
    followFurther();
    change({ boardDocument: name === undefined ? undefined : { name, state: { status: 'loading' } } });
    if (name === undefined) return;
    boardDocument = watch(name, beside, (state) => {
      if (name !== shownName) return;
      change({ boardDocument: { name, state } });
      if (state.status === 'failed') return;
      layout = state.status === 'present' ? state.value : undefined;
      followFurther();
    });
  };
  const followBoard = (): void => {
    board =
      board ??
      watch(documents.board, beside, (state) => {
        isMissing.board = state.status === 'missing';
        change({ board: state });
        // Settings that cannot be read just now name the documents they named before.
        if (state.status === 'failed') return;
        settings = state.status === 'present' ? state.value : undefined;
        followFurther();
      });
    boards =
      boards ??
      watch(boardsName(documents.board), beside, (state) => {
        isMissing.boards = state.status === 'missing';
        if (state.status !== 'failed')
          followBoardDocument(
            shownBoardName(state.status === 'present' ? state.value : undefined, documents.board),
          );
        change({ boards: state });
      });
  };

  let looks = 0;
  const retry = setInterval(() => {
    if (account && hasGivenUp(account.client)) {
      account.close();
      account = undefined;
    }
    looks += 1;
    watched.forEach((document) => document.retry());
    further.retry();
    assembled.retry();
    if (!isMissing.board || looks % rarely === 0) board?.retry();
    if (!isMissing.boards || looks % rarely === 0) boards?.retry();
    boardDocument?.retry();
    showConnection();
  }, retryAfter);

  return {
    definitionsClient: () => definitions.client(),
    lookAgain: () =>
      [definitions, further, board, boards, boardDocument].forEach((document) => document?.retry()),
    stop() {
      stopped = true;
      clearInterval(retry);
      [...watched, board, boards, boardDocument, further, assembled].forEach((document) => document?.stop());
      account?.close();
    },
  };
}

/** States from which a Sync client does not come back by itself, as after a token that expired during sleep. */
function hasGivenUp({ connectionState }: SyncClient): boolean {
  return connectionState === 'denied' || connectionState === 'disconnected' || connectionState === 'error';
}

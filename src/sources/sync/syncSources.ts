import type { SyncClient } from 'twilio-sync';
import type { OpenClient } from './accountSyncClient';
import { valueOf, type Loaded } from '../../metric/Loaded';
import { Subject } from '../../model/Observable';
import type { Connection, DocumentSources, NamedDocument } from '../DashboardSources';
import { Usage } from '../Usage';
import { followParts } from './followParts';
import { boardDocumentName, boardsName, shownBoardName } from '../../model/board/boardDocument';
import { namedDocuments } from '../../model/board/namedDocuments';
import { followFurtherDefinitions } from './followFurtherDefinitions';
import { ServerClock } from './ServerClock';
import { SteadyClock } from './SteadyClock';
import { watchSyncDocument, type WatchedDocument, type WatchSyncDocumentOptions } from './watchSyncDocument';

/** Whose Sync client to ask: Flex's own first and then the account's, or only one of them. */
export type SyncClientChoice = 'auto' | 'flex' | 'account';

export interface SyncSourcesOptions {
  /** Unique names of the documents. */
  readonly documents: { readonly data: string; readonly definitions: string; readonly board: string };
  readonly clientChoice: SyncClientChoice;
  /** Flex's client at this moment: Flex replaces it at times, and has none after a logout. */
  readonly flexClient: () => SyncClient | undefined;
  /** Opens one of the same class. */
  readonly openAccountClient: (flexClient: SyncClient) => OpenClient;
  /** How often to look again for what is missing or lost. @default 10000 ms */
  readonly retryAfter?: number;
  /** How long connections stay open after the last user left, so that a short change of view costs nothing. @default 60000 ms */
  readonly lingerFor?: number;
  /** This browser's clock, right or wrong, and set at any time: milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** What is known of the documents, each part for itself. */
class Documents {
  readonly data = new Subject<Loaded<unknown>>(loading);
  readonly definitions = new Subject<Loaded<unknown>>(loading);
  readonly furtherDefinitions = new Subject<readonly NamedDocument[]>([]);
  readonly boardSettings = new Subject<Loaded<unknown>>(loading);
  readonly boards = new Subject<Loaded<unknown>>(loading);
  readonly boardDocument = new Subject<NamedDocument | undefined>(undefined);
  readonly connection = new Subject<Connection>('connecting');
  readonly clockDifference = new Subject(0);

  forget(): void {
    this.data.set(loading);
    this.definitions.set(loading);
    this.furtherDefinitions.set([]);
    this.boardSettings.set(loading);
    this.boards.set(loading);
    this.boardDocument.set(undefined);
    this.connection.set('connecting');
    this.clockDifference.set(0);
  }
}

const loading: Loaded<unknown> = { status: 'loading' };

/** Most accounts have no board settings: a document that is missing is looked for at every so many-th look for missing ones. */
const rarely = 6;

export interface SyncSources extends DocumentSources {
  /** The client that holds the definitions, or that was asked for them last; undefined while nobody uses the sources. */
  definitionsClient(): SyncClient | undefined;
  /** Looks at once for documents that were missing, as somebody may have just created them. */
  lookAgain(): void;
}

interface Following {
  definitionsClient(): SyncClient | undefined;
  lookAgain(): void;
  /** @param name of the document of the wanted board */
  showBoard(name: string | undefined): void;
  stop(): void;
}

/** The documents in Twilio Sync: followed while they are there, looked for again while they are not. */
export function syncSources(options: SyncSourcesOptions): SyncSources {
  const { lingerFor = 60_000 } = options;
  const steady = new SteadyClock(options.now);
  const known = new Documents();
  const { data, definitions, furtherDefinitions, boardSettings, boards, boardDocument } = known;
  const { connection, clockDifference } = known;
  const usage = new Usage();
  let following: Following | undefined;
  let wanted: string | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;

  usage.isInUse.subscribe(() => {
    clearTimeout(lingering);
    if (usage.isInUse.get()) {
      following = following ?? follow(options, steady, known);
      following.showBoard(wanted);
      return;
    }
    lingering = setTimeout(() => {
      following?.stop();
      following = undefined;
      known.forget();
    }, lingerFor);
  });

  return {
    data,
    definitions,
    furtherDefinitions,
    boardSettings,
    boards,
    boardDocument,
    showBoard(id) {
      wanted = id === undefined ? undefined : boardDocumentName(options.documents.board, id);
      following?.showBoard(wanted);
    },
    connection,
    clock: { now: () => steady.now() + clockDifference.get(), difference: clockDifference },
    use: usage.begin,
    isInUse: usage.isInUse,
    definitionsClient: () => following?.definitionsClient(),
    lookAgain: () => following?.lookAgain(),
  };
}

/** Follows all documents until it is stopped. */
function follow(options: SyncSourcesOptions, steady: SteadyClock, known: Documents): Following {
  const { documents, clientChoice, flexClient, openAccountClient, retryAfter = 10_000 } = options;
  const clock = new ServerClock(() => steady.now());
  let account: OpenClient | undefined;
  let wasConnected = false;
  let stopped = false;

  const candidates = {
    flex: () => flexClient(),
    account: () => {
      const flex = flexClient();
      if (!account && flex) account = openAccountClient(flex);
      return account?.client;
    },
  };
  const isUsable = (client: SyncClient): boolean =>
    !hasGivenUp(client) && (client === account?.client || client === flexClient());

  const showConnection = (): void => {
    if (stopped) return;
    const connected = watched.every((document) => document.client()?.connectionState === 'connected');
    wasConnected = wasConnected || connected;
    known.connection.set(connected ? 'connected' : wasConnected ? 'disconnected' : 'connecting');
  };
  const watch = (
    name: string,
    asked: readonly (() => SyncClient | undefined)[],
    onState: (state: Loaded<unknown>) => void,
    more: Pick<WatchSyncDocumentOptions, 'onHeld' | 'onConnectionChange'> = {},
  ): WatchedDocument =>
    watchSyncDocument({
      name,
      candidates: asked,
      isUsable,
      onState(state) {
        known.clockDifference.set(clock.difference);
        onState(state);
      },
      ...more,
      clock,
    });

  const inOrder =
    clientChoice === 'auto' ? [candidates.flex, candidates.account] : [candidates[clientChoice]];
  const showDefinitions = (state: Loaded<unknown>): void => {
    known.definitions.set(state);
    if (state.status === 'ready') followBoard();
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
    (state) => known.data.set(state),
  );
  const watched = [definitions, data];

  // Whatever else belongs to the definitions lies in the same Sync service, so only the client that holds them is asked:
  // while they are looked for, another service would answer that there is none.
  const beside = [() => definitions.holder()];
  const further = followFurtherDefinitions(
    (name, onState) => watch(name, beside, onState),
    (found) => known.furtherDefinitions.set(found),
  );
  let board: WatchedDocument | undefined;
  let boards: WatchedDocument | undefined;
  let boardDocument: WatchedDocument | undefined;
  const isMissing = { board: false, boards: false };
  let settings: unknown;
  let layout: unknown;
  let index: unknown;
  let wanted: string | undefined;
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
    known.boardDocument.set(name === undefined ? undefined : { name, state: loading });
    if (name === undefined) return;
    boardDocument = watch(name, beside, (state) => {
      if (name !== shownName) return;
      known.boardDocument.set({ name, state });
      if (state.status === 'failed') return;
      layout = valueOf(state);
      followFurther();
    });
  };
  const followShownBoard = (): void => followBoardDocument(shownBoardName(index, documents.board, wanted));
  const followBoard = (): void => {
    board =
      board ??
      watch(documents.board, beside, (state) => {
        isMissing.board = state.status === 'missing';
        known.boardSettings.set(state);
        // Settings that cannot be read just now name the documents they named before.
        if (state.status === 'failed') return;
        settings = valueOf(state);
        followFurther();
      });
    boards =
      boards ??
      watch(boardsName(documents.board), beside, (state) => {
        isMissing.boards = state.status === 'missing';
        if (state.status !== 'failed') {
          index = valueOf(state);
          followShownBoard();
        }
        known.boards.set(state);
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
    showBoard(name) {
      wanted = name;
      followShownBoard();
    },
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

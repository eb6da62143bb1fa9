import type { SyncClient } from 'twilio-sync';
import type { OpenClient } from './accountSyncClient';
import type { Loaded } from '../../model/metric/Loaded';
import { Store } from '../../model/store/Store';
import type { Connection, DocumentSources } from '../DashboardSources';
import { SharedDocuments } from '../SharedDocuments';
import { ShownBoard } from '../ShownBoard';
import type { Source } from '../Source';
import { Usage } from '../Usage';
import { followParts } from './followParts';
import { boardDocumentName, boardsName } from '../../model/board/boardDocument';
import { FurtherDefinitions } from './FurtherDefinitions';
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
  /** Id of the board that a list of boards has for whoever is logged in. */
  readonly usualBoardIn?: (index: unknown) => string | undefined;
  /** How often to look again for what is missing or lost. @default 10000 ms */
  readonly retryAfter?: number;
  /** How long connections stay open after the last user left, so that a short change of view costs nothing. @default 60000 ms */
  readonly lingerFor?: number;
  /** This browser's clock, right or wrong, and set at any time: milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** What is known of the two documents that decide which clients are asked, and of these. */
class Documents {
  readonly data = new Store(loading);
  readonly definitions = new Store(loading);
  readonly connection = new Store<Connection>('connecting');
  readonly clockDifference = new Store(0);
  /** All others, by name: beside the definitions, and beside the data. */
  readonly beside = new SharedDocuments();
  readonly besideData = new SharedDocuments();

  forget(): void {
    this.data.set(loading);
    this.definitions.set(loading);
    this.connection.set('connecting');
    this.clockDifference.set(0);
  }
}

const loading: Loaded<unknown> = { status: 'loading' };

/** Most accounts have no board settings and no boards: while missing they are looked for at every so many-th look. */
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
  stop(): void;
}

/** The documents in Twilio Sync: followed while they are there, looked for again while they are not. */
export function syncSources(options: SyncSourcesOptions): SyncSources {
  const { documents, lingerFor = 60_000 } = options;
  const steady = new SteadyClock(options.now);
  const known = new Documents();
  const { data, definitions, connection, clockDifference } = known;
  const documentOf = (name: string): Source<unknown> => known.beside.of(name);
  const boardSettings = documentOf(documents.board);
  const boards = documentOf(boardsName(documents.board));
  const shown = new ShownBoard(boards, documentOf, documents.board, options.usualBoardIn);
  const further = new FurtherDefinitions(boardSettings, shown.document, documentOf, Object.values(documents));
  const usage = new Usage();
  let following: Following | undefined;
  let lingering: ReturnType<typeof setTimeout> | undefined;

  usage.isInUse.subscribe(() => {
    clearTimeout(lingering);
    if (usage.isInUse.get()) {
      following = following ?? follow(options, steady, known);
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
    furtherDefinitions: further.documents,
    boardSettings,
    boards,
    boardDocument: shown.document,
    wantedBoard: shown.wanted,
    showBoard: shown.show,
    boardDocumentOf: (id) => documentOf(boardDocumentName(documents.board, id)),
    definitionsIn: documentOf,
    documentBesideData: (name) => known.besideData.of(name),
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
  // All others lie in the Sync services of these two, so that the connections of these two tell.
  const definitions = watch(documents.definitions, inOrder, (state) => known.definitions.set(state), {
    onHeld: () => known.beside.retry(),
    onConnectionChange: showConnection,
  });
  const data = watch(documents.data, inOrder, (state) => assembled.take(state), {
    onHeld() {
      assembled.retry();
      known.besideData.retry();
    },
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
  known.beside.open((name, onState) => watch(name, [() => definitions.holder()], onState));
  known.besideData.open((name, onState) => watch(name, [() => data.holder()], onState));
  const seldomThere = [documents.board, boardsName(documents.board)];

  let looks = 0;
  const retry = setInterval(() => {
    if (account && hasGivenUp(account.client)) {
      account.close();
      account = undefined;
    }
    looks += 1;
    watched.forEach((document) => document.retry());
    assembled.retry();
    known.beside.retry(
      (name, { status }) => status !== 'missing' || !seldomThere.includes(name) || looks % rarely === 0,
    );
    known.besideData.retry((_name, { status }) => status !== 'missing' || looks % rarely === 0);
    showConnection();
  }, retryAfter);

  return {
    definitionsClient: () => definitions.client(),
    lookAgain() {
      definitions.retry();
      known.beside.retry();
    },
    stop() {
      stopped = true;
      clearInterval(retry);
      [...watched, assembled].forEach((document) => document.stop());
      known.beside.close();
      known.besideData.close();
      account?.close();
    },
  };
}

/** States from which a Sync client does not come back by itself, as after a token that expired during sleep. */
function hasGivenUp({ connectionState }: SyncClient): boolean {
  return connectionState === 'denied' || connectionState === 'disconnected' || connectionState === 'error';
}

import type { Loaded } from '../../model/metric/Loaded';
import { Store } from '../../model/store/Store';
import { boardDocumentName } from '../../model/board/boardDocument';
import type {
  Connection,
  DashboardSources,
  DocumentSources,
  NamedDocument,
  RefreshState,
} from '../DashboardSources';
import { historySource } from '../history/historySource';
import { ShownBoard } from '../ShownBoard';
import type { Source } from '../Source';
import { followParts } from '../sync/followParts';
import { Usage } from '../Usage';

/** Undefined in place of a value removes the document. */
export interface MemorySources extends DashboardSources {
  setDefinitions(value: unknown): void;
  setData(value: unknown): void;
  /** Any other document: of a queue or a channel, such as `dashboard-data-queue-1`, of a board, of definitions, or of the past. */
  setDocument(name: string, value: unknown): void;
  setBoardSettings(value: unknown): void;
  /** The list of boards, and their documents. */
  setBoards(value: unknown, ...documents: readonly NamedDocument[]): void;
  setFurtherDefinitions(documents: readonly NamedDocument[]): void;
  setClockDifference(milliseconds: number): void;
  setConnection(connection: Connection): void;
  setRefresh(refresh: RefreshState): void;
}

/** What the sources begin with. Documents left out are missing. */
export interface MemoryContent {
  readonly definitions?: unknown;
  readonly data?: unknown;
  readonly boardSettings?: unknown;
  /** Sources that formulas read beside the data. */
  readonly named?: Readonly<Record<string, Source<unknown>>>;
  readonly waitingTasks?: Source<unknown>;
}

/** Sources of plain objects, for tests and for screens that need no Twilio. */
export function memorySources(initial: MemoryContent = {}): MemorySources {
  const state = (value: unknown): Loaded<unknown> =>
    value === undefined ? { status: 'missing' } : { status: 'ready', value };
  const data = new Store(state(initial.data));
  const definitions = new Store(state(initial.definitions));
  const furtherDefinitions = new Store<readonly NamedDocument[]>([]);
  const boardSettings = new Store(state(initial.boardSettings));
  const boards = new Store(state(undefined));
  const named = new Map<string, Store<Loaded<unknown>>>();
  const documentOf = (name: string): Store<Loaded<unknown>> => {
    const document = named.get(name) ?? new Store(state(undefined));
    named.set(name, document);
    return document;
  };
  const shown = new ShownBoard(boards, documentOf, 'dashboard-board');
  const connection = new Store<Connection>('connected');
  const refresh = new Store<RefreshState>({ status: 'off', reason: 'no-address' });
  const difference = new Store(0);
  const usage = new Usage();

  const watch = (name: string, onState: (state: Loaded<unknown>) => void) => {
    const document = documentOf(name);
    const stop = document.subscribe(() => onState(document.get()));
    onState(document.get());
    return { retry: () => undefined, stop };
  };
  const assembled = followParts('dashboard-data', watch, (loaded) => data.set(loaded));
  assembled.take(data.get());

  const documents: DocumentSources = {
    data,
    definitions,
    furtherDefinitions,
    boardSettings,
    boards,
    boardDocument: shown.document,
    wantedBoard: shown.wanted,
    showBoard: shown.show,
    boardDocumentOf: (id) => documentOf(boardDocumentName('dashboard-board', id)),
    definitionsIn: documentOf,
    documentBesideData: documentOf,
    connection,
    clock: { now: () => Date.now() + difference.get(), difference },
    use: usage.begin,
    isInUse: usage.isInUse,
  };
  return {
    ...documents,
    refresh,
    named: new Map(Object.entries({ data, ...initial.named })),
    waitingTasks: initial.waitingTasks ?? new Store(state(undefined)),
    history: historySource(documents, { dataDocument: 'dashboard-data' }),
    setDefinitions: (value) => definitions.set(state(value)),
    setData: (value) => assembled.take(state(value)),
    setDocument: (name, value) => documentOf(name).set(state(value)),
    setBoardSettings: (value) => boardSettings.set(state(value)),
    setBoards(value, ...documents) {
      for (const document of documents) documentOf(document.name).set(document.state);
      boards.set(state(value));
    },
    setFurtherDefinitions: (documents) => furtherDefinitions.set(documents),
    setClockDifference: (milliseconds) => difference.set(milliseconds),
    setConnection: (next) => connection.set(next),
    setRefresh: (next) => refresh.set(next),
  };
}

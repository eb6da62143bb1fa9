import { valueOf, type Loaded } from '../../metric/Loaded';
import { Subject } from '../../model/Observable';
import { boardDocumentName, shownBoardName } from '../../model/board/boardDocument';
import type { Connection, DashboardSources, NamedDocument, RefreshState } from '../DashboardSources';
import type { Source } from '../Source';
import { followParts } from '../sync/followParts';
import { Usage } from '../Usage';

/** Undefined in place of a value removes the document. */
export interface MemorySources extends DashboardSources {
  setDefinitions(value: unknown): void;
  setData(value: unknown): void;
  /** A document that holds a queue or a channel, such as `dashboard-data-queue-1`. */
  setPart(name: string, value: unknown): void;
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
}

/** Sources of plain objects, for tests and for screens that need no Twilio. */
export function memorySources(initial: MemoryContent = {}): MemorySources {
  const state = (value: unknown): Loaded<unknown> =>
    value === undefined ? { status: 'missing' } : { status: 'ready', value };
  const data = new Subject(state(initial.data));
  const definitions = new Subject(state(initial.definitions));
  const furtherDefinitions = new Subject<readonly NamedDocument[]>([]);
  const boardSettings = new Subject(state(initial.boardSettings));
  const boards = new Subject(state(undefined));
  const boardDocument = new Subject<NamedDocument | undefined>(undefined);
  const connection = new Subject<Connection>('connected');
  const refresh = new Subject<RefreshState>({ status: 'off', reason: 'no-address' });
  const difference = new Subject(0);
  const usage = new Usage();
  let boardDocuments: readonly NamedDocument[] = [];
  const wantedBoard = new Subject<string | undefined>(undefined);
  const followShownBoard = (index = valueOf(boards.get())): void => {
    const id = wantedBoard.get();
    const wanted = id === undefined ? undefined : boardDocumentName('dashboard-board', id);
    const name = shownBoardName(index, 'dashboard-board', wanted);
    const found = boardDocuments.find((document) => document.name === name);
    boardDocument.set(name === undefined ? undefined : (found ?? { name, state: { status: 'missing' } }));
  };

  const parts = new Map<string, unknown>();
  const followed = new Map<string, (state: Loaded<unknown>) => void>();
  const watch = (name: string, onState: (state: Loaded<unknown>) => void) => {
    followed.set(name, onState);
    onState(state(parts.get(name)));
    return { retry: () => undefined, stop: () => void followed.delete(name) };
  };
  const assembled = followParts('dashboard-data', watch, (loaded) => data.set(loaded));
  assembled.take(data.get());

  return {
    data,
    definitions,
    furtherDefinitions,
    boardSettings,
    boards,
    boardDocument,
    wantedBoard,
    showBoard(id) {
      wantedBoard.set(id);
      followShownBoard();
    },
    connection,
    refresh,
    named: new Map(Object.entries({ data, ...initial.named })),
    clock: { now: () => Date.now() + difference.get(), difference },
    use: usage.begin,
    isInUse: usage.isInUse,
    setDefinitions: (value) => definitions.set(state(value)),
    setData: (value) => assembled.take(state(value)),
    setPart(name, value) {
      parts.set(name, value);
      followed.get(name)?.(state(value));
    },
    setBoardSettings: (value) => boardSettings.set(state(value)),
    setBoards(value, ...documents) {
      boardDocuments = documents;
      followShownBoard(value);
      boards.set(state(value));
    },
    setFurtherDefinitions: (documents) => furtherDefinitions.set(documents),
    setClockDifference: (milliseconds) => difference.set(milliseconds),
    setConnection: (next) => connection.set(next),
    setRefresh: (next) => refresh.set(next),
  };
}

import type {
  Connection,
  DashboardSnapshot,
  DashboardSource,
  DocumentState,
  NamedDocument,
  RefreshState,
} from './DashboardSource';
import { followParts } from './followParts';

/** Undefined in place of a value removes the document. */
export interface MemoryDashboardSource extends DashboardSource {
  setDefinitions(value: unknown): void;
  setData(value: unknown): void;
  /** A document that holds a queue or a channel, such as `dashboard-data-queue-1`. */
  setPart(name: string, value: unknown): void;
  setBoard(value: unknown): void;
  /** The list of boards, and the document of the one that is shown. */
  setBoards(value: unknown, document?: NamedDocument): void;
  setFurtherDefinitions(documents: readonly NamedDocument[]): void;
  setClockDifference(milliseconds: number): void;
  setConnection(connection: Connection): void;
  setRefresh(refresh: RefreshState): void;
}

/** A source of plain objects, for tests and for screens that need no Twilio. Documents left out are missing. */
export function memoryDashboardSource(
  initial: { definitions?: unknown; data?: unknown; board?: unknown } = {},
): MemoryDashboardSource {
  const listeners = new Set<() => void>();
  const state = (value: unknown): DocumentState =>
    value === undefined ? { status: 'missing' } : { status: 'present', value };
  let snapshot: DashboardSnapshot = {
    connection: 'connected',
    definitions: state(initial.definitions),
    furtherDefinitions: [],
    data: state(initial.data),
    board: state(initial.board),
    boards: { status: 'missing' },
    boardDocument: undefined,
    refresh: { status: 'off', reason: 'no-address' },
    clockDifference: 0,
  };
  const change = (part: Partial<DashboardSnapshot>): void => {
    snapshot = { ...snapshot, ...part };
    listeners.forEach((listener) => listener());
  };
  const parts = new Map<string, unknown>();
  const followed = new Map<string, (state: DocumentState) => void>();
  const watch = (name: string, onState: (state: DocumentState) => void) => {
    followed.set(name, onState);
    onState(state(parts.get(name)));
    return { retry: () => undefined, stop: () => void followed.delete(name) };
  };
  const assembled = followParts('dashboard-data', watch, (data) => change({ data }));
  assembled.take(snapshot.data);

  return {
    getSnapshot: () => snapshot,
    now: () => Date.now() + snapshot.clockDifference,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    setDefinitions: (value) => change({ definitions: state(value) }),
    setData: (value) => assembled.take(state(value)),
    setPart(name, value) {
      parts.set(name, value);
      followed.get(name)?.(state(value));
    },
    setBoard: (value) => change({ board: state(value) }),
    setBoards: (value, boardDocument) => change({ boards: state(value), boardDocument }),
    setFurtherDefinitions: (furtherDefinitions) => change({ furtherDefinitions }),
    setClockDifference: (clockDifference) => change({ clockDifference }),
    setConnection: (connection) => change({ connection }),
    setRefresh: (refresh) => change({ refresh }),
  };
}

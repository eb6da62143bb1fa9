import type {
  Connection,
  DashboardSnapshot,
  DashboardSource,
  NamedDocument,
  RefreshState,
} from './DashboardSource';

/** Undefined in place of a value removes the document. */
export interface MemoryDashboardSource extends DashboardSource {
  setDefinitions(value: unknown): void;
  setData(value: unknown): void;
  setBoard(value: unknown): void;
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
  const state = (value: unknown): DashboardSnapshot['data'] =>
    value === undefined ? { status: 'missing' } : { status: 'present', value };
  let snapshot: DashboardSnapshot = {
    connection: 'connected',
    definitions: state(initial.definitions),
    furtherDefinitions: [],
    data: state(initial.data),
    board: state(initial.board),
    refresh: { status: 'off', reason: 'no-address' },
    clockDifference: 0,
  };
  const change = (part: Partial<DashboardSnapshot>): void => {
    snapshot = { ...snapshot, ...part };
    listeners.forEach((listener) => listener());
  };
  return {
    getSnapshot: () => snapshot,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    setDefinitions: (value) => change({ definitions: state(value) }),
    setData: (value) => change({ data: state(value) }),
    setBoard: (value) => change({ board: state(value) }),
    setFurtherDefinitions: (furtherDefinitions) => change({ furtherDefinitions }),
    setClockDifference: (clockDifference) => change({ clockDifference }),
    setConnection: (connection) => change({ connection }),
    setRefresh: (refresh) => change({ refresh }),
  };
}

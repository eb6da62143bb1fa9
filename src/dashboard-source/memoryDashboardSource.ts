import type { Connection, DashboardSnapshot, DashboardSource, RefreshState } from './DashboardSource';

export interface MemoryDashboardSource extends DashboardSource {
  setDefinitions(value: unknown): void;
  setData(value: unknown): void;
  /** Undefined removes the document. */
  setConnection(connection: Connection): void;
  setRefresh(refresh: RefreshState): void;
}

/** A source of plain objects, for tests and for screens that need no Twilio. Documents left out are missing. */
export function memoryDashboardSource(
  initial: { definitions?: unknown; data?: unknown } = {},
): MemoryDashboardSource {
  const listeners = new Set<() => void>();
  const state = (value: unknown): DashboardSnapshot['data'] =>
    value === undefined ? { status: 'missing' } : { status: 'present', value };
  let snapshot: DashboardSnapshot = {
    connection: 'connected',
    definitions: state(initial.definitions),
    data: state(initial.data),
    refresh: { status: 'off', reason: 'no-address' },
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
    setConnection: (connection) => change({ connection }),
    setRefresh: (refresh) => change({ refresh }),
  };
}

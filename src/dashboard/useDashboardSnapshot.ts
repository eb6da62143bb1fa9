import { useEffect, useState } from 'react';
import type { DashboardSnapshot, DashboardSource } from '../dashboard-source/DashboardSource';

/** Follows a source. React 17, which Flex brings, has no useSyncExternalStore. */
export function useDashboardSnapshot(source: DashboardSource): DashboardSnapshot {
  const [snapshot, setSnapshot] = useState(source.getSnapshot());
  useEffect(() => {
    const update = (): void => setSnapshot(source.getSnapshot());
    const unsubscribe = source.subscribe(update);
    update(); // a change may have come between the first drawing and now
    return unsubscribe;
  }, [source]);
  return snapshot;
}

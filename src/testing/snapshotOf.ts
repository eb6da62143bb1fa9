import type { DashboardSnapshot, DashboardSource } from '../dashboard-source/DashboardSource';

/** Resolves with the first snapshot that is as wished; a test that waits in vain ends by its own time limit. */
export function snapshotOf(
  source: DashboardSource,
  isAsWished: (snapshot: DashboardSnapshot) => boolean,
): Promise<DashboardSnapshot> {
  return new Promise((resolve) => {
    const look = (): void => {
      const snapshot = source.getSnapshot();
      if (!isAsWished(snapshot)) return;
      // The first look may come before subscribe has returned.
      setTimeout(() => unsubscribe(), 0);
      resolve(snapshot);
    };
    const unsubscribe = source.subscribe(look);
    look();
  });
}

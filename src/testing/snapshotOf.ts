import type { DashboardSnapshot, DashboardSource } from '../dashboard-source/DashboardSource';

/** Resolves with the first snapshot that is as wished. Fails after a minute with the last one, and leaves the source either way. */
export async function snapshotOf(
  source: DashboardSource,
  isAsWished: (snapshot: DashboardSnapshot) => boolean,
): Promise<DashboardSnapshot> {
  let changed: () => void = () => undefined;
  const unsubscribe = source.subscribe(() => changed());
  const giveUpAt = Date.now() + 60_000;
  try {
    while (!isAsWished(source.getSnapshot())) {
      if (Date.now() > giveUpAt) throw new Error(`Not as wished: ${JSON.stringify(source.getSnapshot())}`);
      await new Promise<void>((resolve) => {
        changed = resolve;
        setTimeout(resolve, 100);
      });
    }
    return source.getSnapshot();
  } finally {
    unsubscribe();
  }
}

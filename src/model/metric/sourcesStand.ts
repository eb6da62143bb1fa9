import { dataSource } from '../formula';
import { dataTimes, older, timelinessOf, timelinessSince, type Timeliness } from './freshness';
import type { SourceParts } from './joinedData';
import type { Completeness } from './Reading';

/** What a source that was read does not have. */
export type Lack =
  | { readonly source: string; readonly status: 'no-data' }
  | { readonly source: string; readonly status: 'failed'; readonly problem: string };

/** The first of the sources read that has nothing; undefined when all have something. The dashboard data is seen to elsewhere. */
export function lackOf({ further }: SourceParts, read: ReadonlySet<string>): Lack | undefined {
  for (const source of read) {
    const loaded = further.get(source);
    if (loaded?.status === 'failed') return { source, status: 'failed', problem: loaded.problem };
    if (loaded && loaded.status !== 'ready') return { source, status: 'no-data' };
  }
  return undefined;
}

/** Of what age and how complete an evaluation is, by the sources that it read. */
export interface SourcesStand {
  readonly timeliness: Timeliness;
  /** When the oldest was collected, in milliseconds since 1970; undefined when none says. */
  readonly collectedAt: number | undefined;
  /** Of the first that is incomplete. */
  readonly completeness: Completeness | undefined;
}

/** Whether an evaluation goes by the dashboard data; one that read nothing at all does. */
export const readsData = (read: ReadonlySet<string>): boolean => read.size === 0 || read.has(dataSource);

/** @param readsTotals whether totals of the day were read, which lie in the dashboard data */
export function standOf(
  { data, further }: SourceParts,
  read: ReadonlySet<string>,
  now: number,
  staleAfterSeconds: number,
  readsTotals: boolean,
): SourcesStand {
  const ofData = (): SourcesStand => ({
    timeliness: timelinessOf(data, now, staleAfterSeconds, readsTotals),
    collectedAt: dataTimes(data).collectedAt,
    completeness: undefined,
  });
  const stands: SourcesStand[] = readsData(read) ? [ofData()] : [];
  for (const source of read) {
    const loaded = further.get(source);
    if (loaded?.status !== 'ready') continue;
    const { collectedAt, completeness } = loaded;
    const staleAfter = Math.min(staleAfterSeconds, loaded.staleAfterSeconds ?? Infinity);
    stands.push({
      timeliness: timelinessSince(collectedAt, now, staleAfter),
      collectedAt,
      completeness,
    });
  }
  return stands.reduce((a, b) => ({
    timeliness: older(a.timeliness, b.timeliness),
    collectedAt: earlier(a.collectedAt, b.collectedAt),
    completeness: a.completeness ?? b.completeness,
  }));
}

/**
 * The moment up to which the sources are known that live by the second: now, or when they were last heard of. By it times since
 * something are counted.
 */
export function knownUntil({ further }: SourceParts, now: number): number {
  let until = now;
  for (const loaded of further.values())
    if (loaded.status === 'ready' && loaded.staleAfterSeconds !== undefined)
      until = Math.min(until, timelinessSince(loaded.collectedAt, now, loaded.staleAfterSeconds).freshAt);
  return until;
}

/** When the next second begins, where time is counted by it. */
export const nextSecond = (now: number): number => Math.floor(now / 1000) * 1000 + 1000;

const earlier = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

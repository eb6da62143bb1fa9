/** How long an interrupt shows the page of a critical tile, and how long after it began the next may: milliseconds. */
export const interruptTime = 15_000;
export const interruptEvery = 60_000;

/** An episode of a tile ends when it has not been critical for so long: milliseconds. */
export const episodeEnds = 300_000;

/** After a load, a reconnect or the start of a day nothing interrupts for so long: milliseconds. */
export const quietTime = 30_000;

/** What is known of what is critical on a wall: metrics, each once, however many tiles and boards show it. Times are milliseconds of the clock that `observe` is given. */
export interface Interrupts {
  /** Until then what becomes critical is taken as known. */
  readonly quietUntil: number;
  /** By alarm: when an open episode was last critical, and whether it interrupted or was seen without. */
  readonly episodes: ReadonlyMap<string, Episode>;
  readonly current: { readonly alarm: string; readonly since: number } | undefined;
  readonly lastBegan: number;
}

interface Episode {
  readonly criticalAt: number;
  readonly isKnown: boolean;
}

export interface Observed {
  readonly now: number;
  /** What is critical, by fresh data. */
  readonly critical: ReadonlySet<string>;
  /** What stands on the page that would be shown without interrupts. */
  readonly onPage: ReadonlySet<string>;
  /** The board that an interrupt shows it on: all that is critical there is seen, or named, with one interrupt. */
  readonly groupOf?: ((alarm: string) => string) | undefined;
  /** Whether the data is fresh and the connection is there. */
  readonly isFresh: boolean;
}

/** As after a load, a reconnect or the start of a day. Episodes go on. */
export const quieted = (now: number, before?: Interrupts): Interrupts => ({
  episodes: before?.episodes ?? new Map(),
  lastBegan: before?.lastBegan ?? -Infinity,
  current: undefined,
  quietUntil: now + quietTime,
});

/** What follows from what is seen now. The same object where nothing does. */
export function observe(
  before: Interrupts,
  { now, critical, onPage, groupOf, isFresh }: Observed,
): Interrupts {
  const current =
    before.current && isFresh && now < before.current.since + interruptTime ? before.current : undefined;
  if (!isFresh) return current === before.current ? before : { ...before, current };
  const episodes = new Map<string, Episode>();
  for (const [alarm, episode] of before.episodes)
    if (critical.has(alarm) || now < episode.criticalAt + episodeEnds) episodes.set(alarm, episode);
  for (const alarm of critical) {
    const isKnown = episodes.get(alarm)?.isKnown === true || now < before.quietUntil || onPage.has(alarm);
    // What has waited longest stays first.
    episodes.set(alarm, { criticalAt: now, isKnown });
  }
  const isDue = !current && now >= before.quietUntil && now >= before.lastBegan + interruptEvery;
  const next = isDue
    ? [...episodes].find(([alarm, { isKnown }]) => !isKnown && critical.has(alarm))?.[0]
    : undefined;
  if (next === undefined) return { ...before, episodes, current };
  for (const alarm of critical)
    if (alarm === next || (groupOf && groupOf(alarm) === groupOf(next)))
      episodes.set(alarm, { criticalAt: now, isKnown: true });
  return { ...before, episodes, current: { alarm: next, since: now }, lastBegan: now };
}

/** The turning of the pages goes on. */
export const ended = (before: Interrupts): Interrupts =>
  before.current ? { ...before, current: undefined } : before;

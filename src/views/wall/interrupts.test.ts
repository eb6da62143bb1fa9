import { Random } from '../../testing/Random';
import { Transitions } from '../../model/metric/Transitions';
import {
  episodeEnds,
  interruptEvery,
  interruptTime,
  observe,
  quieted,
  quietTime,
  type Interrupts,
  type Observed,
} from './interrupts';

const none: ReadonlySet<string> = new Set();
const calm = (now = 0): Interrupts => ({ ...quieted(now), quietUntil: now });
const see = (
  before: Interrupts,
  now: number,
  critical: readonly string[],
  { isFresh = true, onPage = none, groupOf }: Partial<Observed> = {},
): Interrupts => observe(before, { now, critical: new Set(critical), onPage, isFresh, groupOf });

describe('observe', () => {
  it('interrupts once for an episode, for 15 seconds', () => {
    let state = see(calm(), 0, ['a']);
    expect(state.current?.alarm).toBe('a');
    state = see(state, interruptTime - 1, ['a']);
    expect(state.current?.alarm).toBe('a');
    state = see(state, interruptTime, ['a']);
    expect(state.current).toBeUndefined();
    state = see(state, 10 * interruptEvery, ['a']);
    expect(state.current).toBeUndefined();
  });

  it('begins another episode after five minutes out of critical, not before', () => {
    const before = see(see(calm(), 0, ['a']), interruptTime, []);
    const soon = see(see(before, episodeEnds - 1000, []), episodeEnds - 1, ['a']);
    expect(soon.current).toBeUndefined();
    const later = see(see(before, episodeEnds, []), episodeEnds + 1, ['a']);
    expect(later.current?.alarm).toBe('a');
  });

  it('interrupts at most once a minute, and shows later what is critical still', () => {
    let state = see(calm(), 0, ['a', 'b', 'c']);
    state = see(state, interruptEvery - 1, ['b', 'c']);
    expect(state.current).toBeUndefined();
    state = see(state, interruptEvery, ['c']);
    expect(state.current?.alarm).toBe('c');
  });

  it('interrupts once for all that is critical on one board, and not for what comes after', () => {
    const groupOf = (alarm: string): string => alarm.slice(0, 1);
    let state = see(calm(), 0, ['a1', 'b1', 'a2'], { groupOf });
    expect(state.current?.alarm).toBe('a1');
    state = see(state, interruptEvery, ['a1', 'b1', 'a2'], { groupOf });
    expect(state.current?.alarm).toBe('b1');
    state = see(state, 2 * interruptEvery, ['a1', 'b1', 'a2'], { groupOf });
    expect(state.current).toBeUndefined();
    state = see(state, 2 * interruptEvery + 1, ['a1', 'a3'], { groupOf });
    expect(state.current?.alarm).toBe('a3');
  });

  it('does not interrupt for a tile on the page that is shown', () => {
    const state = see(calm(), 0, ['a'], { onPage: new Set(['a']) });
    expect(see(state, interruptEvery, ['a']).current).toBeUndefined();
  });

  it('takes what is critical in the first 30 seconds as known', () => {
    let state = see(quieted(0), quietTime - 1, ['a']);
    expect(state.current).toBeUndefined();
    state = see(state, quietTime, ['a', 'b']);
    expect(state.current?.alarm).toBe('b');
    state = see(quieted(quietTime + 1, state), quietTime + 2, ['b', 'c']);
    expect(state.current).toBeUndefined();
  });

  it('neither begins nor goes on with an interrupt while data is stale', () => {
    expect(see(calm(), 0, ['a'], { isFresh: false }).current).toBeUndefined();
    const state = see(calm(), 0, ['a']);
    expect(see(state, 1000, ['a'], { isFresh: false }).current).toBeUndefined();
  });

  it('interrupts at most 30 times in 30 minutes of 200 oscillating tiles', () => {
    for (const seed of [1, 2, 3]) {
      const random = new Random(seed);
      const transitions = new Transitions();
      const tiles = Array.from({ length: 200 }, (_, index) => `t${index}`);
      const pageOf = (index: number): ReadonlySet<string> =>
        new Set(tiles.slice((index % 5) * 40, (index % 5) * 40 + 40));
      let state = quieted(0);
      const began: { readonly tile: string; readonly at: number }[] = [];
      const lastCritical = new Map<string, number>();
      const shownAt = new Map<string, number>();
      for (let now = 0; now < 1_800_000; now += 1000) {
        for (const tile of tiles)
          if (random.chance(0.05)) transitions.note(tile, random.pick(['critical', 'normal'] as const), now);
        transitions.publish();
        const critical = tiles.filter((tile) => transitions.standing(tile)?.level === 'critical');
        const before = state;
        const onPage = pageOf(Math.floor(now / 15_000));
        state = see(before, now, critical, { onPage, isFresh: !(now > 600_000 && now < 660_000) });
        const { current } = state;
        if (current && current !== before.current) {
          const { alarm: tile, since } = current;
          began.push({ tile, at: since });
          expect(critical).toContain(tile);
          expect(onPage.has(tile)).toBe(false);
          expect(since).toBeGreaterThanOrEqual(quietTime);
          expect(since > 600_000 && since < 660_000).toBe(false);
          const shown = shownAt.get(tile);
          // Twice only with five minutes out of critical between.
          if (shown !== undefined)
            expect(since - (lastCritical.get(tile) ?? 0)).toBeGreaterThanOrEqual(episodeEnds);
          shownAt.set(tile, since);
        }
        for (const tile of critical) lastCritical.set(tile, now);
      }
      expect(began.length).toBeGreaterThan(1);
      expect(began.length).toBeLessThanOrEqual(30);
      began
        .slice(1)
        .forEach(({ at }, index) =>
          expect(at - (began[index]?.at ?? 0)).toBeGreaterThanOrEqual(interruptEvery),
        );
    }
  });

  it('interrupts at most 30 times in 30 minutes of 200 oscillating tiles over three boards', () => {
    const tiles = Array.from({ length: 200 }, (_, index) => ({ key: `t${index}`, board: `b${index % 3}` }));
    const groupOf = (alarm: string): string => tiles.find(({ key }) => key === alarm)?.board ?? '';
    for (const seed of [1, 2, 3]) {
      const random = new Random(seed);
      const levels = new Map<string, string>();
      let state = quieted(0);
      const began: { readonly board: string; readonly at: number }[] = [];
      for (let now = 0; now < 1_800_000; now += 1000) {
        for (const { key } of tiles)
          if (random.chance(0.05)) levels.set(key, random.pick(['critical', 'normal']));
        const critical = tiles.flatMap(({ key }) => (levels.get(key) === 'critical' ? [key] : []));
        const board = `b${Math.floor(now / 30_000) % 3}`;
        const onPage = new Set(tiles.filter((tile) => tile.board === board).map(({ key }) => key));
        const before = state;
        state = see(before, now, critical, { onPage, groupOf });
        const { current } = state;
        if (!current || current === before.current) continue;
        began.push({ board: groupOf(current.alarm), at: now });
        expect(groupOf(current.alarm)).not.toBe(board);
      }
      expect(began.length).toBeGreaterThan(0);
      expect(began.length).toBeLessThanOrEqual(30);
      began
        .slice(1)
        .forEach(({ at }, index) =>
          expect(at - (began[index]?.at ?? 0)).toBeGreaterThanOrEqual(interruptEvery),
        );
    }
  });
});

import * as React from 'react';
import type { BoardModel } from '../dashboard/BoardModel';
import { lookAt } from '../dashboard/useLook';
import type { ArrangedTile } from '../model/board/arrangeBoard';
import { ended, observe, quieted, type Interrupts } from './interrupts';
import { tilesOn, type WallPage } from './useWallPages';

export interface Interruption {
  /** The tile that interrupts, and the index of its page; undefined while the pages turn as usual. */
  readonly tile: string | undefined;
  readonly page: number | undefined;
  /** Lets the pages turn again. */
  readonly end: () => void;
}

/** Not the time of day: a clock that is set back would keep every alarm from interrupting until it has caught up. */
const elapsed = (): number => performance.now();

/** Shows the page of a tile that has become critical on another one than is shown, for a while and once for each episode. */
export function useInterrupts(board: BoardModel, pages: readonly WallPage[], shown: number): Interruption {
  const [tile, setTile] = React.useState<string>();
  const known = React.useRef<Interrupts>();
  const seen = React.useRef({ pages, shown });
  seen.current = { pages, shown };
  const { status, transitions, readings } = board;
  React.useEffect(() => {
    let before = status.get();
    known.current = quieted(elapsed(), known.current);
    const look = (): void => {
      const now = elapsed();
      const { connection, freshness, day, isDayOver } = status.get();
      const isConnected = connection === 'connected';
      const hasReconnected = isConnected && before.connection !== 'connected';
      const isNewDay = day?.startsAt !== before.day?.startsAt || isDayOver !== before.isDayOver;
      before = status.get();
      const last = known.current ?? quieted(now);
      const isCritical = (one: ArrangedTile): boolean => lookAt(one, readings).level === 'critical';
      const all = seen.current.pages.flatMap(tilesOn);
      const current = seen.current.pages[seen.current.shown];
      const next = observe(hasReconnected || isNewDay ? quieted(now, last) : last, {
        now,
        critical: new Set(seen.current.pages.length > 1 ? all.filter(isCritical).map(({ key }) => key) : []),
        onPage: new Set(current ? tilesOn(current).map(({ key }) => key) : []),
        isFresh: isConnected && freshness.status === 'fresh' && !isDayOver,
      });
      known.current = next;
      setTile(next.current?.tile);
    };
    const leave = [status.subscribe(look), transitions.all.subscribe(look)];
    return () => leave.forEach((stop) => stop());
  }, [status, transitions, readings]);

  const found = pages.findIndex((page) => tilesOn(page).some(({ key }) => key === tile));
  const end = React.useCallback(() => {
    known.current = known.current && ended(known.current);
    setTile(undefined);
  }, []);
  return { tile: found < 0 ? undefined : tile, page: found < 0 ? undefined : found, end };
}

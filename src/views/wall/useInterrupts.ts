import * as React from 'react';
import type { BoardModel } from '../board/BoardModel';
import { identitiesOf, lookAt } from '../board/useLook';
import type { ArrangedTile } from '../../model/board/arrangeBoard';
import { ended, observe, quieted, type Interrupts } from './interrupts';
import { tilesOn, type WallPage } from './useWallPages';

export interface Interruption {
  /** The tile that interrupts, and the index of its page; undefined while the pages turn as usual. */
  readonly tile: ArrangedTile | undefined;
  readonly page: number | undefined;
  /** Lets the pages turn again. */
  readonly end: () => void;
}

/** Not the time of day: a clock that is set back would keep every alarm from interrupting until it has caught up. */
const elapsed = (): number => performance.now();

/** What interrupts: a metric alarms once, however many tiles and boards show it. */
export const alarmOf = (tile: ArrangedTile): string => identitiesOf(tile).join('\n') || tile.key;

/** Shows the page of a tile that has become critical on another one than is shown, for a while and once for each episode. */
export function useInterrupts(board: BoardModel, pages: readonly WallPage[], shown: number): Interruption {
  const [alarm, setAlarm] = React.useState<string>();
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
      const all = seen.current.pages;
      const current = all[seen.current.shown];
      const critical = new Set<string>();
      const groups = new Map<string, string>();
      const hasBoards = all.some((page) => page.board.key !== all[0]?.board.key);
      if (all.length > 1)
        all.forEach((page, index) => {
          for (const tile of tilesOn(page)) {
            const one = alarmOf(tile);
            if (lookAt(tile, readings).level !== 'critical') continue;
            critical.add(one);
            if (!groups.has(one)) groups.set(one, hasBoards ? page.board.key : String(index));
          }
        });
      const next = observe(hasReconnected || isNewDay ? quieted(now, last) : last, {
        now,
        critical,
        onPage: new Set(current ? tilesOn(current).map(alarmOf) : []),
        groupOf: (one) => groups.get(one) ?? one,
        isFresh: isConnected && freshness.status === 'fresh' && !isDayOver,
      });
      known.current = next;
      setAlarm(next.current?.alarm);
    };
    const leave = [status.subscribe(look), transitions.all.subscribe(look)];
    return () => leave.forEach((stop) => stop());
  }, [status, transitions, readings]);

  const end = React.useCallback(() => {
    known.current = known.current && ended(known.current);
    setAlarm(undefined);
  }, []);
  return React.useMemo(() => {
    const isIt = (tile: ArrangedTile): boolean => alarm !== undefined && alarmOf(tile) === alarm;
    const page = pages.findIndex((one) => tilesOn(one).some(isIt));
    const tile = pages[page] && tilesOn(pages[page]).find(isIt);
    return tile ? { tile, page, end } : { tile: undefined, page: undefined, end };
  }, [pages, alarm, end]);
}

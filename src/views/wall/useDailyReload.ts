import * as React from 'react';
import type { DashboardSources } from '../../sources/DashboardSources';
import type { BoardModel } from '../board/BoardModel';
import { tabStorage } from '../board/safeStorage';
import { startDailyReload } from './dailyReload';

/** Reloads the page once a day, at the hour of the board settings. Returns whether that is due and cannot be done now. */
export function useDailyReload(sources: DashboardSources, board: BoardModel): boolean {
  const [isPostponed, setPostponed] = React.useState(false);
  React.useEffect(
    () =>
      startDailyReload({
        reloadAt: () => board.layout.get().reloadAt,
        timeZone: () => board.status.get().day?.timeZone,
        now: () => sources.clock.now(),
        isReachable: isPageReachable,
        reload: () => window.location.reload(),
        memory: tabStorage,
        onPostponed: setPostponed,
      }),
    [sources, board],
  );
  return isPostponed;
}

async function isPageReachable(): Promise<boolean> {
  try {
    const answer = await fetch(window.location.href, { cache: 'no-store' });
    // A network that asks for a login of its own answers as well, but not at this address.
    return answer.ok && !answer.redirected && /text\/html/.test(answer.headers.get('content-type') ?? '');
  } catch {
    return false;
  }
}

import { useCallback, useEffect, useState } from 'react';
import { tabStorage } from '../dashboard/safeStorage';

/** Present in the address while the wall is on, so that a link opens it and a reload comes back to it. */
const parameter = 'wall';
/** Present in the tab while the wall is on: a login may lead back to Flex's start page, without what stood in the address. */
const memoryKey = 'realtime-dashboard.wall';

export interface WallModeSwitch {
  readonly isOn: boolean;
  enter(): void;
  leave(): void;
}

/** Whether the dashboard is in wall mode. That is kept in the address, whose other parts are left alone, and in the tab. */
export function useWallMode(): WallModeSwitch {
  const [isOn, setOn] = useState(() => isInAddress() || isWallRemembered());
  useEffect(() => {
    if (isOn) tabStorage.setItem(memoryKey, 'on');
    else tabStorage.removeItem(memoryKey);
    if (isOn !== isInAddress()) putIntoAddress(isOn);
  }, [isOn]);
  const enter = useCallback(() => setOn(true), []);
  const leave = useCallback(() => setOn(false), []);
  return { isOn, enter, leave };
}

/** Whether this tab was a wall when its page was loaded anew. Whoever finds it so has to bring up the view of the dashboard. */
export const isWallRemembered = (): boolean => tabStorage.getItem(memoryKey) !== null;

const isInAddress = (): boolean => new URLSearchParams(window.location.search).has(parameter);

function putIntoAddress(on: boolean): void {
  const { pathname, search, hash } = window.location;
  const others = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && part.split('=')[0] !== parameter);
  const parts = [...others, ...(on ? [parameter] : [])].join('&');
  // No new entry, so that Back leads where it led before. The state belongs to Flex's router.
  window.history.replaceState(window.history.state, '', `${pathname}${parts && `?${parts}`}${hash}`);
}

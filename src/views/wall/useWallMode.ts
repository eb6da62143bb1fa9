import * as React from 'react';
import { tabStorage } from '../board/safeStorage';

/** Present in the address while the wall is on, so that a link opens it and a reload comes back to it. */
const parameter = 'wall';
/** The boards that it shows in turn; without a value, those of the saved playlist. */
const boardsParameter = 'boards';
/** Present in the tab while the wall is on: a login may lead back to Flex's start page, without what stood in the address. */
const memoryKey = 'realtime-dashboard.wall';

export interface WallModeSwitch {
  readonly isOn: boolean;
  /** What the link asks for, such as `sales,support:30s`; empty for the saved playlist, undefined for one board. */
  readonly boards: string | undefined;
  enter(boards?: string): void;
  leave(): void;
}

interface Wall {
  readonly boards: string | undefined;
}

/** Whether the dashboard is in wall mode. That is kept in the address, whose other parts are left alone, and in the tab. */
export function useWallMode(): WallModeSwitch {
  const [wall, setWall] = React.useState(() => wallInAddress() ?? rememberedWall());
  React.useEffect(() => {
    if (wall) tabStorage.setItem(memoryKey, JSON.stringify(wall));
    else tabStorage.removeItem(memoryKey);
    const now = wallInAddress();
    if (wall?.boards !== now?.boards || !wall !== !now) putIntoAddress(wall);
  }, [wall]);
  const enter = React.useCallback((boards?: string) => setWall({ boards }), []);
  const leave = React.useCallback(() => setWall(undefined), []);
  return { isOn: wall !== undefined, boards: wall?.boards, enter, leave };
}

/** Whether this tab was a wall when its page was loaded anew. Whoever finds it so has to bring up the view of the dashboard. */
export const isWallRemembered = (): boolean => tabStorage.getItem(memoryKey) !== null;

function rememberedWall(): Wall | undefined {
  const kept = tabStorage.getItem(memoryKey);
  if (kept === null) return undefined;
  try {
    const { boards } = Object(JSON.parse(kept)) as { boards?: unknown };
    return { boards: typeof boards === 'string' ? boards : undefined };
  } catch {
    return { boards: undefined };
  }
}

function wallInAddress(): Wall | undefined {
  const search = new URLSearchParams(window.location.search);
  return search.has(parameter) ? { boards: search.get(boardsParameter) ?? undefined } : undefined;
}

function putIntoAddress(wall: Wall | undefined): void {
  const { pathname, search, hash } = window.location;
  const others = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && ![parameter, boardsParameter].includes(part.split('=')[0] ?? ''));
  const boards =
    wall?.boards === undefined ? [] : [[boardsParameter, inAddress(wall.boards)].filter(Boolean).join('=')];
  const parts = [...others, ...(wall ? [parameter, ...boards] : [])].join('&');
  // No new entry, so that Back leads where it led before. The state belongs to Flex's router.
  window.history.replaceState(window.history.state, '', `${pathname}${parts && `?${parts}`}${hash}`);
}

/** Commas and colons can be read as they are. */
const inAddress = (boards: string): string =>
  encodeURIComponent(boards).replace(/%2C/g, ',').replace(/%3A/g, ':');

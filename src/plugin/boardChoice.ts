import { browserStorage, tabStorage } from '../views/board/safeStorage';
import type { StartBoard } from '../views/desk/StartBoardAction';
import { isBoardId } from '../model/board/boardDocument';
import { Store } from '../model/store/Store';

import type { DashboardSources } from '../sources/DashboardSources';

const parameter = 'board';
const memoryKey = 'realtime-dashboard.board';

export interface BoardChoice {
  /** Shows another board. The address names it from then on, and the browser's Back leads to the one before. */
  choose(id: string): void;
  /** Puts the board into the address, where the view was opened by an address without one. */
  nameInAddress(): void;
  readonly start: StartBoard;
}

/**
 * Shows the board that the address asks for, as `/realtime-dashboard/k3f9x2ab` or `?board=k3f9x2ab` do; or else the one that this tab
 * showed last, since a login may lead back to Flex's start page; or else the one that this person starts
 * with in this browser, or else the one that they opened last in it.
 * `?board=` asks for the first one.
 *
 * @param person identity in Flex: people who share a computer do not open each other's boards
 */
export function followBoardChoice(
  sources: Pick<DashboardSources, 'showBoard' | 'wantedBoard' | 'boardDocument'>,
  viewName: string,
  person: string,
): BoardChoice {
  const ofPerson = `${memoryKey}.${JSON.stringify(person)}`;
  const ofStart = `${memoryKey}.start.${JSON.stringify(person)}`;
  const start = new Store(browserStorage.getItem(ofStart) ?? undefined);
  const isWall = (): boolean => new URLSearchParams(window.location.search).has('wall');
  const show = (id: string | undefined): void => {
    // A link that names no board at all is not what anybody wants to start with tomorrow.
    const kept = isBoardId(id) ? id : undefined;
    if (kept === undefined) tabStorage.removeItem(memoryKey);
    else tabStorage.setItem(memoryKey, kept);
    if (kept !== undefined && !isWall()) browserStorage.setItem(ofPerson, kept);
    sources.showBoard(id);
  };
  const shown = (): string | undefined => sources.boardDocument.get()?.name.slice(-8);
  const put = (id: string, how: 'pushState' | 'replaceState'): void =>
    // The state belongs to Flex's router.
    window.history[how](window.history.state, '', addressOf(viewName, id));

  const asked = askedFor(viewName);
  if (asked !== undefined) show(asked || undefined);
  else
    show(
      tabStorage.getItem(memoryKey) ??
        (isWall() ? undefined : (start.get() ?? browserStorage.getItem(ofPerson) ?? undefined)),
    );
  window.addEventListener('popstate', () => {
    const id = askedFor(viewName);
    if (id && id !== sources.wantedBoard.get()) show(id);
  });
  return {
    start: {
      id: start,
      set(id) {
        if (id === undefined) browserStorage.removeItem(ofStart);
        else browserStorage.setItem(ofStart, id);
        // What was opened last would stand in for it, and nobody could go back to the board that is for them.
        if (id === undefined) browserStorage.removeItem(ofPerson);
        start.set(id);
      },
    },
    choose(id) {
      const before = shown();
      // So that Back finds the board that was left.
      if (before !== undefined && !askedFor(viewName)) put(before, 'replaceState');
      put(id, 'pushState');
      show(id);
    },
    nameInAddress() {
      const id = sources.wantedBoard.get();
      if (id !== undefined && askedFor(viewName) === undefined && isView(viewName)) put(id, 'replaceState');
    },
  };
}

const pathOf = (viewName: string): RegExp => new RegExp(`/${viewName}(?:/([^/]*))?/?$`);

const isView = (viewName: string): boolean => pathOf(viewName).test(window.location.pathname);

/** What the address asks for: empty for the first board, undefined where it says nothing. */
function askedFor(viewName: string): string | undefined {
  const { pathname, search } = window.location;
  const inPath = pathOf(viewName).exec(pathname)?.[1];
  return inPath || (new URLSearchParams(search).get(parameter) ?? undefined);
}

/** The address of the view with this board; its other parts are left alone. */
function addressOf(viewName: string, id: string): string {
  const { pathname, search, hash } = window.location;
  const others = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && part.split('=')[0] !== parameter);
  const path = pathname.replace(pathOf(viewName), `/${viewName}/${id}`);
  return `${path}${others.length > 0 ? `?${others.join('&')}` : ''}${hash}`;
}

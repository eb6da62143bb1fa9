import * as React from 'react';
import { createPortal } from 'react-dom';
import type { DashboardSources } from '../../sources/DashboardSources';
import { DialogBoundary } from '../../ui/DialogBoundary';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { OpenTile } from '../desk/OpenTile';
import type { BoardModel } from '../board/BoardModel';
import { useBoard } from '../board/useBoard';
import { useStore } from '../board/useStore';
import { styled, themeGet } from '../../paste/styling';
import { useStrings } from '../../strings/StringsContext';
import { useDailyReload } from './useDailyReload';
import { retryAfter } from './FailedWall';
import { useFlexLogin, type FlexLogin } from './useFlexLogin';
import { useFullScreen } from './useFullScreen';
import { useIdlePointer } from './useIdlePointer';
import { useKeys } from './useKeys';
import { usePixelShift } from './usePixelShift';
import { useWakeLock } from './useWakeLock';
import { WallAlarms } from './WallAlarms';
import { WallBar } from './WallBar';
import { WallKeys } from './WallKeys';
import { WallTiles } from './WallTiles';
import { WallControls } from './WallControls';
import { usePlaylist, type WallBoard } from './usePlaylist';
import { useTurns } from './useTurns';
import { useWallPages } from './useWallPages';

export interface WallModeProps {
  readonly sources: DashboardSources;
  /** Names of the Sync documents, for messages. */
  readonly documents: { readonly data: string; readonly definitions: string };
  /** Whether notices for admins are shown. */
  readonly isAdmin: boolean;
  /** The boards that it shows in turn, as a link names them; empty for the saved playlist, undefined for the one that is shown. */
  readonly boards: string | undefined;
  readonly login: FlexLogin;
  readonly onLeave: () => void;
}

/** How long the keys are told to who opens a wall, in milliseconds. */
const hintTime = 12_000;

/**
 * The board over the whole window, for a screen that hangs on a wall and that nobody operates: everything fits, it follows
 * the numbers by itself, and says in large words when it cannot. Needs Paste's theme around it.
 */
export function WallMode({
  sources,
  documents,
  isAdmin,
  boards: wanted,
  login,
  onLeave,
}: WallModeProps): React.ReactElement {
  const strings = useStrings();
  const board = useBoard(sources, documents);
  const { hasEnded } = useFlexLogin(login);
  const isReloadPostponed = useDailyReload(sources, board);
  const wakeLock = useWakeLock();
  const fullScreen = useFullScreen();
  const isPointerIdle = useIdlePointer();
  const { x, y } = usePixelShift();
  const space = React.useRef<HTMLDivElement>(null);
  const playlist = usePlaylist(sources, board, wanted);
  const boards = useBoards(board, playlist.boards);
  const turns = useTurns(board, useWallPages(boards, space));
  const [open, setOpen] = React.useState<{ readonly tile: string; readonly board: string | undefined }>();
  const shown = React.useRef<string>();
  shown.current = turns.page?.board.key;
  const openTile = React.useCallback((tile: string) => setOpen({ tile, board: shown.current }), []);
  const close = React.useCallback(() => setOpen(undefined), []);
  const [isHelpOpen, setHelpOpen] = React.useState(false);
  const isHintShown = useForAWhile(hintTime);
  const layer = React.useRef<HTMLDivElement>(null);
  useFocusInside(layer);

  const { toggle } = fullScreen;
  const { turnPage, turnBoard, pause, count } = turns;
  const isTurning = count > 1;
  useKeys(
    React.useMemo(
      () => ({
        f: toggle,
        '?': () => setHelpOpen((before) => !before),
        ArrowRight: () => turnPage(1),
        ArrowLeft: () => turnPage(-1),
        ArrowDown: () => turnBoard(1),
        ArrowUp: () => turnBoard(-1),
        p: isTurning ? pause : undefined,
        Escape: isHelpOpen ? () => setHelpOpen(false) : onLeave,
      }),
      [toggle, turnPage, turnBoard, pause, isTurning, isHelpOpen, onLeave],
    ),
  );

  // Into the page itself: within Flex's view, a header or a dialog of Flex could lie above.
  return createPortal(
    <Layer
      ref={layer}
      role="dialog"
      aria-modal="true"
      aria-label={strings.text('WallName')}
      tabIndex={-1}
      data-idle={isPointerIdle ? '' : undefined}
      data-wall=""
    >
      <Picture style={{ transform: `translate(${x}px, ${y}px)` }}>
        <ErrorBoundary retryAfter={retryAfter}>
          <WallBar
            board={board}
            turns={turns}
            playlist={playlist}
            isAdmin={isAdmin}
            dataDocument={documents.data}
            hasLoginEnded={hasEnded}
            isReloadPostponed={isReloadPostponed}
          />
        </ErrorBoundary>
        <ErrorBoundary retryAfter={retryAfter}>
          <WallAlarms board={board} turns={turns} />
        </ErrorBoundary>
        <WallTiles ref={space} board={board} page={turns.page} onOpen={openTile} documents={documents} />
      </Picture>
      {open === undefined ? null : (
        <DialogBoundary onClose={close}>
          <OpenTile
            tile={open.tile}
            sections={boards.find(({ key }) => key === open.board)?.sections ?? []}
            board={board}
            onClose={close}
          />
        </DialogBoundary>
      )}
      {isPointerIdle ? null : <WallControls turns={turns} onLeave={onLeave} />}
      {isHelpOpen || (isHintShown && !fullScreen.isFull) ? (
        <WallKeys isWhole={isHelpOpen} mayGoDark={wakeLock === 'unavailable'} />
      ) : null}
    </Layer>,
    document.body,
  );
}

/** Those of the playlist, or else the one that is shown. */
function useBoards(board: BoardModel, ofPlaylist: readonly WallBoard[] | undefined): readonly WallBoard[] {
  const { content, title, variables } = useStore(board.layout);
  return React.useMemo(() => {
    if (ofPlaylist) return ofPlaylist;
    return content.status === 'tiles' && content.sections.length > 0
      ? [{ key: '', title, sections: content.sections, variables, seconds: undefined }]
      : [];
  }, [ofPlaylist, content, title, variables]);
}

function useForAWhile(milliseconds: number): boolean {
  const [isOver, setOver] = React.useState(false);
  React.useEffect(() => {
    const timer = setTimeout(() => setOver(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return !isOver;
}

/** Keeps the keyboard on the wall: what lies below cannot be seen. Gives the focus back at the end. */
function useFocusInside(layer: React.RefObject<HTMLElement>): void {
  React.useEffect(() => {
    const before = document.activeElement;
    layer.current?.focus();
    const bringBack = ({ target }: FocusEvent): void => {
      if (target instanceof Node && !layer.current?.contains(target)) layer.current?.focus();
    };
    document.addEventListener('focusin', bringBack);
    return () => {
      document.removeEventListener('focusin', bringBack);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [layer]);
}

/** Above all of Flex: its header, its bar of notifications and its menus, which end at 1300, and Paste's dialogs, at 90. */
const Layer = styled('div')`
  position: fixed;
  inset: 0;
  z-index: 100000;
  box-sizing: border-box;
  padding: max(10px, 1.4vmin);
  overflow: hidden;
  background: ${themeGet('backgroundColors.colorBackground')};
  color: ${themeGet('textColors.colorText')};
  font-family: ${themeGet('fonts.fontFamilyText')};
  &:focus {
    outline: none;
  }
  /* Tiles have pointers of their own. */
  &[data-idle],
  &[data-idle] * {
    cursor: none !important;
  }
`;

const Picture = styled('div')`
  display: flex;
  flex-direction: column;
  gap: 1vmin;
  height: 100%;
`;

import * as React from 'react';
import { createPortal } from 'react-dom';
import type { DashboardSources } from '../sources/DashboardSources';
import { DialogBoundary } from '../ui/DialogBoundary';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { OpenTile } from '../dashboard/OpenTile';
import { useBoard } from '../dashboard/useBoard';
import { styled, themeGet } from '../paste/styling';
import { QuietButton } from '../ui/QuietButton';
import { useStrings } from '../strings/StringsContext';
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
import { useWallPages } from './useWallPages';

export interface WallModeProps {
  readonly sources: DashboardSources;
  /** Names of the Sync documents, for messages. */
  readonly documents: { readonly data: string; readonly definitions: string };
  /** Whether notices for admins are shown. */
  readonly isAdmin: boolean;
  readonly login: FlexLogin;
  readonly onLeave: () => void;
}

/** How long the keys are told to who opens a wall, in milliseconds. */
const hintTime = 12_000;

/**
 * The board over the whole window, for a screen that hangs on a wall and that nobody operates: everything fits, it follows
 * the numbers by itself, and says in large words when it cannot. Needs Paste's theme around it.
 */
export function WallMode({ sources, documents, isAdmin, login, onLeave }: WallModeProps): React.ReactElement {
  const strings = useStrings();
  const board = useBoard(sources, documents);
  const { hasEnded } = useFlexLogin(login);
  const isReloadPostponed = useDailyReload(sources, board);
  const wakeLock = useWakeLock();
  const fullScreen = useFullScreen();
  const isPointerIdle = useIdlePointer();
  const { x, y } = usePixelShift();
  const space = React.useRef<HTMLDivElement>(null);
  const pages = useWallPages(board, space);
  const [open, setOpen] = React.useState<string>();
  const close = React.useCallback(() => setOpen(undefined), []);
  const [isHelpOpen, setHelpOpen] = React.useState(false);
  const isHintShown = useForAWhile(hintTime);
  const layer = React.useRef<HTMLDivElement>(null);
  useFocusInside(layer);

  const { toggle } = fullScreen;
  const { turn } = pages;
  useKeys(
    React.useMemo(
      () => ({
        f: toggle,
        '?': () => setHelpOpen((before) => !before),
        ArrowRight: () => turn(1),
        ArrowLeft: () => turn(-1),
        Escape: isHelpOpen ? () => setHelpOpen(false) : onLeave,
      }),
      [toggle, turn, isHelpOpen, onLeave],
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
            pages={pages}
            isAdmin={isAdmin}
            dataDocument={documents.data}
            hasLoginEnded={hasEnded}
            isReloadPostponed={isReloadPostponed}
          />
        </ErrorBoundary>
        <ErrorBoundary retryAfter={retryAfter}>
          <WallAlarms board={board} pages={pages} />
        </ErrorBoundary>
        <WallTiles ref={space} board={board} page={pages.page} onOpen={setOpen} documents={documents} />
      </Picture>
      {open === undefined ? null : (
        <DialogBoundary onClose={close}>
          <OpenTile tile={open} board={board} onClose={close} />
        </DialogBoundary>
      )}
      {isPointerIdle ? null : (
        <Leave type="button" onClick={onLeave}>
          {strings.text('WallLeave')}
        </Leave>
      )}
      {isHelpOpen || (isHintShown && !fullScreen.isFull) ? (
        <WallKeys isWhole={isHelpOpen} mayGoDark={wakeLock === 'unavailable'} />
      ) : null}
    </Layer>,
    document.body,
  );
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
const Layer = styled.div`
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

/** At the top, where the panel of keys is not; there while somebody moves the pointer or touches the screen. */
const Leave = styled(QuietButton)`
  position: absolute;
  top: max(10px, 1.4vmin);
  left: 50%;
  transform: translateX(-50%);
  font-size: max(16px, 2.2vmin);
  line-height: 1.25;
  box-shadow: 0 2px 8px rgb(0 0 0 / 25%);
`;

const Picture = styled.div`
  display: flex;
  flex-direction: column;
  gap: 1vmin;
  height: 100%;
`;

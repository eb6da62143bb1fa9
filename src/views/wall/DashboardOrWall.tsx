import * as React from 'react';
import { DashboardView, type DashboardViewProps } from '../desk/DashboardView';
import { ErrorBoundary } from '../../ui/ErrorBoundary';
import { FailedWall, retryAfter } from './FailedWall';
import { openFullScreen } from './useFullScreen';
import { useWallMode } from './useWallMode';
import { WallMode, type WallModeProps } from './WallMode';

export type DashboardOrWallProps = Omit<DashboardViewProps, 'onOpenWall'> &
  Omit<WallModeProps, 'onLeave' | 'boards'>;

/** The dashboard for a desk or, when the address or a button says so, for a wall; one at a time, so that nothing works twice. */
export function DashboardOrWall({ login, ...props }: DashboardOrWallProps): React.ReactElement {
  const { isOn, boards, enter, leave } = useWallMode();
  const open = React.useCallback(
    (asked?: string) => {
      openFullScreen();
      enter(asked);
    },
    [enter],
  );
  return isOn ? (
    <ErrorBoundary
      key="wall"
      retryAfter={retryAfter}
      fallback={(failure) => <FailedWall {...failure} onLeave={leave} />}
    >
      <WallMode {...props} boards={boards} login={login} onLeave={leave} />
    </ErrorBoundary>
  ) : (
    <ErrorBoundary key="desk">
      <DashboardView {...props} onOpenWall={open} />
    </ErrorBoundary>
  );
}

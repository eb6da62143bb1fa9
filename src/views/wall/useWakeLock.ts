import * as React from 'react';

/** `unavailable`: the browser has no such thing, or refuses it, as on a page without https or to save power. */
export type WakeLockState = 'pending' | 'held' | 'unavailable';

// Older browsers, and pages without https, have none.
const wakeLockOf = (browser: Partial<Pick<Navigator, 'wakeLock'>>): WakeLock | undefined => browser.wakeLock;

/** Keeps the screen awake while the component is on screen. The browser lets go when the page is hidden; it is asked again after. */
export function useWakeLock(): WakeLockState {
  const [state, setState] = React.useState<WakeLockState>(() =>
    wakeLockOf(navigator) ? 'pending' : 'unavailable',
  );
  React.useEffect(() => {
    const wakeLock = wakeLockOf(navigator);
    if (!wakeLock) return undefined;
    let held: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      if (document.hidden || (held && !held.released)) return;
      try {
        const granted = await wakeLock.request('screen');
        if (isOver) return void granted.release();
        held = granted;
        setState('held');
      } catch {
        if (!isOver) setState('unavailable');
      }
    };
    const onVisibility = (): void => void ask();
    document.addEventListener('visibilitychange', onVisibility);
    void ask();
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', onVisibility);
      void held?.release();
    };
  }, []);
  return state;
}

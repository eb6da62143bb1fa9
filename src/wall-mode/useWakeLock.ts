import { useEffect, useState } from 'react';

/** `unavailable`: the browser has no such thing, or refuses it, as on a page without https or to save power. */
export type WakeLockState = 'pending' | 'held' | 'unavailable';

/** Keeps the screen awake while the component is on screen. The browser lets go when the page is hidden; it is asked again after. */
export function useWakeLock(): WakeLockState {
  const [state, setState] = useState<WakeLockState>('pending');
  useEffect(() => {
    // Older browsers, and pages without https, have none.
    const { wakeLock } = navigator as Partial<Pick<Navigator, 'wakeLock'>>;
    let sentinel: WakeLockSentinel | undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      if (document.hidden || (sentinel && !sentinel.released)) return;
      try {
        const granted = await wakeLock?.request('screen');
        if (isOver) return void granted?.release();
        sentinel = granted;
        setState(granted ? 'held' : 'unavailable');
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
      void sentinel?.release();
    };
  }, []);
  return state;
}

import { useEffect, useState } from 'react';

/** Whether the browser shows a page in full screen by a key of ours. What F11 or a kiosk browser does, a page cannot see. */
export function useFullScreen(): { readonly isFull: boolean; readonly toggle: () => void } {
  const [isFull, setFull] = useState(isFullScreen);
  useEffect(() => {
    const update = (): void => setFull(isFullScreen());
    document.addEventListener('fullscreenchange', update);
    return () => {
      document.removeEventListener('fullscreenchange', update);
      leave();
    };
  }, []);
  return { isFull, toggle };
}

const isFullScreen = (): boolean => Boolean(document.fullscreenElement);

function toggle(): void {
  if (isFullScreen()) leave();
  // Refused unless a person pressed a key, and in a frame that may not; then the wall goes on as it is.
  else document.documentElement.requestFullscreen().catch(() => undefined);
}

function leave(): void {
  if (isFullScreen()) document.exitFullscreen().catch(() => undefined);
}

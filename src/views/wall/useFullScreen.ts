import * as React from 'react';

/** Whether the browser shows a page in full screen by our asking. What F11 or a kiosk browser does, a page cannot see. */
export function useFullScreen(): { readonly isFull: boolean; readonly toggle: () => void } {
  const [isFull, setFull] = React.useState(isFullScreen);
  React.useEffect(() => {
    const update = (): void => setFull(isFullScreen());
    document.addEventListener('fullscreenchange', update);
    return () => {
      document.removeEventListener('fullscreenchange', update);
      leave();
    };
  }, []);
  return { isFull, toggle };
}

/** Refused unless a person has just clicked or pressed a key, and in a frame that may not; then the page goes on as it is. */
export function openFullScreen(): void {
  // Older browsers, and some of tablets, have none.
  const page: Partial<Pick<Element, 'requestFullscreen'>> = document.documentElement;
  page.requestFullscreen?.().catch(() => undefined);
}

const isFullScreen = (): boolean => Boolean(document.fullscreenElement);

function toggle(): void {
  if (isFullScreen()) leave();
  else openFullScreen();
}

function leave(): void {
  if (isFullScreen()) document.exitFullscreen().catch(() => undefined);
}

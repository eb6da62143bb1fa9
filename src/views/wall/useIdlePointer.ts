import * as React from 'react';

const idleAfter = 3000;

/** Whether the pointer has not moved for some seconds, so that there is nobody to show it to. */
export function useIdlePointer(): boolean {
  const [isIdle, setIdle] = React.useState(false);
  React.useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const restart = (): void => {
      clearTimeout(timer);
      setIdle(false);
      timer = setTimeout(() => setIdle(true), idleAfter);
    };
    document.addEventListener('pointermove', restart);
    document.addEventListener('pointerdown', restart);
    restart();
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointermove', restart);
      document.removeEventListener('pointerdown', restart);
    };
  }, []);
  return isIdle;
}

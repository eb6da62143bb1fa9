import * as React from 'react';

/** The room inside an element in CSS pixels, as it changes; undefined before it is known. */
export function useSize(
  element: React.RefObject<HTMLElement>,
): { readonly width: number; readonly height: number } | undefined {
  const [size, setSize] = React.useState<{ width: number; height: number }>();
  React.useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

import * as React from 'react';
import { asSpan, type Span } from '../../../model/board/span';
import { tileOf } from './tileElements';

/**
 * A handle at the lower right corner of the tile that the pointer is over or that has the focus. While it is dragged, the tile
 * takes each size at once, as one step that is undone at once; Escape gives back the size it had.
 *
 * @param onResize `joins` is whether it belongs to the step before
 */
export function useTileResize(
  area: React.RefObject<HTMLElement>,
  handle: React.RefObject<HTMLElement>,
  spanOfTile: (key: string) => Span | undefined,
  onResize: (key: string, span: Span, joins: boolean) => void,
): void {
  const used = React.useRef({ spanOfTile, onResize });
  used.current = { spanOfTile, onResize };
  React.useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let shown: string | undefined;
    let drag:
      | {
          readonly key: string;
          readonly x: number;
          readonly y: number;
          readonly box: DOMRect;
          readonly span: Span;
          isBegun: boolean;
        }
      | undefined;
    const place = (): void => {
      const box = shown === undefined ? undefined : tileOf(element, shown)?.getBoundingClientRect();
      if (!handle.current) return;
      handle.current.hidden = !box;
      if (box) Object.assign(handle.current.style, { left: `${box.right}px`, top: `${box.bottom}px` });
    };
    const show = (event: Event): void => {
      if (drag || !(event.target instanceof Element) || event.target.closest('[data-resize]')) return;
      shown = event.target.closest<HTMLElement>('[data-tile]')?.dataset.tile;
      place();
    };
    const hide = (): void => {
      if (drag) return;
      shown = undefined;
      place();
    };
    const down = (event: PointerEvent): void => {
      const isHandle = event.target instanceof Element && event.target.closest('[data-resize]') !== null;
      const span = shown === undefined ? undefined : used.current.spanOfTile(shown);
      const box = shown === undefined ? undefined : tileOf(element, shown)?.getBoundingClientRect();
      if (!isHandle || shown === undefined || !span || !box) return;
      event.preventDefault();
      event.stopPropagation();
      drag = { key: shown, x: event.clientX, y: event.clientY, box, span, isBegun: false };
    };
    const resize = (span: Span): void => {
      if (!drag) return;
      const now = used.current.spanOfTile(drag.key);
      if (!now || (now.columns === span.columns && now.rows === span.rows)) return;
      used.current.onResize(drag.key, span, drag.isBegun);
      drag.isBegun = true;
    };
    const move = (event: PointerEvent): void => {
      if (!drag) return;
      const { box, span, x, y } = drag;
      resize(sizeFrom(span, box, { width: event.clientX - x, height: event.clientY - y }));
      place();
    };
    const end = (): void => {
      drag = undefined;
      place();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !drag) return;
      resize(drag.span);
      end();
    };
    const listeners: readonly (readonly [EventTarget, string, EventListener, boolean?])[] = [
      [element, 'pointerover', show],
      [element, 'focusin', show],
      [element, 'pointerleave', hide],
      [element, 'pointerdown', down as EventListener, true],
      [window, 'pointermove', move as EventListener],
      [window, 'pointerup', end],
      [window, 'pointercancel', end],
      [window, 'scroll', place, true],
      [window, 'resize', place],
      [window, 'keydown', onKey as EventListener],
    ];
    for (const [target, type, act, isCapture] of listeners) target.addEventListener(type, act, isCapture);
    // The board becomes narrower when the panel opens beside it.
    const sizes = new ResizeObserver(place);
    sizes.observe(element);
    return () => {
      sizes.disconnect();
      for (const [target, type, act, isCapture] of listeners)
        target.removeEventListener(type, act, isCapture);
    };
  }, [area, handle]);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The span of a tile whose corner was dragged so far from where it was, in CSS pixels. A tile that is stretched to the edge of
 * its row counts as drawn: half of its width away is half of its columns less.
 */
const sizeFrom = (span: Span, box: Size, by: Size): Span =>
  asSpan({
    columns: span.columns * (1 + by.width / box.width),
    rows: span.rows * (1 + by.height / box.height),
  });

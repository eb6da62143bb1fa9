import * as React from 'react';
import type { TilePosition } from '../draft/EditingCommand';
import { tileOf } from './tileElements';

/** Where the tile would go, as a line on the screen: pixels of the viewport. */
export interface DropMark {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Less is a click, whose hand was not quite still. */
const dragDistance = 6;

/**
 * Tiles are dragged by a mouse or a pen; a finger scrolls, and has the buttons of the workbench. Sections are elements with
 * `data-section`, tiles those with `data-tile`, so that tiles need to know nothing of it.
 */
export function useTileDrag(
  area: React.RefObject<HTMLElement>,
  onDrop: (key: string, place: TilePosition) => void,
): DropMark | undefined {
  const [mark, setMark] = React.useState<DropMark>();
  const dropped = React.useRef(onDrop);
  dropped.current = onDrop;
  React.useEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    let drag: { readonly key: string; readonly x: number; readonly y: number; isMoving: boolean } | undefined;
    let target: Drop | undefined;
    let at = { x: 0, y: 0 };
    let scrolling: number | undefined;

    const finish = (): void => {
      if (scrolling !== undefined) cancelAnimationFrame(scrolling);
      scrolling = undefined;
      drag = undefined;
      target = undefined;
      element.style.cursor = '';
      element.querySelector('[data-dragged]')?.removeAttribute('data-dragged');
      delete element.dataset.dragging;
      setMark(undefined);
    };
    const down = (event: PointerEvent): void => {
      const key = tileAt(event.target)?.dataset.tile;
      if (key === undefined || event.button !== 0 || event.pointerType === 'touch') return;
      drag = { key, x: event.clientX, y: event.clientY, isMoving: false };
    };
    const aim = (): void => {
      target = dropAt(at.x, at.y);
      setMark(target?.mark);
    };
    /** Scrolls on for as long as the tile is held at an edge. */
    const scroll = (): void => {
      scrolling = undefined;
      const scroller = element.closest('main');
      const step = scroller && drag?.isMoving ? edgeStep(at.y, scroller.getBoundingClientRect()) : 0;
      if (!scroller || step === 0) return;
      scroller.scrollBy(0, step);
      aim();
      scrolling = requestAnimationFrame(scroll);
    };
    const move = (event: PointerEvent): void => {
      if (!drag) return;
      // The button was let go of where nobody told us, such as outside of the window.
      if (event.buttons === 0) return finish();
      const distance = Math.hypot(event.clientX - drag.x, event.clientY - drag.y);
      if (!drag.isMoving && distance < dragDistance) return;
      drag.isMoving = true;
      element.style.cursor = 'grabbing';
      element.dataset.dragging = '';
      tileOf(element, drag.key)?.setAttribute('data-dragged', '');
      at = { x: event.clientX, y: event.clientY };
      aim();
      scrolling = scrolling ?? requestAnimationFrame(scroll);
    };
    const up = (): void => {
      if (!drag?.isMoving) return finish();
      // The click that follows would open the tile.
      window.addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      if (target && target.place.before !== drag.key) dropped.current(drag.key, target.place);
      finish();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && drag) finish();
    };
    element.addEventListener('pointerdown', down);
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', finish);
    window.addEventListener('blur', finish);
    window.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('pointerdown', down);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', finish);
      window.removeEventListener('blur', finish);
      finish();
      window.removeEventListener('keydown', onKey);
    };
  }, [area]);
  return mark;
}

/** So near to an edge, a tile that is dragged scrolls the board: CSS pixels. */
const edge = 48;

/** How far to scroll in one frame, in CSS pixels: the nearer to the edge the faster; 0 away from it. */
export function edgeStep(y: number, { top, bottom }: Pick<DOMRect, 'top' | 'bottom'>): number {
  if (y < top + edge) return -Math.ceil(Math.min(edge, top + edge - y) / 4);
  return y > bottom - edge ? Math.ceil(Math.min(edge, y - bottom + edge) / 4) : 0;
}

interface Drop {
  readonly place: TilePosition;
  readonly mark: DropMark;
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

const tileAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-tile]') : null;

/** Half of the gap between tiles. */
const halfGap = 6;

function dropAt(x: number, y: number): Drop | undefined {
  const found = document.elementFromPoint(x, y);
  const section = found?.closest<HTMLElement>('[data-section]');
  if (!found || !section) return undefined;
  const name = section.dataset.section || undefined;
  const tiles = [...section.querySelectorAll<HTMLElement>('[data-tile]')];
  const over = tileAt(found) ?? tiles[tiles.length - 1];
  if (!over) {
    const { left, top, height } = section.getBoundingClientRect();
    return { place: { section: name }, mark: { left, top, height } };
  }
  const { left, right, top, height } = over.getBoundingClientRect();
  const isBefore = over === tileAt(found) && x < (left + right) / 2;
  const before = isBefore ? over : tiles[tiles.indexOf(over) + 1];
  return {
    place: { section: name, before: before?.dataset.tile },
    mark: { left: isBefore ? left - halfGap : right + halfGap, top, height },
  };
}

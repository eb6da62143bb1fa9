import type * as React from 'react';

/**
 * Arrows, Home and End go between the elements that a selector names: left and right by their order, up and down by what
 * stands nearest in the next row. Up from the first row goes to `above`, and down from there to the first.
 */
export function moveFocus(
  event: React.KeyboardEvent<HTMLElement>,
  selector: string,
  above: HTMLElement | null,
): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(selector)];
  const { target, key } = event;
  const isAbove = target === above;
  const here = all.findIndex((element) => element === target);
  if (here < 0 && !(isAbove && key === 'ArrowDown')) return;
  const next = isAbove ? all[0] : nextOf(key, all, here, above);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nextOf(
  key: string,
  all: readonly HTMLElement[],
  here: number,
  above: HTMLElement | null,
): HTMLElement | null | undefined {
  switch (key) {
    case 'ArrowRight':
      return all[here + 1];
    case 'ArrowLeft':
      return all[here - 1];
    case 'Home':
      return all[0];
    case 'End':
      return all[all.length - 1];
    case 'ArrowDown':
      return inNextRow(all, here, 1);
    case 'ArrowUp':
      return inNextRow(all, here, -1) ?? above;
    default:
      return undefined;
  }
}

function inNextRow(all: readonly HTMLElement[], here: number, way: 1 | -1): HTMLElement | undefined {
  const boxes = all.map((element) => element.getBoundingClientRect());
  const box = boxes[here];
  if (!box) return undefined;
  const distance = (other: DOMRect): number => (other.top - box.top) * way;
  const nearest = Math.min(...boxes.map(distance).filter((far) => far > 1));
  const row = all.filter((_, index) => Math.abs(distance(boxes[index] as DOMRect) - nearest) <= 1);
  const aside = (element: HTMLElement): number => Math.abs(element.getBoundingClientRect().left - box.left);
  return [...row].sort((a, b) => aside(a) - aside(b))[0];
}

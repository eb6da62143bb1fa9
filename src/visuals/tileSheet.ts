import { css } from '../paste/styling';
import { styleRules } from './styleColours';
import type { TileState } from './describeReading';

/** The left edge of each state: how many bars wide, and which line. Judged values differ in it without any colour. */
export const edges: Readonly<Record<TileState, { readonly bars: number; readonly line: string }>> = {
  none: { bars: 0.5, line: 'solid' },
  success: { bars: 1, line: 'solid' },
  warning: { bars: 1.5, line: 'double' },
  error: { bars: 2, line: 'solid' },
  stale: { bars: 1, line: 'dashed' },
  'previous-day': { bars: 1, line: 'dotted' },
  'too-few': { bars: 0.5, line: 'dotted' },
  'no-answer': { bars: 0.5, line: 'solid' },
  'no-data': { bars: 0.5, line: 'dashed' },
  broken: { bars: 1.5, line: 'dashed' },
};

/** Nothing is to be said by the edge of these. */
const quietEdges: ReadonlySet<string> = new Set<TileState>(['none', 'no-answer']);

/**
 * How tiles look, once for a whole grid: a tile is plain elements with class names, since a style computed for each
 * element of 500 tiles would cost more than drawing them.
 *
 * Sizes are in `--u` of the grid whatever size a tile has, so that numbers of all sizes stand on one line.
 */
export const tileSheet = css`
  .tile-cell {
    min-width: 0;
    min-height: 0;
  }
  .tile-cell {
    --cells: var(--normal);
  }
  .tile-small {
    --cells: var(--small);
  }
  .tile-wide {
    --cells: var(--wide);
  }

  .tile {
    --width: calc(var(--cells) / 120 * (100cqw + var(--gap)) - var(--gap));
    --label-size: max(0.875rem, calc(5.2 * var(--u)));
    --foot-size: max(0.8125rem, calc(4.4 * var(--u)));
    --number-size: calc(24 * var(--u) * min(2, 0.5 + 0.5 * var(--high, 1)));
    --number-width: calc(var(--width) - 2.125rem - var(--frame));
    --error-size: max(1.125rem, calc(12 * var(--u)));
    --long-size: max(1.125rem, calc(8 * var(--u)));
    --unit-size: max(0.45em, 0.875rem);
    --icon-size: calc(1.375 * var(--label-size));
    --between: 0.25rem;
    --frame: 0px;
    --bar: 6px;
    --value: var(--quiet);
    --caption: var(--quiet);
    --mark: var(--value);
    position: relative;
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    min-height: 0;
    box-sizing: border-box;
    margin: 0;
    padding: 0.625rem 0.75rem 0.625rem 1.25rem;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--ground);
    color: var(--caption);
    font-family: inherit;
    text-align: left;
    cursor: pointer;
    overflow: hidden;
    /* Of 500 tiles, those out of sight are not laid out. */
    content-visibility: auto;
    contain-intrinsic-size: auto none;
  }
  .tile-small .tile {
    --number-width: calc(var(--width) - 1.375rem - var(--frame));
    --label-size: max(0.875rem, calc(5.2 * var(--u)));
    --foot-size: max(0.75rem, calc(4.4 * var(--u)));
    --icon-size: calc(1.125 * var(--label-size));
    padding: 0.625rem 0.375rem 0.625rem 0.9375rem;
  }
  .fits & .tile {
    --height: calc(var(--high, 1) * (var(--row-height) + var(--gap)) - var(--gap));
    --label-size: var(--label-fits);
    --foot-size: calc(5.6 * var(--u));
    --number-size: calc(0.465 * var(--height));
    --number-width: calc(var(--width) - 11 * var(--u) - var(--frame));
    --error-size: calc(13 * var(--u));
    --long-size: calc(8 * var(--u));
    --unit-size: 0.45em;
    --icon-size: calc(10 * var(--u));
    --between: calc(0.6 * var(--u));
    --bar: calc(2 * var(--u));
    padding: calc(1.8 * var(--u)) calc(3.5 * var(--u)) calc(1.8 * var(--u)) calc(6.5 * var(--u));
  }
  .fits & .tile-small .tile {
    --icon-size: calc(9 * var(--u));
  }
  div.tile {
    cursor: default;
  }
  button.tile:not([data-was]):hover {
    border-color: var(--caption);
  }
  .tile:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  ${styleRules()}
  .tile::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    z-index: 1;
    border-left: var(--edge);
  }
  .tile[data-style] {
    border-color: var(--rim, var(--line));
    box-shadow: inset 0 0 0 1px var(--rim, transparent);
  }
  /* Colours that a metric brings along say nothing of an edge. */
  .tile[data-strong]:not([data-style]) {
    --mark: color-mix(in srgb, var(--value) 60%, var(--ground));
    border-color: var(--ground);
  }
  .tile[data-strong]:not([data-style]) .tile-icon,
  .tile[data-strong]:not([data-style]) .tile-word {
    color: var(--value);
  }
  .tile[data-state='stale'] {
    border-style: dashed;
    background: repeating-linear-gradient(-45deg, var(--ground) 0 10px, var(--stripe) 10px 20px);
  }
  .tile[data-state='previous-day'] {
    background: var(--stripe);
  }
  .tile[data-state='broken'] {
    border: 1px dashed var(--mark);
  }
  /* What was wrong when the numbers were new stays to be seen, in outline. */
  .tile[data-was] {
    --frame: 4px;
    border-width: max(2px, 0.35 * var(--bar));
    border-style: dashed;
  }
  .tile[data-was='warning'] {
    border-color: var(--was-warning);
  }
  .tile[data-was='error'] {
    border-color: var(--was-error);
  }
  ${Object.entries(edges).map(
    ([state, { bars, line }]) => `
  .tile[data-state='${state}'] {
    --edge: calc(${bars} * var(--bar)) ${line} ${quietEdges.has(state) ? 'var(--line)' : 'var(--side, var(--mark))'};
  }`,
  )}

  .tile-top {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 0.5rem;
    font-size: var(--label-size);
    font-weight: 600;
    line-height: 1.25;
  }
  /* Two lines of label, a number and one line below it fill a row of a wall to the last unit. */
  .fits & .tile-top {
    font-weight: 500;
    line-height: 1.12;
  }
  /* So low a line would cut off the tails of letters. */
  .fits & .tile-label {
    margin-bottom: -0.15em;
    padding-bottom: 0.15em;
  }
  /* Digits have no tails; for that of a comma there is room above the line below. */
  .fits & .tile-value {
    line-height: 0.86;
  }
  .fits & .tile-long {
    --number-size: calc(18 * var(--u));
    line-height: 1.05;
  }
  .fits & .tile-foot {
    min-height: 1.1em;
    margin-top: calc(0.8 * var(--u));
    line-height: 1.1;
  }
  .fits & [data-state='broken'] .tile-value::before {
    font-size: var(--error-size);
  }
  .tile-label,
  .tile-foot,
  .tile-long {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .tile-label {
    text-wrap: balance;
  }
  [data-state='broken'] .tile-foot {
    -webkit-line-clamp: 3;
  }
  .tile-icon {
    flex: none;
    width: var(--icon-size);
    height: var(--icon-size);
    color: var(--mark);
  }

  .tile-value {
    flex: 1 0 auto;
    display: flex;
    align-items: flex-end;
    margin-top: var(--between);
    color: var(--value);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
    white-space: nowrap;
  }
  .tile-value.quiet {
    color: var(--caption);
  }
  .tile-value::before {
    content: '\\200b';
    font-size: var(--number-size);
  }
  .tile-long {
    white-space: normal;
  }
  .tile-unit {
    font-size: var(--unit-size);
    font-weight: 600;
  }

  .tile-foot {
    min-height: 1.35em;
    margin-top: var(--between);
    font-size: var(--foot-size);
    line-height: 1.35;
  }
  .fits & [data-state='broken'] .tile-foot {
    -webkit-line-clamp: 2;
  }
  /* Half a column has no room for an icon beside the label, nor for more than the word beside the icon. */
  .tile-small .tile-label {
    -webkit-line-clamp: 3;
  }
  .fits & .tile-small .tile-label {
    -webkit-line-clamp: 2;
  }
  .tile-small .tile-icon {
    position: absolute;
    right: 0.375rem;
    bottom: 0.5rem;
  }
  .fits & .tile-small .tile-icon {
    right: calc(3 * var(--u));
    bottom: calc(2.5 * var(--u));
  }
  .tile-small .tile-foot {
    display: block;
    margin-right: calc(var(--icon-size) + 0.125rem);
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .tile-small .tile-context {
    display: none;
  }
  /* A picture of the value takes a part of its room. */
  .tile[data-pictured] {
    --number-size: calc(15 * var(--u));
    --picture-size: max(0.75rem, calc(4.4 * var(--u)));
  }
  .tile[data-pictured='tall'] {
    --number-size: calc(13 * var(--u));
  }
  .fits & .tile[data-pictured] {
    --number-size: calc(17 * var(--u));
    --picture-size: calc(5.6 * var(--u));
  }
  /* As large as the height that label, number and last line leave, and as the names on two lines allow. */
  .fits & .tile[data-pictured='tall'] {
    --number-size: calc(15 * var(--u));
  }
  .fits & .tile[data-pictured='tall'] .tile-picture {
    --picture-size: clamp(
      5.1 * var(--u),
      min(
        (var(--height) - 1.12 * var(--label-size) - 28 * var(--u)) / 4.4,
        1.7 * var(--number-width) / var(--names, 40)
      ),
      12 * var(--u)
    );
  }
  .fits & [data-pictured='tall'] .tile-label {
    -webkit-line-clamp: 1;
  }
  .tile-picture {
    display: block;
    margin-top: var(--between);
  }
  .tile-picture > span {
    display: block;
  }
  .tile-small .tile-picture {
    display: none;
  }
  .tile-small [data-pictured] {
    --number-size: calc(24 * var(--u));
  }

  .tile-text {
    --text-size: clamp(0.9375rem, calc(var(--letter-size) * var(--u)), calc(12 * var(--u)));
    flex: 1 1 auto;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
    overflow-wrap: anywhere;
    margin-top: var(--between);
    color: var(--value);
    font-size: var(--text-size);
    font-weight: 600;
    line-height: 1.2;
    white-space: pre-line;
  }
  .fits & .tile-text {
    --text-size: clamp(4 * var(--u), var(--letter-size) * var(--u), 14 * var(--u));
  }

  .tile-word {
    color: var(--mark);
    font-weight: 700;
  }
  /* Amber is too light to be read as text. */
  [data-state='warning'] .tile-word {
    padding: 0 0.4em;
    border-radius: 3px;
    color: var(--on-chip);
    background: var(--chip);
  }

  /* Below its head a tile that shows a picture keeps its own ground, so that the evidence can be read. */
  .tile[data-pictured][data-style] .tile-picture,
  .tile[data-pictured][data-style] .tile-foot {
    --ground: var(--paper);
    --value: var(--paper-text);
    --caption: var(--paper-weak);
    --mark: var(--level, var(--paper-text));
    position: relative;
    color: var(--caption);
    background: var(--paper);
  }
  .tile[data-pictured][data-style] .tile-picture {
    margin-top: calc(2 * var(--between));
    padding-top: var(--between);
    box-shadow: 0 0 0 100vmax var(--paper);
    clip-path: inset(0 -100vmax -100vmax);
  }
  .tile-small [data-pictured][data-style] .tile-foot {
    background: none;
    --value: inherit;
    --caption: inherit;
    --mark: inherit;
  }

  /* The browser replaces every colour but an icon's own; what is left to tell a strong tile by is a heavy frame. */
  @media (forced-colors: active) {
    .tile[data-strong] {
      --frame: 8px;
      border-width: 4px;
    }
    .tile .tile-icon,
    .tile[data-strong] .tile-icon {
      color: CanvasText;
    }
  }
`;

import { EmotionCSS as css } from '@twilio-paste/core/styling-library';

/**
 * How tiles look, once for a whole grid: a tile is plain elements with class names, since a style computed for each
 * element of 500 tiles would cost more than drawing them.
 *
 * `--u` is a hundredth of the width of a normal tile, whatever size this one has, so that numbers of all sizes stand on
 * one line. On a wall, where the height is fixed, it follows the height as well.
 */
export const tileSheet = css`
  .tile-cell {
    container-type: inline-size;
    min-width: 0;
    --u: 1cqw;
  }
  .tile-small {
    --span: 0.5;
  }
  .tile-wide {
    --span: 2;
  }
  &.fits .tile-cell {
    container-type: size;
    min-height: 0;
  }

  .tile {
    --u: calc(1cqw / var(--span, 1));
    --label-size: max(0.9375rem, calc(5.2 * var(--u)));
    --small-size: max(0.8125rem, calc(4.4 * var(--u)));
    --number-size: calc(24 * var(--u));
    --number-width: calc(100cqw - 2.25rem);
    --edge: 6px;
    --value: var(--quiet);
    --label: var(--quiet);
    --mark: var(--value);
    --edge-colour: var(--line);
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    min-height: max(8.25rem, calc(60 * var(--u)));
    box-sizing: border-box;
    margin: 0;
    padding: 0.625rem 0.75rem 0.625rem calc(1.125rem - var(--edge));
    border: 1px solid var(--line);
    border-left: var(--edge) solid var(--edge-colour);
    border-radius: 8px;
    background: var(--ground);
    color: var(--label);
    font-family: inherit;
    text-align: left;
    cursor: pointer;
    overflow: hidden;
  }
  &.fits .tile {
    --u: min(calc(1cqw / var(--span, 1)), 1.65cqh);
    --label-size: calc(7 * var(--u));
    --small-size: calc(6 * var(--u));
    --number-size: calc(26 * var(--u));
    min-height: 0;
    padding: calc(4 * var(--u)) calc(4 * var(--u)) calc(4 * var(--u)) calc(5 * var(--u));
  }
  .tile:hover {
    border-color: var(--label);
    border-left-color: var(--edge-colour);
  }
  .tile:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  .tile-top {
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 0.5rem;
    font-size: var(--label-size);
    line-height: 1.25;
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
  .tile-icon {
    flex: none;
    width: 1.375em;
    height: 1.375em;
    color: var(--mark);
  }

  .tile-value {
    flex: 1 0 auto;
    display: flex;
    align-items: flex-end;
    color: var(--value);
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
    white-space: nowrap;
  }
  .tile-value::before {
    content: '\\200b';
    font-size: var(--number-size);
  }
  .tile-long {
    white-space: normal;
  }
  .tile-unit {
    margin-left: 0.25em;
    font-size: max(0.45em, 0.875rem);
    font-weight: 600;
  }

  .tile-foot {
    min-height: 1.35em;
    margin-top: 0.25rem;
    font-size: var(--small-size);
    line-height: 1.35;
  }
  .tile-word {
    color: var(--mark);
    font-weight: 700;
  }
`;

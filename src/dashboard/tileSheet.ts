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
    --number-width: calc(100cqw - 2.125rem);
    --value: var(--quiet);
    --caption: var(--quiet);
    --mark: var(--value);
    --edge: 6px solid var(--mark);
    position: relative;
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    min-height: max(8.75rem, calc(60 * var(--u)));
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
  }
  &.fits .tile {
    --u: min(calc(1cqw / var(--span, 1)), 1.65cqh);
    --label-size: calc(7 * var(--u));
    --small-size: calc(6 * var(--u));
    --number-size: calc(27 * var(--u));
    --number-width: calc(100cqw - 10 * var(--u));
    min-height: 0;
    padding: calc(4 * var(--u)) calc(4 * var(--u)) calc(4 * var(--u)) calc(6 * var(--u));
  }
  .tile-small .tile {
    --number-width: calc(100cqw - 1.5rem);
    padding-left: 0.875rem;
    padding-right: 0.5rem;
  }
  .tile:hover {
    border-color: var(--caption);
  }
  .tile:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }

  .tile::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    border-left: var(--edge);
  }
  .tile[data-state='none'] {
    --edge: 6px solid var(--line);
  }
  .tile[data-state='warning'] {
    --edge: 9px double var(--mark);
  }
  .tile[data-state='error'] {
    --edge: 12px solid var(--mark);
  }
  .tile[data-strong] {
    --mark: color-mix(in srgb, var(--value) 60%, var(--ground));
    border-color: var(--ground);
  }
  .tile[data-strong] .tile-icon,
  .tile[data-strong] .tile-word {
    color: var(--value);
  }
  .tile[data-state='stale'] {
    --edge: 6px dashed var(--mark);
    border-style: dashed;
    background: repeating-linear-gradient(-45deg, var(--ground) 0 10px, var(--stripe) 10px 20px);
  }
  .tile[data-state='previous-day'] {
    --edge: 6px dotted var(--mark);
    background: var(--stripe);
  }
  .tile[data-state='too-few'],
  .tile[data-state='no-data'] {
    --edge: 6px dotted var(--mark);
  }
  .tile[data-state='no-answer'] {
    --edge: 6px solid var(--line);
  }
  .tile[data-state='broken'] {
    --edge: 6px dashed var(--mark);
    border: 1px dashed var(--mark);
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
  [data-state='broken'] .tile-foot {
    -webkit-line-clamp: 3;
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

  /* The browser replaces every colour; what is left to tell a strong tile by is a heavy frame. */
  @media (forced-colors: active) {
    .tile[data-strong] {
      border-width: 4px;
    }
  }
`;

import { contrast, parseColour } from '../contrast';
import type { Colours } from '../styleColours';

interface CellColours {
  readonly ground: string;
  readonly text: string;
  /** Of the bar on the left and the icon. */
  readonly mark: string;
}

/** Tints that leave a number to be read; amber is yellower than Paste's, to be told from red. */
const light = {
  warning: { ground: '#fff3d4', text: '#121c2d', mark: '#b26a00' },
  critical: { ground: '#feecec', text: '#ad1111', mark: '#cf1b1b' },
} as const satisfies Readonly<Record<'warning' | 'critical', CellColours>>;
const dark = {
  warning: { ground: '#33270d', text: '#f4f4f6', mark: '#ffb938' },
  critical: { ground: '#3d1418', text: '#ff9a9a', mark: '#ff6b6b' },
} as const satisfies Readonly<Record<'warning' | 'critical', CellColours>>;

/** Filled, as a wall is read from afar. */
const fills = { light: '#cf1b1b', dark: '#d61f1f', text: '#ffffff' } as const;

/** Of cells, for a light or a dark theme. */
export function tableColours(colours: Colours): Readonly<Record<string, string>> {
  const ground = parseColour(colours.get('colorBackgroundBody') ?? '#ffffff');
  const [white, black] = [parseColour('#ffffff'), parseColour('#000000')];
  const isDark = ground && white && black && contrast(white, ground) > contrast(black, ground);
  const { warning, critical } = isDark ? dark : light;
  return {
    '--cell-warning': warning.ground,
    '--cell-warning-text': warning.text,
    '--cell-warning-mark': warning.mark,
    '--cell-critical': critical.ground,
    '--cell-critical-text': critical.text,
    '--cell-critical-mark': critical.mark,
    '--cell-critical-fill': isDark ? fills.dark : fills.light,
    '--cell-critical-fill-text': fills.text,
  };
}

/** Of the table itself, on a tile and in the details. */
export const dataTableSheet = `
  .data-table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    color: var(--value);
    font-size: 1em;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }
  .data-table th,
  .data-table td {
    box-sizing: border-box;
    height: var(--row, 2.2em);
    padding: 0.125em var(--cell-space, 0.25em);
    border: 0 solid var(--line);
    border-bottom-width: 1px;
    font-weight: 500;
    text-align: end;
    vertical-align: middle;
    white-space: nowrap;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .data-table tr > th:first-of-type {
    width: max(var(--name-width, 6.5em), 26%);
    padding-inline-start: 0;
    text-align: start;
  }
  .data-table [data-words] {
    text-align: start;
  }
  .data-table [data-words] button,
  .data-table [data-words] .data-cell {
    justify-content: flex-start;
  }
  .data-table tbody th {
    font-weight: 600;
  }
  .data-table tbody tr:last-of-type > * {
    border-bottom-width: 0;
  }
  .data-table thead th {
    color: var(--caption);
  }
  .data-heading {
    display: -webkit-inline-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: 0.8125em;
    line-height: 1.15;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .data-table thead button {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    gap: 0.25em;
    max-width: 100%;
    min-height: 1.75em;
    margin: 0;
    padding: 0.125em 0.25em;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: inherit;
    cursor: pointer;
  }
  .data-table thead th:first-of-type button {
    margin-inline-start: -0.25em;
  }
  .data-table thead th[aria-sort] {
    color: var(--value);
    font-weight: 700;
  }
  .data-table thead button:hover {
    text-decoration: underline;
  }
  .data-table thead button:focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }
  .data-arrow {
    flex: none;
    width: 0.75em;
    height: 0.75em;
  }
  .data-name {
    display: flex;
    align-items: center;
    gap: 0.375em;
  }
  .data-name > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .data-name > button {
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .data-name > button[aria-pressed='true'] {
    text-decoration-style: solid;
  }
  .data-table .tile-icon {
    flex: none;
    width: 0.9em;
    height: 0.9em;
    color: inherit;
  }
  .data-cell {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 0.3em;
    box-sizing: border-box;
    height: min(1.75em, var(--row, 2.2em) - 0.3em);
    padding-inline: var(--cell-padding, 0.5em);
    border-radius: 4px;
    overflow: hidden;
  }
  .data-spark {
    flex: 1 1 0;
    display: flex;
    align-self: stretch;
    --trend-dot: 0.4em;
    --trend-width: max(1.25px, 0.09em);
    --trend-wide: max(2px, 0.15em);
  }
  .data-spark .trend-limit,
  .data-spark .trend-edge {
    display: none;
  }
  .data-cell > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .data-table tr[data-group] > th {
    width: auto;
    color: var(--caption);
    overflow: hidden;
  }
  .data-table tr[data-group] > th > span + span {
    margin-inline-start: 0.75em;
    font-weight: 400;
  }
  td[data-soon] > .data-cell {
    border-inline-start: 0.1875em dashed var(--cell-warning-mark);
  }
  .data-cell > em {
    flex: none;
    font-size: 0.8125em;
    font-style: normal;
    font-weight: 600;
  }
  td[data-quiet] {
    color: var(--quiet);
  }
  td[data-state='success'] {
    color: var(--success-value, inherit);
  }
  td[data-state='warning'] > .data-cell {
    border-inline-start: 0.375em double var(--cell-warning-mark);
    background: var(--cell-warning);
    color: var(--cell-warning-text);
    font-weight: 700;
  }
  td[data-state='error'] > .data-cell {
    border-inline-start: 0.3125em solid var(--cell-critical-mark);
    background: var(--cell-critical);
    color: var(--cell-critical-text);
    font-weight: 700;
  }
  td[data-state='warning'] .tile-icon,
  .data-name[data-hidden='warning'] .tile-icon {
    color: var(--cell-warning-mark);
  }
  .data-name[data-hidden='error'] .tile-icon {
    color: var(--cell-critical-mark);
  }
  td[data-state='broken'] > .data-cell {
    border: 1px dashed currentColor;
  }
  td[data-was] > .data-cell {
    border: 2px dashed var(--cell-warning-mark);
  }
  td[data-was='critical'] > .data-cell {
    border-color: var(--cell-critical-mark);
  }
  @media (forced-colors: active) {
    td[data-state='warning'] > .data-cell,
    td[data-state='error'] > .data-cell {
      border: 1px solid CanvasText;
      border-inline-start-width: 0.375em;
    }
    .data-table td > .data-cell .tile-icon,
    .data-table .data-name[data-hidden] .tile-icon {
      color: CanvasText;
    }
  }
`;

export const tableSheet = `
  ${dataTableSheet}
  .tile > .table-space {
    position: relative;
    flex: 1 1 0;
    min-height: calc(4 * 2.2em);
    margin-top: var(--between);
    font-size: 0.9375rem;
  }
  .table-inside {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  .tile > .table-top {
    align-items: center;
  }
  .table-top > .tile-label {
    flex: 0 1 auto;
    -webkit-line-clamp: 1;
    color: var(--caption);
    font-weight: 600;
  }
  .table-note {
    flex: 1 1 0;
    min-width: 0;
    overflow: hidden;
    font-size: var(--foot-size);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .table-state {
    flex: none;
    display: flex;
    align-items: center;
    gap: 0.375em;
  }
  .table-state > .tile-word {
    font-size: var(--foot-size);
  }
  .table-open {
    flex: none;
    width: 1.75rem;
    height: 1.75rem;
    margin: -0.25rem -0.25rem -0.25rem 0;
    padding: 0.375rem;
    border: 1px solid transparent;
    border-radius: 6px;
    background: none;
    color: var(--caption);
    cursor: pointer;
  }
  .table-open:hover {
    border-color: var(--caption);
  }
  .table-open:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 0;
  }
  .table-open > svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  .tile[role='group'] {
    cursor: pointer;
  }
  .tile[data-outlined][data-state='error'] {
    --mark: var(--cell-critical-mark);
    border-color: var(--mark);
  }
  .tile[data-outlined][data-state='warning'] {
    --mark: var(--cell-warning-mark);
    border-color: var(--mark);
  }
  .fits & .table-space {
    --name-width: 5.5em;
    --cell-space: 0.1em;
    --cell-padding: 0.3em;
    min-height: 0;
  }
  .fits & td[data-state='error'] > .data-cell {
    border-color: var(--cell-critical-fill-text);
    background: var(--cell-critical-fill);
    color: var(--cell-critical-fill-text);
  }
`;

import { amberOf, isDark } from '../amber';
import { quietColours, resolveStyle, type Colours } from '../styleColours';

/** Colours of lines, for a theme: a band with an edge that is seen beside it, and the marks of both levels. */
export const trendColours = (colours: Colours): Readonly<Record<string, string>> => ({
  '--trend-band': isDark(colours) ? '#26456b' : '#d3e3f9',
  '--trend-edge': isDark(colours) ? '#6f93c4' : '#7391bd',
  '--trend-warning': amberOf(colours).mark,
  '--trend-critical': resolveStyle('Error', colours).style.levelColour ?? quietColours(colours).text,
});

/** Of `TrendLines`, wherever they are. Lines keep their width however the box is stretched. */
export const trendLinesSheet = `
  .trend-lines {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    overflow: visible;
  }
  .trend-lines path {
    fill: none;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .trend-lines .trend-band {
    fill: var(--trend-band);
  }
  .trend-lines .trend-edge {
    stroke: var(--trend-edge);
    stroke-width: 1px;
  }
  .trend-lines .trend-before {
    stroke: var(--trend-edge);
    stroke-width: 1.5px;
  }
  .trend-lines .trend-line {
    stroke: var(--value);
    stroke-width: var(--trend-width, 2px);
  }
  .trend-lines .trend-limit {
    stroke: var(--value);
    stroke-width: var(--trend-thin, 1.5px);
    stroke-dasharray: 1 4;
    stroke-linecap: round;
  }
  .trend-lines [data-level='warning'] .trend-beyond {
    stroke: var(--trend-warning);
  }
  .trend-lines [data-level='critical'] .trend-beyond {
    stroke: var(--trend-critical);
  }
  .trend-lines .trend-beyond {
    stroke-width: var(--trend-wide, 3px);
  }
  .trend-lines [data-level='warning'] .trend-beyond-area {
    fill: var(--trend-warning);
    fill-opacity: 0.18;
  }
  .trend-lines [data-level='critical'] .trend-beyond-area {
    fill: var(--trend-critical);
    fill-opacity: 0.22;
  }
  .trend-newest {
    position: absolute;
    width: var(--trend-dot, 8px);
    height: var(--trend-dot, 8px);
    border-radius: 50%;
    transform: translate(-50%, -50%);
    background: var(--value);
  }
  .trend-newest[data-level='warning'] {
    background: var(--trend-warning);
  }
  .trend-newest[data-level='critical'] {
    background: var(--trend-critical);
  }
  @media (forced-colors: active) {
    .trend-lines .trend-band {
      fill: none;
    }
    .trend-lines .trend-edge,
    .trend-lines .trend-before {
      stroke: GrayText;
    }
    .trend-lines .trend-line,
    .trend-lines .trend-limit,
    .trend-lines [data-level] .trend-beyond {
      stroke: CanvasText;
    }
    .trend-lines [data-level] .trend-beyond {
      stroke-width: 4px;
    }
    .trend-lines [data-level] .trend-beyond-area {
      fill: none;
    }
    .trend-newest[data-level],
    .trend-newest {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;

/**
 * What is old is drawn without its levels: nobody knows whether they still hold. Beside the value of a filled tile lines have the colour
 * of the value; what is beyond a limit is thicker.
 */
export const trendSheet = `
  .tile .trend {
    position: relative;
    flex: 1 1 calc(3.4 * var(--picture-size));
    min-height: calc(2 * var(--picture-size));
    margin-bottom: calc(0.4 * var(--picture-size));
    --trend-dot: calc(0.62 * var(--picture-size));
    --trend-width: max(1.75px, calc(0.14 * var(--picture-size)));
    --trend-wide: max(2.5px, calc(0.2 * var(--picture-size)));
  }
  .tile .trend > .trend-box {
    position: absolute;
    inset: calc(0.35 * var(--picture-size)) calc(0.4 * var(--picture-size)) 0 0;
  }
  .tile-small .tile .trend {
    display: none;
  }
  .spark {
    flex: 1 1 0;
    align-self: stretch;
    position: relative;
    display: block;
    min-width: 0;
  }
  .tile-value > .spark {
    margin-inline-start: calc(0.16 * var(--number-size));
    --trend-dot: max(6px, calc(0.12 * var(--number-size)));
    --trend-width: max(1.5px, calc(0.03 * var(--number-size)));
    --trend-wide: max(2.5px, calc(0.05 * var(--number-size)));
  }
  .tile-value[data-beside] {
    --number-width: calc(0.56 * (var(--width) - 2.125rem - var(--frame)));
  }
  .spark > .trend-box {
    position: absolute;
    inset: 12% calc(0.5 * var(--trend-dot)) 12% 0;
  }
  .tile-small .spark {
    display: none;
  }
  [data-strong] .tile-value > .spark {
    --trend-warning: var(--value);
    --trend-critical: var(--value);
    --trend-band: color-mix(in srgb, var(--value) 25%, transparent);
    --trend-edge: transparent;
  }
  [data-state='stale'] .spark,
  [data-state='stale'] .trend {
    --value: var(--quiet);
    --trend-warning: var(--quiet);
    --trend-critical: var(--quiet);
    --trend-band: transparent;
  }
  ${trendLinesSheet}
`;

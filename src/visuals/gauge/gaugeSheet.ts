/**
 * The fill has the colour of the level; up to the target it is calm, so that what is over stands out. What is missing is hatched
 * only where the level says that it is missing.
 */
export const gaugeSheet = `
  .gauge {
    --calm: color-mix(in srgb, var(--caption) 75%, var(--ground));
  }
  .gauge-target {
    position: relative;
    width: max-content;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--picture-size);
    font-weight: 600;
    line-height: 1.2;
    color: var(--value);
  }
  .gauge-bar {
    position: relative;
    height: calc(0.75 * var(--picture-size));
    margin-top: calc(0.25 * var(--picture-size));
    border-radius: calc(0.25 * var(--picture-size));
    background: color-mix(in srgb, var(--caption) 22%, var(--ground));
  }
  .gauge-bar > i {
    position: absolute;
    inset: 0 auto 0 0;
    box-sizing: border-box;
  }
  .gauge-fill {
    border-radius: inherit;
    background: var(--calm);
  }
  [data-state='warning'] .gauge-fill:last-of-type,
  [data-state='error'] .gauge-fill {
    background: var(--value);
  }
  .gauge-over {
    background: var(--value);
  }
  .gauge-bar > .gauge-gap {
    display: none;
    background: repeating-linear-gradient(
      -45deg,
      var(--value) 0 2px,
      transparent 2px 5px
    );
  }
  [data-state='warning'] .gauge-bar > .gauge-gap,
  [data-state='error'] .gauge-bar > .gauge-gap {
    display: block;
  }
  .gauge-bar > .gauge-band {
    top: 100%;
    bottom: auto;
    height: calc(0.2 * var(--picture-size));
    background: var(--value);
  }
  .gauge-bar > .gauge-tick {
    top: calc(-0.2 * var(--picture-size));
    bottom: calc(-0.2 * var(--picture-size));
    width: calc(max(2px, 0.14 * var(--picture-size)));
    margin-left: calc(-0.5 * max(2px, 0.14 * var(--picture-size)));
    background: var(--value);
  }
  @media (forced-colors: active) {
    .gauge-bar {
      outline: 1px solid CanvasText;
    }
    .gauge-bar > i {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .gauge-bar > .gauge-gap {
      background: repeating-linear-gradient(-45deg, CanvasText 0 2px, Canvas 2px 5px);
    }
  }
`;

/** What is over the target has the colour of the level, and is calm up to there, so that it stands out. What is missing is hatched. */
export const gaugeSheet = `
  .gauge {
    --calm: color-mix(in srgb, var(--caption) 75%, var(--ground));
  }
  .gauge-target::before {
    content: attr(data-text);
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
  .gauge-fill,
  .gauge-level {
    background: var(--calm);
  }
  .gauge-fill {
    border-radius: inherit;
  }
  [data-state='warning'] .gauge-level,
  [data-state='error'] .gauge-level {
    background: var(--level, var(--value));
  }
  .gauge-gap {
    background: repeating-linear-gradient(-45deg, var(--level, var(--value)) 0 2px, transparent 2px 5px);
  }
  .gauge-bar > .gauge-band {
    top: 100%;
    bottom: auto;
    height: 2px;
    margin-top: calc(0.2 * var(--picture-size) - 2px);
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
    .gauge .gauge-bar > i {
      forced-color-adjust: none;
      background: CanvasText;
    }
    .gauge .gauge-bar > .gauge-gap {
      background: repeating-linear-gradient(-45deg, CanvasText 0 2px, Canvas 2px 5px);
    }
    .gauge .gauge-bar > .gauge-tick {
      outline: 1px solid Canvas;
    }
  }
`;

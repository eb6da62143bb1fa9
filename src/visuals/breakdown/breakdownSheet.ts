import { contrast, parseColour } from '../contrast';
import type { Colours } from '../styleColours';

/** Colours that carry no state: no red, amber or green. Each is darker or lighter than those before and after it. */
const light = ['#6d2ed1', '#001489', '#0a7cd9', '#a67fe3', '#394762', '#5fa8d3'] as const;
const dark = ['#d3bdff', '#2672d6', '#5fe3d2', '#8456d8', '#dfe3ee', '#3f8fb5'] as const;
const rest = '#8891aa';

export const partColourCount = light.length;

const ink = '#06121f';
const paper = '#ffffff';

/** Each part with the colour of text on it, for a light or a dark theme. */
export function partColours(colours: Colours): Readonly<Record<string, string>> {
  const ground = colours.get('colorBackgroundBody') ?? paper;
  const parts = isDark(ground) ? dark : light;
  const named = [
    ...parts.map((colour, index) => [String(index + 1), colour] as const),
    ['rest', rest] as const,
  ];
  return {
    '--paper': ground,
    '--paper-text': colours.get('colorText') ?? ink,
    ...Object.fromEntries(
      named.flatMap(([name, colour]) => [
        [`--part-${name}`, colour],
        [`--on-part-${name}`, isDark(colour) ? paper : ink],
      ]),
    ),
  };
}

/** Whether white is read better on it than black. */
function isDark(colour: string): boolean {
  const ground = parseColour(colour);
  const [white, black] = [parseColour(paper), parseColour(ink)];
  return !!ground && !!white && !!black && contrast(white, ground) > contrast(black, ground);
}

const names = [...light.map((_, index) => String(index + 1)), 'rest'];

export const breakdownSheet = `
  ${names
    .map(
      (name) => `
  [data-part='${name}'] {
    background: var(--part-${name});
    color: var(--on-part-${name});
  }`,
    )
    .join('')}
  .breakdown > .breakdown-bar {
    display: flex;
    gap: 2px;
    height: calc(1.5 * var(--picture-size));
    border-radius: 3px;
    overflow: hidden;
  }
  .breakdown-bar > i::before {
    content: attr(data-text);
  }
  .breakdown-bar > i {
    flex: 0 1 0;
    min-width: 3px;
    overflow: hidden;
    font-size: var(--picture-size);
    font-style: normal;
    font-weight: 700;
    line-height: calc(1.5 * var(--picture-size));
    text-align: center;
  }
  .breakdown > .breakdown-names {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(0.8 * var(--picture-size));
    align-content: flex-start;
    height: calc(2.5 * var(--picture-size));
    margin-top: calc(0.3 * var(--picture-size));
    overflow: hidden;
    font-size: var(--picture-size);
    line-height: 1.25;
    color: var(--caption);
  }
  .breakdown-names > span {
    display: flex;
    align-items: center;
    gap: 0.35em;
    min-width: 0;
    max-width: 100%;
    white-space: nowrap;
  }
  .breakdown-names > span > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .breakdown-names i {
    flex: none;
    width: 0.7em;
    height: 0.7em;
    border-radius: 2px;
  }
  .breakdown-names b {
    color: var(--value);
    font-weight: 700;
  }
  /* On a strong ground the colours could not be told apart. */
  [data-strong]:not([data-style]) .breakdown {
    --caption: var(--paper-text);
    --value: var(--paper-text);
    margin-inline: -0.375rem;
    padding: 0.25rem 0.375rem;
    border-radius: 4px;
    background: var(--paper);
  }
  [data-state='stale'] .breakdown,
  [data-state='previous-day'] .breakdown {
    filter: grayscale(1);
  }
  @media (forced-colors: active) {
    .breakdown-bar > i {
      border: 1px solid CanvasText;
    }
    .breakdown-names i {
      display: none;
    }
  }
`;

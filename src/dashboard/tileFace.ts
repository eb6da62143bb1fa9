import type { Age, Crossing, Freshness, Reading } from '../metric/Reading';

/** What a tile says besides its label: the big text, a word for its state, and a line of context. */
export interface TileFace {
  readonly text: string;
  readonly unit?: string;
  readonly state: TileState;
  /** Absent where nothing needs attention. */
  readonly word?: string;
  readonly context?: string;
}

/** One for each distinct look; `none` is the calm one. */
export type TileState =
  | 'none'
  | 'success'
  | 'warning'
  | 'error'
  | 'stale'
  | 'previous-day'
  | 'too-few'
  | 'no-answer'
  | 'no-data'
  | 'broken';

const levelWords = { none: undefined, success: 'On target', warning: 'Warning', error: 'Critical' } as const;

/** Puts a reading into words. */
export function tileFace(reading: Reading): TileFace {
  switch (reading.status) {
    case 'value': {
      const { text, unit, style, crossed, styleProblems, freshness } = reading;
      if (freshness.status !== 'fresh') return notFresh({ text, ...(unit ? { unit } : {}) }, freshness);
      const word = levelWords[style.level];
      const context =
        styleProblems.length > 0 ? styleProblems.join(' ') : crossed && crossingInWords(crossed);
      return {
        text,
        ...(unit ? { unit } : {}),
        state: style.level,
        ...(word ? { word } : {}),
        ...(context ? { context } : {}),
      };
    }
    case 'too-few': {
      const { text, unit, sample, minimumSample, freshness } = reading;
      const shown = { text, ...(unit ? { unit } : {}) };
      if (freshness.status !== 'fresh') return notFresh(shown, freshness);
      return { ...shown, state: 'too-few', word: 'Too few', context: `${sample} of ${minimumSample}` };
    }
    case 'no-answer':
      if (reading.freshness.status !== 'fresh') return notFresh({ text: '–' }, reading.freshness);
      return { text: '–', state: 'no-answer', word: 'No traffic' };
    case 'no-data':
      return { text: '···', state: 'no-data', word: 'No data yet' };
    case 'format-error':
      return { text: 'ERR FMT', state: 'broken', word: 'Format error', context: reading.problem };
    case 'formula-error':
      return { text: 'ERR', state: 'broken', word: 'Formula error', context: reading.problem };
    case 'definition-error':
      return { text: 'ERR', state: 'broken', word: 'Definition error', context: reading.problem };
  }
}

function notFresh(
  shown: { readonly text: string; readonly unit?: string },
  freshness: Exclude<Freshness, { status: 'fresh' }>,
): TileFace {
  return freshness.status === 'stale'
    ? { ...shown, state: 'stale', word: 'Stale', context: `${ageInWords(freshness.age)} old` }
    : { ...shown, state: 'previous-day', word: 'Yesterday' };
}

const unitWords = { second: 's', minute: 'min', hour: 'h', day: 'd' } as const;

const ageInWords = ({ amount, unit }: Age): string => `${amount} ${unitWords[unit]}`;

const crossingInWords = ({ direction, limit }: Crossing): string =>
  direction === 'equal' ? `is ${limit}` : `${direction} ${limit}`;

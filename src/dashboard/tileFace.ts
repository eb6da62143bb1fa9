import type { Reading } from '../metric/Reading';

/** What a tile says besides its label: the big text, a word for its state, and a line of context. */
export interface TileFace {
  readonly text: string;
  readonly state: TileState;
  /** Absent where nothing needs attention. */
  readonly word?: string;
  readonly context?: string;
}

/** One for each distinct look; `none` is the calm one. */
export type TileState = 'none' | 'success' | 'warning' | 'error' | 'no-answer' | 'no-data' | 'broken';

const levelWords = { none: undefined, success: 'On target', warning: 'Warning', error: 'Critical' } as const;

export function tileFace(reading: Reading): TileFace {
  switch (reading.status) {
    case 'value': {
      const { text, style, crossed, styleProblems } = reading;
      const word = levelWords[style.level];
      const context = styleProblems.length > 0 ? styleProblems.join(' ') : crossed;
      return { text, state: style.level, ...(word ? { word } : {}), ...(context ? { context } : {}) };
    }
    case 'no-answer':
      return { text: '–', state: 'no-answer', word: 'No traffic' };
    case 'no-data':
      return { text: '···', state: 'no-data', word: 'Waiting', context: 'First data on its way' };
    case 'format-error':
      return { text: 'ERR FMT', state: 'broken', word: 'Format', context: reading.problem };
    case 'formula-error':
      return { text: 'ERR', state: 'broken', word: 'Formula', context: reading.problem };
    case 'definition-error':
      return { text: 'ERR', state: 'broken', word: 'Definition', context: reading.problem };
  }
}

import { spokenSeconds } from '../model/metric/intlFormats';
import type { Level } from '../model/metric/levels';
import type {
  Age,
  Completeness,
  Crossing,
  Freshness,
  ProblemReading,
  Reading,
  ValueReading,
} from '../model/metric/Reading';
import { clockTime } from '../strings/clockTimes';
import type { Strings } from '../strings/Strings';
import type { TextKey } from '../strings/TextKey';
import { needInWords, describeProblem } from './describeProblem';

/** What a tile says besides its label: the big text, a word for its state, and a line of context. */
export interface TileContent {
  readonly text: string;
  readonly unit?: string;
  readonly state: TileState;
  /** How a value was judged that is no longer of now; absent where that was calm. */
  readonly was?: 'warning' | 'error';
  /** Absent where nothing needs attention. */
  readonly word?: string;
  readonly context?: string;
  /**
   * The whole tile for somebody who hears it, in the words and the order of what is drawn, so that it can be asked for by them; then
   * lengths of time in words, as digits and colons are read one by one.
   */
  readonly sentence: string;
}

/** How a judged value looks; `none` is the calm one. */
export type JudgedState = 'none' | 'success' | 'warning' | 'error';

/** One for each distinct look. */
export type TileState =
  JudgedState | 'stale' | 'previous-day' | 'too-few' | 'no-answer' | 'no-data' | 'broken';

/**
 * Puts a reading into words.
 * @param more what else is said of its value, after what makes it bad; nothing where the tile is broken
 */
export function describeReading(reading: Reading, strings: Strings, more = ''): TileContent {
  const face = withMore(withPart(faceOf(reading, strings), reading, strings), more);
  const words = timesInWords(reading, strings);
  return { ...face, sentence: [sentenceOf(reading.label, face), ...words].join(', ') };
}

const withMore = (face: Face, more: string): Face =>
  more === '' || face.state === 'broken'
    ? face
    : { ...face, context: [face.context, more].filter(Boolean).join(' · ') };

const sentenceOf = (label: string, { text, unit, word, context }: Face): string =>
  [label, dashes.has(text) ? undefined : [text, unit].filter(Boolean).join(' '), word, context]
    .filter(Boolean)
    .join(', ');

/** Lengths of time as they are said: the value, and the limit that it has crossed. */
function timesInWords(reading: Reading, strings: Strings): readonly string[] {
  if (!('seconds' in reading) || reading.seconds === undefined) return [];
  const said = spokenSeconds(reading.seconds, strings.locale);
  const crossed = isFreshValue(reading) ? reading.crossed : undefined;
  if (crossed?.limitSeconds === undefined) return [said];
  const limit = spokenSeconds(crossed.limitSeconds, strings.locale);
  return [said, crossingInWords({ ...crossed, limit }, strings)];
}

const isFreshValue = (reading: Reading): reading is ValueReading =>
  reading.status === 'value' && reading.freshness.status === 'fresh';

/** A figure that leaves queues out says so, whatever else there is to say. */
function withPart(face: Face, reading: Reading, { text }: Strings): Face {
  if (!('freshness' in reading) || !reading.completeness) return face;
  const { completeness } = reading;
  const part = text(partTexts(completeness), { count: completeness.count, all: completeness.all });
  return { ...face, context: face.context ? `${part} · ${face.context}` : part };
}

const partTexts = ({ of, isAtLeast }: Completeness): 'PartOfQueues' | 'PartOfAgents' | 'PartOfMoreAgents' =>
  of === undefined ? 'PartOfQueues' : isAtLeast ? 'PartOfMoreAgents' : 'PartOfAgents';

/** What a tile says of its state; a calm one says nothing. */
export const stateWords = {
  success: 'OnTarget',
  warning: 'Warning',
  error: 'Critical',
  'formula-error': 'FormulaError',
  'format-error': 'FormatError',
  'definition-error': 'DefinitionError',
} as const satisfies Readonly<Record<Exclude<JudgedState, 'none'> | ProblemReading['status'], TextKey>>;

/** What stands in for a value and is no word. */
const dash = '–';
const dots = '···';
const dashes: ReadonlySet<string> = new Set([dash, dots]);

const states: Readonly<Record<Level, JudgedState>> = {
  normal: 'none',
  warning: 'warning',
  critical: 'error',
};

/** A normal value may be said to be on target. */
export const judgedState = ({ level, style }: ValueReading): JudgedState =>
  style === 'Success' || style === 'Success Strong' ? 'success' : states[level];

type Face = Omit<TileContent, 'sentence'>;

/** What a tile says of a level alone. */
export function describeLevel(level: Level, { text }: Strings): Pick<TileContent, 'state' | 'word'> {
  const state = states[level];
  return state === 'none' ? { state } : { state, word: text(stateWords[state]) };
}

function faceOf(reading: Reading, strings: Strings): Face {
  const { text } = strings;
  switch (reading.status) {
    case 'value': {
      const { crossed, styleProblems, freshness } = reading;
      if (freshness.status !== 'fresh')
        return withLastLevel(notFresh(shown(reading), freshness, strings), reading, strings);
      const state = judgedState(reading);
      const word = state === 'none' ? undefined : text(stateWords[state]);
      const context = [
        crossed && crossingInWords(crossed, strings),
        styleProblems.length > 0 && text('StyleProblem'),
      ]
        .filter(Boolean)
        .join(' · ');
      return {
        ...shown(reading),
        state,
        ...(word ? { word } : {}),
        ...(context ? { context } : {}),
      };
    }
    case 'too-few': {
      const { sample, minimumSample: minimum, freshness } = reading;
      return freshness.status === 'fresh'
        ? { ...shown(reading), state: 'too-few', word: text('TooFew', { sample, minimum }) }
        : notFresh(shown(reading), freshness, strings);
    }
    case 'no-answer':
      return reading.freshness.status === 'fresh'
        ? { text: dash, state: 'no-answer', word: text('NoTraffic') }
        : notFresh({ text: dash }, reading.freshness, strings);
    case 'no-data':
      return reading.needs
        ? { text: dots, state: 'no-data', ...needInWords(reading.needs, text) }
        : { text: dots, state: 'no-data', word: text('NoDataYet') };
    case 'formula-error':
    case 'format-error':
    case 'definition-error':
      return {
        text: reading.status === 'format-error' ? 'ERR FMT' : 'ERR',
        state: 'broken',
        word: text(stateWords[reading.status]),
        context: describeProblem(reading.problem, text),
      };
  }
}

const shown = ({ text, unit }: { readonly text: string; readonly unit?: string }) => ({
  text,
  ...(unit ? { unit } : {}),
});

function notFresh(
  value: { readonly text: string; readonly unit?: string },
  freshness: Exclude<Freshness, { status: 'fresh' }>,
  strings: Strings,
): Face {
  return freshness.status === 'stale'
    ? {
        ...value,
        state: 'stale',
        word: strings.text('Stale'),
        context: freshness.age
          ? strings.text('Old', { age: inUnits(freshness.age, strings) })
          : strings.text('AgeUnknown'),
      }
    : { ...value, state: 'previous-day', word: strings.text('Yesterday') };
}

/** The alarm before data grew old: nothing is known to have become better. */
function withLastLevel(face: Face, { level, levelAt }: ValueReading, { text, timeZone }: Strings): Face {
  if (level === 'normal' || levelAt === undefined) return face;
  const time = clockTime(levelAt, timeZone);
  return level === 'critical'
    ? { ...face, was: 'error', context: text('WasCritical', { time }) }
    : { ...face, was: 'warning', context: text('WasWarning', { time }) };
}

const crossingKeys = { over: 'Over', under: 'Under', equal: 'Equal' } as const;

export const crossingInWords = ({ direction, limit }: Crossing, { text }: Strings): string =>
  text(crossingKeys[direction], { limit });

function inUnits({ amount, unit }: Age, { text }: Strings): string {
  switch (unit) {
    case 'second':
      return text('Seconds', { amount });
    case 'minute':
      return text('Minutes', { amount });
    case 'hour':
      return text('Hours', { amount });
    case 'day':
      return text('Days', { count: amount });
  }
}

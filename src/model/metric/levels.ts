import type { NamedThresholdStyle, ThresholdStyle } from '../../schema/metricDefinition';
import type { StyleProblem } from './Problem';
import type { Completeness, Reading } from './Reading';

/** How bad a value is. */
export type Level = 'normal' | 'warning' | 'critical';

const levels: Readonly<Record<NamedThresholdStyle, Level>> = {
  Default: 'normal',
  Success: 'normal',
  Warn: 'warning',
  Error: 'critical',
  'Success Strong': 'normal',
  'Warn Strong': 'warning',
  'Error Strong': 'critical',
};

/** The names of styles that a definition may use. */
export const styleNames = Object.keys(levels) as readonly NamedThresholdStyle[];

export const isStyleName = (name: unknown): name is NamedThresholdStyle =>
  styleNames.some((known) => known === name);

/** The level that a saved style stands for. Inline colours say nothing of a level. */
export const levelOfStyle = (style: ThresholdStyle | undefined): Level =>
  isStyleName(style) ? levels[style] : 'normal';

/** What is wrong with the name of a saved style. */
export const problemsOfName = (style: ThresholdStyle | undefined): readonly StyleProblem[] =>
  typeof style === 'string' && !isStyleName(style)
    ? [{ kind: 'unknown-style', name: style, styles: styleNames }]
    : [];

/** What a reading is worth at this moment, whatever its level. */
export type ReadingState = 'live' | 'stale' | 'no-traffic' | 'no-data' | 'error';

/** The three marks of a reading, each apart from the others. */
export interface Marks {
  /** What is stale keeps the level that it had; undefined where there is no value to judge. */
  readonly level: Level | undefined;
  readonly state: ReadingState;
  /** Of how many it was made, where that is not all of them. */
  readonly completeness: Completeness | undefined;
}

export function marksOf(reading: Reading): Marks {
  if ('problem' in reading) return { level: undefined, state: 'error', completeness: undefined };
  if (reading.status === 'no-data') return { level: undefined, state: 'no-data', completeness: undefined };
  const { freshness, status, completeness } = reading;
  const level = status === 'value' ? reading.level : undefined;
  if (freshness.status !== 'fresh') return { level, state: 'stale', completeness };
  return { level, state: status === 'no-answer' ? 'no-traffic' : 'live', completeness };
}

/**
 * The level that was judged at this moment, normal where there is no answer to judge; undefined where nothing is known, as of
 * what is stale, missing or broken: there no alarm starts, and none ends.
 */
export function judgedLevel(reading: Reading): Level | undefined {
  if (!('freshness' in reading) || reading.freshness.status !== 'fresh') return undefined;
  return reading.status === 'value' ? reading.level : 'normal';
}

/**
 * How much attention a reading asks for; undefined when there is nothing to judge. What is stale keeps the level that it had, as
 * nothing is known to have become better or worse.
 */
export function levelOf(reading: Reading): Level | 'broken' | undefined {
  const { state, level } = marksOf(reading);
  return state === 'error' ? 'broken' : level;
}

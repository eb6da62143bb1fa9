import type { NamedThresholdStyle, ThresholdStyle } from '../contract/metricDefinition';
import type { StyleProblem } from './Problem';
import type { Reading } from './Reading';

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

/**
 * How much attention a reading asks for; undefined when there is nothing to judge. What is stale keeps the level that it had, as
 * nothing is known to have become better or worse.
 */
export function levelOf(reading: Reading): Level | 'broken' | undefined {
  if ('problem' in reading) return 'broken';
  return reading.status === 'value' ? reading.level : undefined;
}

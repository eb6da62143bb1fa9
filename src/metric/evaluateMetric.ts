import type { MetricDefinition } from '../contract/metricDefinition';
import { compileFormula, explainUnknownName, FormulaError, type Budget } from '../formula';
import { chooseThreshold } from './chooseThreshold';
import { formatValue, type MetricValue } from './formatValue';
import { incrementValue } from './incrementValue';
import type { ParsedDefinition } from './parseMetricDefinitions';
import type { Reading } from './Reading';
import { resolveStyle } from './thresholdStyles';

/** What a metric is evaluated against. */
export interface Moment {
  /** The document `dashboard-data`; undefined while there is none. */
  readonly data: unknown;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether the theme in use has a colour token of this name. */
  readonly isColourToken: (name: string) => boolean;
  /** The work that all formulas of one update may do together. */
  readonly budget: Budget;
}

/** Formula, growth, text, style: from a saved definition to what a tile draws. Never throws. */
export function evaluateMetric(parsed: ParsedDefinition, moment: Moment): Reading {
  const { key, label } = parsed;
  if ('problem' in parsed) return { key, label, status: 'definition-error', problem: parsed.problem };
  if (!hasData(moment.data)) return { key, label, status: 'no-data' };

  const { definition } = parsed;
  const evaluated = evaluateFormula(definition.formula, moment);
  if ('problem' in evaluated) return { key, label, status: 'formula-error', problem: evaluated.problem };
  if (evaluated.value === null) return { key, label, status: 'no-answer' };

  const value = grow(evaluated.value, definition, moment);
  const formatted = formatValue(value, definition.format);
  if ('problem' in formatted) return { key, label, status: 'format-error', problem: formatted.problem };

  const crossed = chooseThreshold(comparable(value), definition);
  const { style } = resolveStyle(crossed?.style ?? definition.defaultStyle, moment.isColourToken);
  return {
    key,
    label,
    status: 'value',
    text: formatted.text,
    style,
    ...(crossed ? { crossed: crossedInWords(crossed.limit, definition) } : {}),
    styleProblems: styleProblems(definition, moment),
  };
}

/** The Function has not written yet when there is no document, or only the empty one that set-up creates. */
export function hasData(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.keys(data).length > 0;
}

type Evaluated = { readonly value: MetricValue | null } | { readonly problem: string };

function evaluateFormula(text: string, { data, budget }: Moment): Evaluated {
  try {
    const formula = compileFormula(text);
    const value = formula.evaluate({ data }, budget);
    if (Number.isNaN(value)) return { problem: formula.explainNaN({ data }).message };
    if (
      value === null ||
      typeof value === 'string' ||
      typeof value === 'number' ||
      typeof value === 'boolean'
    ) {
      return { value };
    }
    if (value === undefined) return { problem: formula.explainUndefined({ data }).message };
    const found = Array.isArray(value)
      ? 'a list; a tile shows one value, such as its .length'
      : 'an object; a tile shows one value of it';
    return { problem: `The formula gives ${found}.` };
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    return { problem: explainUnknownName(error, text, { data }).message };
  }
}

function grow(value: MetricValue, definition: MetricDefinition, { data, now }: Moment): MetricValue {
  if (!definition.increment || typeof value !== 'number') return value;
  return incrementValue(value, Date.parse(String((data as { collected_at?: unknown }).collected_at)), now);
}

/** Thresholds compare numbers; text that is no number crosses none. */
function comparable(value: MetricValue): number {
  return typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
}

function crossedInWords(limit: number, { format, invertThresholds }: MetricDefinition): string {
  const formatted = formatValue(limit, format);
  return `${invertThresholds ? 'under' : 'over'} ${'text' in formatted ? formatted.text : limit}`;
}

/** Every saved style is checked, not only the one in use: a misspelt alarm colour should not come to light in the alarm. */
function styleProblems(definition: MetricDefinition, { isColourToken }: Moment): readonly string[] {
  const { defaultStyle, firstThresholdStyle, secondThresholdStyle } = definition;
  return [defaultStyle, firstThresholdStyle, secondThresholdStyle].flatMap(
    (saved) => resolveStyle(saved, isColourToken).problems,
  );
}

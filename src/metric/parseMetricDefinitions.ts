import type { MetricDefinition } from '../contract/metricDefinition';

export type ParsedDefinition =
  | { readonly key: string; readonly label: string; readonly definition: MetricDefinition }
  | { readonly key: string; readonly label: string; readonly problem: string };

type Check = (value: unknown) => string | undefined;

const text: Check = (value) => (typeof value === 'string' ? undefined : 'must be text');
const flag: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const threshold: Check = (value) =>
  typeof value === 'number' || (typeof value === 'string' && !Number.isNaN(Number(value)))
    ? undefined
    : 'must be a number';
const style: Check = (value) => {
  if (typeof value === 'string') return undefined;
  if (!isRecord(value)) return 'must be the name of a style or an object of colours';
  return Object.values(value).every((colour) => typeof colour === 'string')
    ? undefined
    : 'must name colours by text';
};

const checks: Readonly<Record<string, Check>> = {
  label: text,
  formula: text,
  format: text,
  increment: flag,
  defaultStyle: style,
  firstThresholdValue: threshold,
  firstThresholdStyle: style,
  secondThresholdValue: threshold,
  secondThresholdStyle: style,
  invertThresholds: flag,
};

/**
 * What is saved in `dashboard-definitions`, checked metric by metric: one bad definition becomes one problem, never a broken board.
 * Order is the document's. A field that is null counts as absent.
 */
export function parseMetricDefinitions(document: unknown): readonly ParsedDefinition[] {
  if (!isRecord(document)) return [];
  return Object.entries(document).map(([key, entry]) => parseEntry(key, entry));
}

function parseEntry(key: string, entry: unknown): ParsedDefinition {
  const metric = isRecord(entry) ? entry.metric : undefined;
  if (!isRecord(metric)) {
    const shape = '{ "metric": { "label": "…", "formula": "…" } }';
    return { key, label: key, problem: `"${key}" has no "metric" object. A definition looks like ${shape}.` };
  }
  const label = typeof metric.label === 'string' && metric.label !== '' ? metric.label : key;
  const present = Object.fromEntries(Object.entries(metric).filter(([, value]) => value !== null));
  const checked = { ...present, label: present.label || key };
  return isMetricDefinition(checked)
    ? { key, label, definition: checked }
    : { key, label, problem: `In "${key}", ${whatIsWrong(checked)}` };
}

function isMetricDefinition(
  fields: Record<string, unknown>,
): fields is MetricDefinition & Record<string, unknown> {
  return whatIsWrong(fields) === undefined;
}

function whatIsWrong(fields: Record<string, unknown>): string | undefined {
  if (fields.formula === undefined) return '"formula" is missing.';
  for (const [field, check] of Object.entries(checks)) {
    const problem = fields[field] === undefined ? undefined : check(fields[field]);
    if (problem) return `"${field}" ${problem}; it is ${JSON.stringify(fields[field])}.`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { MetricDefinition, TileSize } from '../../schema/metricDefinition';
import {
  be,
  faultsIn,
  flag,
  isName,
  isRecord,
  isText,
  number,
  numberFrom0,
  numberOrText,
  oneOf,
  shown,
  text,
  wholeNumber,
  type Check,
} from './fieldChecks';
import type { DefinitionFault, Problem } from './Problem';
import { takesOnlyNumbers } from './formatValue';
import { readLimit } from './readLimit';

/** A metric as it is saved, or what is wrong with it. Either way its tile has a label and a place. */
export type ParsedDefinition = TilePlace & { readonly key: string; readonly label: string } & (
    { readonly definition: MetricDefinition } | { readonly problem: Problem }
  );

/** Where a definition wants its tile; what it says wrongly of that counts as not said. */
export interface TilePlace {
  readonly section?: string;
  readonly order?: number;
  readonly size?: TileSize;
}

const style: Check = (value) => {
  if (isText(value)) return undefined;
  if (!isRecord(value)) return be('style');
  return Object.values(value).every(isText) ? undefined : be('colour-names');
};
const size = oneOf(['small', 'normal', 'wide'] satisfies readonly TileSize[]);

const checks: Readonly<Record<keyof Omit<MetricDefinition, 'value'>, Check>> = {
  label: text,
  formula: text,
  format: text,
  decimals: wholeNumber(0, 6),
  unit: text,
  increment: flag,
  defaultStyle: style,
  firstThresholdValue: numberOrText,
  firstThresholdStyle: style,
  secondThresholdValue: numberOrText,
  secondThresholdStyle: style,
  invertThresholds: flag,
  hysteresis: numberFrom0,
  holdSeconds: numberFrom0,
  sampleFormula: text,
  minimumSample: numberFrom0,
  description: text,
  section: text,
  order: number,
  size,
};

/**
 * What is saved in a document of definitions, checked metric by metric: one bad definition becomes one problem, never a
 * broken board. In the order of the document, which is a tie-break and no more: JSON puts keys that are numbers first.
 * A field that is null counts as absent, and so does a sample formula without text. Unknown fields are kept.
 */
export function parseMetricDefinitions(document: unknown): readonly ParsedDefinition[] {
  if (!isRecord(document)) return [];
  return Object.entries(document).map(([key, entry]) => parseEntry(key, entry));
}

/** The same of one metric that lies elsewhere, such as a column of a table. */
export const parseMetric = (key: string, metric: unknown): ParsedDefinition => parseEntry(key, { metric });

function parseEntry(key: string, entry: unknown): ParsedDefinition {
  const metric = isRecord(entry) ? entry.metric : undefined;
  if (!isRecord(metric)) {
    return { key, label: key, problem: { kind: 'no-metric', key } };
  }
  const label = isText(metric.label) && metric.label !== '' ? metric.label : key;
  const fields = Object.fromEntries(Object.entries(metric).filter(isPresent));
  const checked = { ...fields, label: fields.label || key };
  const tile = { key, label, ...placeIn(fields) };
  const fault = faultOf(checked);
  return fault
    ? { ...tile, problem: { kind: 'in-definition', key, fault } }
    : // What each field must be has just been checked.
      { ...tile, definition: checked as typeof checked & MetricDefinition };
}

const isPresent = ([field, value]: readonly [string, unknown]): boolean =>
  value !== null && !(field === 'sampleFormula' && isText(value) && value.trim() === '');

/** Where the fields of a metric want its tile. */
export function placeIn(fields: Readonly<Record<string, unknown>>): TilePlace {
  const { section, order, size: wanted } = fields;
  return {
    ...(isName(section) ? { section: section.trim() } : {}),
    ...(number(order) === undefined ? { order: order as number } : {}),
    ...(size(wanted) === undefined ? { size: wanted as TileSize } : {}),
  };
}

function faultOf(fields: Readonly<Record<string, unknown>>): DefinitionFault | undefined {
  if (fields.formula === undefined) return { kind: 'formula-missing' };
  const [fault] = faultsIn(fields, checks);
  if (fault) return fault;
  const { format, sampleFormula, minimumSample } = fields;
  if (isText(format) && takesOnlyNumbers(format))
    for (const field of ['firstThresholdValue', 'secondThresholdValue']) {
      const threshold = fields[field];
      if (isText(threshold) && threshold.trim() !== '' && typeof readLimit(threshold) === 'string')
        return { kind: 'threshold-no-number', field, format, found: shown(threshold) };
    }
  if ((sampleFormula === undefined) === (minimumSample === undefined)) return undefined;
  return { kind: sampleFormula === undefined ? 'sample-formula-missing' : 'minimum-sample-missing' };
}

import { name, number as aNumber, numberOrBand } from '../../model/metric/fieldChecks';
import type { MetricDefinition } from '../../schema/metricDefinition';
import { prepareFormat } from '../../model/metric/formatValue';
import { spokenSeconds } from '../../model/metric/intlFormats';
import { levelOf } from '../../model/metric/levels';
import type { Problem } from '../../model/metric/Problem';
import type { MetricValue, Reading } from '../../model/metric/Reading';
import type { JsonObject } from '../../model/board/BoardDocuments';
import { metricReading } from '../metricReading';
import { trendField, trendOf, trendSchema } from '../trend/Sparkline';
import type { WithTrend } from '../trend/WithTrend';
import type { VisualContext, VisualKind } from '../VisualKind';
import { GaugeDetails } from './GaugeDetails';
import { describeGauge, type GaugeReading } from './GaugeReading';
import { gaugeSheet } from './gaugeSheet';
import { GaugeTile } from './GaugeTile';

export interface GaugeVisual extends WithTrend {
  /** Key of a metric of the library. */
  readonly metric: string;
  /** Where the value should be, or the two ends of a band that it should stay within, in the value's own unit. */
  readonly target: number | readonly [number, number];
  /** Value at the left end of the bar. @default 0 */
  readonly from?: number;
  /** Value at the right end. @default 100 for the format `percent`, otherwise twice the target */
  readonly to?: number;
}

/** A value as a bar against its target. Its level is the metric's. */
export const gauge: VisualKind<GaugeVisual, GaugeReading> = {
  kind: 'gauge',
  schema: {
    metric: { check: name, isRequired: true },
    target: { check: numberOrBand, isRequired: true },
    from: { check: aNumber },
    to: { check: aNumber },
    ...trendSchema,
  },
  spans: { usual: { columns: 3, rows: 1 }, least: { columns: 2, rows: 1 } },
  picture: 'low',
  form: {
    name: 'VisualGauge',
    icon: 'M1 6h14v4H1zM17 2h2v12h-2zM21 6h2v4h-2z',
    fields: [
      { field: 'metric', label: 'VisualMetric', input: 'metric' },
      { field: 'target', label: 'VisualTarget', input: 'band', start: ({ metric }) => likelyTarget(metric) },
      { field: 'from', label: 'VisualFrom', input: 'number', empty: 'VisualAutomatic' },
      { field: 'to', label: 'VisualTo', input: 'number', empty: 'VisualAutomatic' },
      trendField,
    ],
  },
  measures: ({ metric }) => [{ metric }],
  prepare: (visual, context) => {
    const { metric } = visual;
    const { from, to, target } = scaleOf(visual, context);
    const texts = { ...targetInFormat(visual, context), trendOf: trendOf(visual, context) };
    const place = (value: number): number => Math.min(1, Math.max(0, (value - from) / (to - from)));
    const places = [place(target[0]), place(target[1])] as const;
    return ([found]) => {
      const reading = metricReading(found, metric, context.label);
      if (!(to > from)) return { reading: broken(reading, upsideDown(to)), ...texts };
      if (!('value' in reading)) return { reading, ...texts };
      const value = reading.grown ?? reading.value;
      return typeof value === 'number'
        ? { reading, ...texts, bar: { value: place(value), target: places, isShort: isShort(reading) } }
        : { reading: broken(reading, needsNumber(value)), ...texts };
    };
  },
  Tile: GaugeTile,
  sheet: gaugeSheet,
  Details: GaugeDetails,
  describe: describeGauge,
  levelOf: ({ reading }) => levelOf(reading),
};

/** A limit that somebody has set says what they want; 80 % is what most aim at. */
function likelyTarget({ firstThresholdValue: limit, format }: JsonObject = {}): number {
  if (typeof limit === 'number') return limit;
  return format === 'percent' ? 80 : 10;
}

const ends = (target: GaugeVisual['target']): readonly [number, number] =>
  typeof target === 'number' ? [target, target] : target;

function scaleOf(
  { metric, target: saved, from = 0, to }: GaugeVisual,
  { metricOf }: VisualContext,
): { readonly from: number; readonly to: number; readonly target: readonly [number, number] } {
  const target = ends(saved);
  const parsed = metricOf(metric);
  const isPercent = parsed && 'definition' in parsed && parsed.definition.format === 'percent';
  // A target of 0 has no double.
  return { from, to: to ?? (isPercent ? 100 : Math.max(2 * target[1], from + 1)), target };
}

/** As it is drawn and as it is heard. */
function targetInFormat(
  { metric, target }: GaugeVisual,
  { metricOf, locale }: VisualContext,
): Pick<GaugeReading, 'target' | 'heard'> {
  const parsed = metricOf(metric);
  const definition: Partial<MetricDefinition> = parsed && 'definition' in parsed ? parsed.definition : {};
  const format = prepareFormat(definition, locale);
  const { unit } = definition;
  const texts = [...new Set(ends(target))].map((end) => {
    const formatted = format(end, undefined);
    const text = 'text' in formatted ? formatted.text : String(end);
    const isTime = 'seconds' in formatted && formatted.seconds !== undefined;
    return { text, heard: isTime ? spokenSeconds(formatted.seconds, locale) : text };
  });
  const whole = (parts: readonly string[]): string => [parts.join('–'), unit].filter(Boolean).join(' ');
  return { target: whole(texts.map(({ text }) => text)), heard: whole(texts.map(({ heard }) => heard)) };
}

const broken = ({ key, label }: Reading, problem: Problem): Reading => ({
  key,
  label,
  status: 'definition-error',
  problem,
});

const isShort = (reading: Reading): boolean =>
  reading.status === 'value' && reading.crossed?.direction === 'under';

const needsNumber = (value: MetricValue): Problem => ({
  kind: 'gauge-needs-number',
  found: JSON.stringify(value).slice(0, 60),
});

const upsideDown = (to: number): Problem => ({
  kind: 'field',
  field: 'to',
  demand: { must: 'above-from' },
  found: String(to),
});

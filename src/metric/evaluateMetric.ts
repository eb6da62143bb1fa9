import type { MetricDefinition } from '../contract/metricDefinition';
import type { Budget } from '../formula';
import { crossThresholds, type CrossedThreshold, type ThresholdMemory } from './crossThresholds';
import { evaluateFormula } from './evaluateFormula';
import { formatValue, type Place } from './formatValue';
import { shown } from './fieldChecks';
import { dataTimes, staleSince, timelinessOf } from './freshness';
import { incrementValue, readsGrownWaits, secondsSince } from './incrementValue';
import type { ParsedDefinition } from './parseMetricDefinitions';
import type { FormulaProblem, Problem, StyleProblem } from './Problem';
import { readLimit } from './readLimit';
import { readsCumulative } from './readsCumulative';
import type { Crossing, MetricValue, NoAnswerReading, Reading, TooFewReading, ValueReading } from './Reading';
import { resolveStyle, type Colours } from './thresholdStyles';

/** What a metric is evaluated against. */
export interface Moment {
  /** The dashboard data; undefined while there is none. An object is taken never to change: its times are read once. */
  readonly data: unknown;
  /** Milliseconds since 1970, by the clock that the data was dated by. */
  readonly now: number;
  /** Data older than this are stale. */
  readonly staleAfterSeconds: number;
  /** BCP 47, such as `en-GB`: how numbers are written. */
  readonly locale: string;
  readonly colours: Colours;
  /** The work that all formulas of one update may do together. */
  readonly budget: Budget;
}

/** What one evaluation of a metric leaves for the next. Opaque: keep it by the metric's key and hand it back. */
export interface MetricMemory {
  /** Undefined when the value was not judged. */
  readonly thresholds: ThresholdMemory | undefined;
  /** The day whose totals were judged; how yesterday's stood to a threshold says nothing of today's. */
  readonly day: unknown;
  /** What stays on screen while the formula cannot be evaluated. */
  readonly last: LastReading;
}

interface LastReading {
  readonly definition: MetricDefinition;
  readonly reading: ValueReading | TooFewReading | NoAnswerReading;
  /** When its data was collected, or it was made where the data does not say: milliseconds since 1970. */
  readonly at: number;
}

export interface Evaluation {
  readonly reading: Reading;
  readonly memory: MetricMemory | undefined;
  /** Until then (milliseconds since 1970) the same definition, data, theme and language give the same reading; Infinity for always. */
  readonly changesAt: number;
  /** Whether the formula was stopped before it gave a value. Such a metric goes first in the next update. */
  readonly isStopped?: boolean;
}

/** Formula, growth, text, threshold, style: from a saved definition to what a tile draws. Never throws. */
export function evaluateMetric(parsed: ParsedDefinition, moment: Moment, before?: MetricMemory): Evaluation {
  const { key, label } = parsed;
  const { data, now, budget } = moment;
  if ('problem' in parsed)
    return settled({ key, label, status: 'definition-error', problem: parsed.problem });
  if (!hasData(data)) return settled({ key, label, status: 'no-data' });

  const { definition } = parsed;
  const { collectedAt, timeZone } = dataTimes(data);
  const ages = readsGrownWaits(definition.formula);
  const age = ages
    ? secondsSince(collectedAt, timelinessOf(data, now, moment.staleAfterSeconds, false).freshAt)
    : 0;
  const outcome = evaluateFormula(definition.formula, data, budget, age);
  if ('problem' in outcome)
    return unevaluated(definition, { key, label }, outcome.problem, outcome.retryAfter, moment, before);
  const { value } = outcome;
  const readsTotals = readsCumulative(definition.formula);
  const timeliness = timelinessOf(data, now, moment.staleAfterSeconds, readsTotals);
  const { freshness } = timeliness;
  const at = collectedAt ?? now;
  const isFresh = freshness.status === 'fresh';
  const growsAt =
    isFresh && (ages || isGrowing(definition, value)) ? nextSecondAt(collectedAt, now) : Infinity;
  const staysUntil = Math.min(growsAt, timeliness.changesAt);
  if (value === null)
    return unjudged({ key, label, status: 'no-answer', freshness }, definition, at, staysUntil);

  const unclear = typeof value === 'number' ? unclearThreshold(key, definition) : undefined;
  if (unclear) return settled({ key, label, status: 'definition-error', problem: unclear });

  const place: Place = { locale: moment.locale, timeZone };
  const grown = isGrowing(definition, value) ? incrementValue(value, collectedAt, timeliness.freshAt) : value;
  const formatted = formatValue(grown, definition, place);
  if ('problem' in formatted)
    return settled({ key, label, status: 'format-error', problem: formatted.problem });

  const { text } = formatted;
  const unit = definition.unit || undefined;
  const sampled = measureSample(definition, moment);
  if (sampled && 'problem' in sampled)
    return unevaluated(definition, { key, label }, sampled.problem, sampled.retryAfter, moment, before);
  if (sampled) {
    const { sample, minimumSample } = sampled;
    const sized = { key, label, freshness, text, unit, value };
    return unjudged({ ...sized, status: 'too-few', sample, minimumSample }, definition, at, staysUntil);
  }

  const day = readsTotals ? dayOf(data) : undefined;
  const known = before && before.day === day ? before.thresholds : undefined;
  const judged = isFresh ? crossThresholds(grown, definition, now, known) : undefined;
  const crossed = judged?.crossed;
  const saved = isFresh ? (crossed?.style ?? definition.defaultStyle) : 'Default';
  // Absent fields are undefined here: spreading what is there or not took more than half the time of an evaluation.
  const reading: ValueReading = {
    key,
    label,
    status: 'value',
    freshness,
    text,
    unit,
    value,
    style: resolveStyle(saved, moment.colours).style,
    crossed: crossed && inFormat(crossed, definition, place),
    styleProblems: styleProblems(definition, moment.colours),
  };
  const last = { definition, reading, at };
  return {
    reading,
    memory: judged
      ? { thresholds: judged.memory, day, last }
      : { thresholds: before?.thresholds, day: before?.day, last },
    changesAt: judged ? Math.min(staysUntil, judged.changesAt) : staysUntil,
  };
}

/**
 * There is no new value. A mistake of the formula is shown in place of one. A formula that was stopped says nothing of its value: what
 * was read last stays, marked as stale, until the formula is tried again.
 */
function unevaluated(
  definition: MetricDefinition,
  metric: { readonly key: string; readonly label: string },
  problem: FormulaProblem,
  retryAfter: number | undefined,
  { now, colours }: Moment,
  before: MetricMemory | undefined,
): Evaluation {
  const retryAt = retryAfter === undefined ? Infinity : now + retryAfter;
  const isStopped = retryAfter !== undefined;
  if (!isStopped || !before || !showsTheSame(before.last.definition, definition))
    return { ...settled({ ...metric, status: 'formula-error', problem }, retryAt), isStopped };
  const { reading, at } = before.last;
  const { freshness, changesAt } = staleSince(at, now);
  const kept = { ...reading, ...metric, freshness, stopped: problem };
  return {
    reading:
      kept.status === 'value'
        ? { ...kept, style: resolveStyle('Default', colours).style, crossed: undefined }
        : kept,
    memory: before,
    changesAt: Math.min(retryAt, changesAt),
    isStopped,
  };
}

/** Whether what was read by one definition can stand for the other. */
const showsTheSame = (a: MetricDefinition, b: MetricDefinition): boolean =>
  a === b ||
  (['formula', 'sampleFormula', 'minimumSample', 'format', 'decimals', 'unit', 'increment'] as const).every(
    (field) => a[field] === b[field],
  );

/** The Function has not written yet when there is no document, or only the empty one that set-up creates. */
export function hasData(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.keys(data).length > 0;
}

/** How it stood to its thresholds is forgotten of what is not judged. */
const unjudged = (
  reading: NoAnswerReading | TooFewReading,
  definition: MetricDefinition,
  at: number,
  changesAt: number,
): Evaluation => ({
  reading,
  memory: { thresholds: undefined, day: undefined, last: { definition, reading, at } },
  changesAt,
});

/** There is nothing to remember. */
const settled = (reading: Reading, changesAt = Infinity): Evaluation => ({
  reading,
  memory: undefined,
  changesAt,
});

/** A threshold that would never alarm: nobody can tell which number it is. */
function unclearThreshold(key: string, definition: MetricDefinition): Problem | undefined {
  for (const field of ['firstThresholdValue', 'secondThresholdValue'] as const) {
    const saved = definition[field];
    if (typeof saved === 'string' && readLimit(saved) === 'unclear')
      return { kind: 'in-definition', key, fault: { kind: 'threshold-unclear', field, found: shown(saved) } };
  }
  return undefined;
}

const isGrowing = (definition: MetricDefinition, value: MetricValue | null): value is number =>
  definition.increment === true && typeof value === 'number' && value > 0;

/** When the next whole second since the collection is full. */
function nextSecondAt(collectedAt: number | undefined, now: number): number {
  return collectedAt === undefined ? Infinity : collectedAt + secondsSince(collectedAt, now) * 1000 + 1000;
}

/** The sample when it is too small, a problem when there is none, undefined when the value may be judged. */
function measureSample(
  { sampleFormula, minimumSample }: MetricDefinition,
  { data, budget }: Moment,
):
  | { readonly sample: number; readonly minimumSample: number }
  | { readonly problem: FormulaProblem; readonly retryAfter?: number | undefined }
  | undefined {
  if (sampleFormula === undefined || minimumSample === undefined) return undefined;
  const outcome = evaluateFormula(sampleFormula, data, budget);
  if ('problem' in outcome)
    return {
      problem: { kind: 'in-sample-formula', problem: outcome.problem },
      retryAfter: outcome.retryAfter,
    };
  // Of nothing, nothing was counted.
  const found = outcome.value ?? 0;
  if (typeof found !== 'number')
    return { problem: { kind: 'sample-no-number', found: JSON.stringify(found) } };
  return found < minimumSample ? { sample: found, minimumSample } : undefined;
}

function inFormat(
  { limit, direction }: CrossedThreshold,
  definition: MetricDefinition,
  place: Place,
): Crossing {
  const formatted = formatValue(limit, definition, place);
  return { direction, limit: 'text' in formatted ? formatted.text : String(limit) };
}

const dayOf = (data: unknown): unknown => (data as { day?: { start?: unknown } }).day?.start;

/** Every saved style is checked, not only the one in use: a misspelt alarm colour should not come to light in the alarm. */
function styleProblems(definition: MetricDefinition, colours: Colours): readonly StyleProblem[] {
  const { defaultStyle, firstThresholdStyle, secondThresholdStyle } = definition;
  const ofDefault = resolveStyle(defaultStyle, colours).problems;
  const ofFirst = resolveStyle(firstThresholdStyle, colours).problems;
  const ofSecond = resolveStyle(secondThresholdStyle, colours).problems;
  const isFine = ofDefault.length + ofFirst.length + ofSecond.length === 0;
  return isFine ? ofDefault : [...ofDefault, ...ofFirst, ...ofSecond];
}

import type { InlineThresholdStyle, MetricDefinition, ThresholdStyle } from '../../schema/metricDefinition';
import type { Analysis, Budget, CompileFormula } from '../formula';
import { prepareThresholds, type CrossedThreshold, type ThresholdMemory } from './crossThresholds';
import { shown } from './fieldChecks';
import { prepareFormat, type Format } from './formatValue';
import { dataTimes, staleSince, timelinessOf } from './freshness';
import { partsOf } from './joinedData';
import { incrementValue, secondsSince } from './incrementValue';
import { levelOfStyle, problemsOfName, type Level } from './levels';
import type { ParsedDefinition } from './parseMetricDefinitions';
import { partIn } from './partOfQueues';
import { choiceNeeded, prepareFormula, type PreparedFormula } from './prepareFormula';
import type { FormulaProblem, Problem, StyleProblem } from './Problem';
import { readLimit } from './readLimit';
import type {
  Crossing,
  NoAnswerReading,
  NoDataReading,
  ProblemReading,
  Reading,
  TooFewReading,
  ValueReading,
} from './Reading';
import { sameValue } from './sameReading';
import { knownUntil, lackOf, nextSecond, readsData, standOf, type Lack } from './sourcesStand';

/** What metrics are prepared for; the same for a whole board. */
export interface MetricContext {
  /** BCP 47, such as `en-GB`: how numbers are written. */
  readonly locale: string;
  /** What is wrong with colours in the theme in use; without it no colour is checked. */
  readonly checkColours?: (style: InlineThresholdStyle) => readonly StyleProblem[];
  /** @default compileFormula */
  readonly compile?: CompileFormula;
}

/** What a metric is evaluated over. */
export interface MetricInput {
  /**
   * The dashboard data, alone or joined with other sources; undefined while there is none. An object is taken never to
   * change: its times are read once.
   */
  readonly data: unknown;
  /** Data older than this are stale. */
  readonly staleAfterSeconds: number;
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
  /** Until then (milliseconds since 1970) the same data give the same reading; Infinity for always. */
  readonly changesAt: number;
  /** Whether the formula was stopped before it gave a value. Such a metric goes first in the next update. */
  readonly isStopped?: boolean;
}

/**
 * Formula, growth, text, threshold, style: from data to what a tile draws. Never throws.
 * @param now milliseconds since 1970, by the clock that the data was dated by
 * @param before the memory of the evaluation before this one
 */
export type PreparedMetric = (input: MetricInput, now: number, before?: MetricMemory) => Evaluation;

/** Compiles a metric's formulas and resolves its format and thresholds, so that evaluating it looks nothing up. */
export function prepareMetric(parsed: ParsedDefinition, context: MetricContext): PreparedMetric {
  const { key, label } = parsed;
  if ('problem' in parsed) {
    const broken = settled({ key, label, status: 'definition-error', problem: parsed.problem });
    return () => broken;
  }
  const { definition } = parsed;
  const { evaluate, analysis, sourcesRead } = prepareFormula(definition.formula, context.compile);
  const sample = prepareSample(definition, context);
  const format = prepareFormat(definition, context.locale);
  const judge = prepareThresholds(definition);
  const unclear = unclearThreshold(keyOfMetric(key), definition);
  const styleProblems = problemsOfStyles(definition, context);
  const unit = definition.unit || undefined;
  const grows = definition.increment === true;
  const { agesWaits, readsTotals, readsAllQueues, readsClock } = usesOf(analysis);

  return ({ data, staleAfterSeconds, budget }, now, before) => {
    const parts = partsOf(data);
    const { data: collected, further } = parts;
    const isCollected = hasData(collected);
    // Over the dashboard data alone, every formula goes by it.
    if (further.size === 0 && !isCollected) return settled({ key, label, status: 'no-data' });
    const { collectedAt: dataAt, timeZone } = dataTimes(collected);
    const ofData = timelinessOf(collected, now, staleAfterSeconds, readsTotals);
    const age = agesWaits
      ? secondsSince(
          dataAt,
          readsTotals ? timelinessOf(collected, now, staleAfterSeconds, false).freshAt : ofData.freshAt,
        )
      : 0;
    const stopped = (problem: FormulaProblem, retryAfter: number | undefined): Evaluation =>
      unevaluated(definition, { key, label }, problem, retryAfter, now, before);
    const outcome = evaluate(data, budget, age, readsClock ? knownUntil(parts, now) : now);
    const sampled = 'value' in outcome && outcome.value !== null ? sample?.evaluate(data, budget) : undefined;
    const read =
      further.size > 0 && sampled && sample ? new Set([...sourcesRead, ...sample.sourcesRead]) : sourcesRead;
    const lack = further.size > 0 ? lackOf(parts, read) : undefined;
    if (lack) return { reading: withoutSource({ key, label }, lack), memory: before, changesAt: Infinity };
    if (!isCollected && readsData(read)) return settled({ key, label, status: 'no-data' });
    if ('problem' in outcome) return stopped(outcome.problem, outcome.retryAfter);
    const { value } = outcome;
    const stand = further.size > 0 ? standOf(parts, read, now, staleAfterSeconds, readsTotals) : undefined;
    const timeliness = stand?.timeliness ?? ofData;
    const collectedAt = stand ? stand.collectedAt : dataAt;
    const { freshness } = timeliness;
    const isFresh = freshness.status === 'fresh';
    const isGrowing = grows && typeof value === 'number' && value > 0;
    const at = collectedAt ?? now;
    const growsAt = isFresh && (agesWaits || isGrowing) ? nextSecondAt(collectedAt, now) : Infinity;
    const ticksAt = isFresh && readsClock ? nextSecond(now) : Infinity;
    const staysUntil = Math.min(growsAt, ticksAt, timeliness.changesAt);
    // A figure over all queues says when the data does not have them all.
    const completeness = (readsAllQueues ? partIn(collected) : undefined) ?? stand?.completeness;
    if (value === null)
      return unjudged(
        { key, label, status: 'no-answer', freshness, completeness },
        definition,
        at,
        staysUntil,
      );

    if (unclear && typeof value === 'number')
      return settled({ key, label, status: 'definition-error', problem: unclear });
    const grownTo = isGrowing ? incrementValue(value, collectedAt, timeliness.freshAt) : undefined;
    const grown = grownTo ?? value;
    const formatted = format(grown, timeZone);
    if ('problem' in formatted)
      return settled({ key, label, status: 'format-error', problem: formatted.problem });
    const { text, seconds } = formatted;
    if (sampled && 'problem' in sampled) return stopped(sampled.problem, sampled.retryAfter);
    if (sampled?.isTooFew) {
      const { found, minimumSample } = sampled;
      const sized = { key, label, freshness, text, seconds, unit, value, grown: grownTo, completeness };
      return unjudged(
        { ...sized, status: 'too-few', sample: found, minimumSample },
        definition,
        at,
        staysUntil,
      );
    }

    const day = readsTotals ? dayOf(collected) : undefined;
    const known = before && before.day === day ? before.thresholds : undefined;
    const judged = isFresh ? judge(grown, now, known) : undefined;
    const crossed = judged?.crossed;
    const style = judged && (crossed?.style ?? definition.defaultStyle);
    const kept = judged ? undefined : lastLevel(definition, before);
    // Absent fields are undefined here: spreading what is there or not took more than half the time of an evaluation.
    const reading: ValueReading = {
      key,
      label,
      status: 'value',
      freshness,
      text,
      seconds,
      unit,
      value,
      grown: grownTo,
      level: kept ? kept.level : levelOfStyle(style),
      levelAt: kept?.at,
      style,
      crossed: crossed && inFormat(crossed, format, timeZone),
      styleProblems,
      completeness,
    };
    const last = { definition, reading, at };
    return {
      reading,
      memory: judged
        ? { thresholds: judged.memory, day, last }
        : { thresholds: before?.thresholds, day: before?.day, last },
      changesAt: judged ? Math.min(staysUntil, judged.changesAt) : staysUntil,
    };
  };
}

/** What a formula's timeliness depends on. The name itself is looked for: where a list is searched, only the data decides what is read. */
export const usesOf = (
  analysis: Analysis | undefined,
): Readonly<Record<'agesWaits' | 'readsTotals' | 'readsAllQueues' | 'readsClock', boolean>> => ({
  agesWaits: analysis?.readsAges ?? false,
  readsTotals:
    analysis !== undefined && (analysis.texts.has('cumulative') || analysis.words.has('serviceLevel')),
  readsAllQueues: analysis?.texts.has('queues') ?? false,
  readsClock: analysis?.readsClock ?? false,
});

/** The level before the data went stale; nothing is known to have become better or worse. */
function lastLevel(definition: MetricDefinition, before: MetricMemory | undefined): KeptLevel {
  if (before?.last.reading.status !== 'value' || !sameValue(before.last.definition, definition))
    return { level: 'normal', at: undefined };
  return keptLevel(before.last.reading, before.last.at);
}

interface KeptLevel {
  readonly level: Level;
  /** When it was judged; undefined when it never was. */
  readonly at: number | undefined;
}

const keptLevel = ({ level, levelAt, freshness }: ValueReading, at: number): KeptLevel => ({
  level,
  at: freshness.status === 'fresh' ? at : levelAt,
});

/**
 * There is no new value. A mistake of the formula is shown in place of one. A formula that was stopped says nothing of its value: what
 * was read last stays, marked as stale, until the formula is tried again.
 */
function unevaluated(
  definition: MetricDefinition,
  metric: { readonly key: string; readonly label: string },
  problem: FormulaProblem,
  retryAfter: number | undefined,
  now: number,
  before: MetricMemory | undefined,
): Evaluation {
  const needs = choiceNeeded(problem);
  // What is gone for a moment comes back as it was.
  if (needs) return { reading: { ...metric, status: 'no-data', needs }, memory: before, changesAt: Infinity };
  const retryAt = retryAfter === undefined ? Infinity : now + retryAfter;
  const isStopped = retryAfter !== undefined;
  if (!isStopped || !before || !showsTheSame(before.last.definition, definition))
    return { ...settled({ ...metric, status: 'formula-error', problem }, retryAt), isStopped };
  const { reading, at } = before.last;
  const { freshness, changesAt } = staleSince(at, now);
  const marks = { ...metric, freshness, stopped: problem };
  return {
    reading:
      reading.status === 'value'
        ? { ...reading, ...marks, levelAt: keptLevel(reading, at).at, style: undefined, crossed: undefined }
        : { ...reading, ...marks },
    memory: before,
    changesAt: Math.min(retryAt, changesAt),
    isStopped,
  };
}

/** A source that the formula reads has nothing. How the value stood to its thresholds is not forgotten by that. */
const withoutSource = (
  metric: { readonly key: string; readonly label: string },
  lack: Lack,
): NoDataReading | ProblemReading =>
  lack.status === 'no-data'
    ? { ...metric, status: 'no-data', source: lack.source }
    : {
        ...metric,
        status: 'formula-error',
        problem: { kind: 'source-failed', source: lack.source, problem: lack.problem },
      };

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

/** The identity of a reading names its metric before what is chosen for it. */
const keyOfMetric = (identity: string): string => identity.split('\u0000')[0] ?? identity;

/** A threshold that would never alarm: nobody can tell which number it is. */
function unclearThreshold(key: string, definition: MetricDefinition): Problem | undefined {
  for (const field of ['firstThresholdValue', 'secondThresholdValue'] as const) {
    const saved = definition[field];
    if (typeof saved === 'string' && readLimit(saved) === 'unclear')
      return { kind: 'in-definition', key, fault: { kind: 'threshold-unclear', field, found: shown(saved) } };
  }
  return undefined;
}

/** When the next whole second since the collection is full. */
function nextSecondAt(collectedAt: number | undefined, now: number): number {
  return collectedAt === undefined ? Infinity : collectedAt + secondsSince(collectedAt, now) * 1000 + 1000;
}

type Sampled =
  | { readonly found: number; readonly minimumSample: number; readonly isTooFew: boolean }
  | { readonly problem: FormulaProblem; readonly retryAfter?: number | undefined };

interface PreparedSample extends Pick<PreparedFormula, 'sourcesRead'> {
  evaluate(data: unknown, budget: Budget): Sampled;
}

/** The sample, or a problem when there is none; undefined where every value may be judged. */
function prepareSample(
  { sampleFormula, minimumSample }: MetricDefinition,
  { compile }: MetricContext,
): PreparedSample | undefined {
  if (sampleFormula === undefined || minimumSample === undefined) return undefined;
  const formula = prepareFormula(sampleFormula, compile);
  const evaluate = (data: unknown, budget: Budget): Sampled => {
    const outcome = formula.evaluate(data, budget);
    if ('problem' in outcome)
      return {
        problem: { kind: 'in-sample-formula', problem: outcome.problem },
        retryAfter: outcome.retryAfter,
      };
    // No answer means that nothing was counted.
    const found = outcome.value ?? 0;
    if (typeof found !== 'number')
      return { problem: { kind: 'sample-no-number', found: JSON.stringify(found) } };
    return { found, minimumSample, isTooFew: found < minimumSample };
  };
  return { evaluate, sourcesRead: formula.sourcesRead };
}

function inFormat(
  { limit, direction }: CrossedThreshold,
  format: Format,
  timeZone: string | undefined,
): Crossing {
  const formatted = format(limit, timeZone);
  if ('problem' in formatted) return { direction, limit: String(limit) };
  const { text, seconds } = formatted;
  return seconds === undefined
    ? { direction, limit: text }
    : { direction, limit: text, limitSeconds: seconds };
}

const dayOf = (data: unknown): unknown => (data as { day?: { start?: unknown } }).day?.start;

/** Every saved style is checked, not only the one in use: a misspelt alarm colour should not come to light in the alarm. */
function problemsOfStyles(
  { defaultStyle, firstThresholdStyle, secondThresholdStyle }: MetricDefinition,
  { checkColours }: MetricContext,
): readonly StyleProblem[] {
  const check = (style: ThresholdStyle | undefined): readonly StyleProblem[] =>
    typeof style === 'object' ? (checkColours?.(style) ?? []) : problemsOfName(style);
  return [defaultStyle, firstThresholdStyle, secondThresholdStyle].flatMap(check);
}

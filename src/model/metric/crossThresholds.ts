import type { MetricDefinition, ThresholdStyle } from '../../schema/metricDefinition';
import { readLimit } from './readLimit';
import type { Crossing, MetricValue } from './Reading';

export interface CrossedThreshold {
  readonly limit: number | string;
  readonly direction: Crossing['direction'];
  readonly style: ThresholdStyle | undefined;
}

/** How a value has stood to the two thresholds of its metric; made by `crossThresholds` and handed back to it. */
export type ThresholdMemory = readonly [StandMemory | undefined, StandMemory | undefined];

interface StandMemory {
  /** The threshold as it was: another one is not to be judged by this. */
  readonly limit: number | string;
  readonly direction: Crossing['direction'];
  /** When the value went across: milliseconds since 1970. */
  readonly since: number;
  /** Whether it has been across for long enough. */
  readonly isCrossed: boolean;
}

export interface ThresholdOutcome {
  /** The threshold that is crossed; when both are, the one further out, whichever is called first. */
  readonly crossed: CrossedThreshold | undefined;
  readonly memory: ThresholdMemory;
  /** When a threshold will have been crossed for long enough if the value stays; Infinity when none waits for that. */
  readonly changesAt: number;
}

export type ThresholdFields = Pick<
  MetricDefinition,
  | 'firstThresholdValue'
  | 'firstThresholdStyle'
  | 'secondThresholdValue'
  | 'secondThresholdStyle'
  | 'invertThresholds'
  | 'hysteresis'
  | 'holdSeconds'
>;

const nothingRemembered: ThresholdMemory = [undefined, undefined];

/** Judges a value. `now` is in milliseconds since 1970, `before` the memory of the evaluation before this one. */
export type JudgeValue = (value: MetricValue, now: number, before?: ThresholdMemory) => ThresholdOutcome;

/**
 * Which threshold a value crosses: a number, also as text and with a decimal comma, is crossed by what is strictly above it, or strictly
 * below when thresholds are inverted; other text by what equals it.
 *
 * With `holdSeconds` a threshold counts as crossed only after the value was across for so long; with `hysteresis` it
 * counts as left only after the value went so far back. So a value on the edge does not flicker.
 */
export function prepareThresholds(definition: ThresholdFields): JudgeValue {
  const [first, second] = readThresholds(definition);
  if (!first && !second) return () => nothingCrossed;
  return (value, now, before = nothingRemembered) => {
    const memory: ThresholdMemory = [
      first && remember(first, value, definition, now, before[0]),
      second && remember(second, value, definition, now, before[1]),
    ];
    return {
      crossed: furtherOut(
        memory[0]?.isCrossed ? first : undefined,
        memory[1]?.isCrossed ? second : undefined,
      ),
      memory,
      changesAt: Math.min(crossedAt(memory[0], definition), crossedAt(memory[1], definition)),
    };
  };
}

const nothingCrossed: ThresholdOutcome = {
  crossed: undefined,
  memory: nothingRemembered,
  changesAt: Infinity,
};

/** The thresholds that are set, first and second, with the direction in which each is crossed. */
export const thresholdsOf = (definition: ThresholdFields): readonly CrossedThreshold[] =>
  readThresholds(definition).flatMap((threshold) => threshold ?? []);

function readThresholds({
  firstThresholdValue,
  firstThresholdStyle,
  secondThresholdValue,
  secondThresholdStyle,
  invertThresholds: isInverted = false,
}: ThresholdFields): readonly [CrossedThreshold | undefined, CrossedThreshold | undefined] {
  return [
    readThreshold(firstThresholdValue, firstThresholdStyle, isInverted),
    readThreshold(secondThresholdValue, secondThresholdStyle, isInverted),
  ];
}

function readThreshold(
  saved: number | string | undefined,
  style: ThresholdStyle | undefined,
  isInverted: boolean,
): CrossedThreshold | undefined {
  const text = typeof saved === 'string' ? saved.trim() : saved;
  if (text === undefined || text === '') return undefined;
  const limit = typeof text === 'string' ? readLimit(text) : text;
  return typeof limit === 'string'
    ? { limit: text, direction: 'equal', style }
    : { limit, direction: isInverted ? 'under' : 'over', style };
}

function remember(
  threshold: CrossedThreshold,
  value: MetricValue,
  { hysteresis = 0, holdSeconds = 0 }: ThresholdFields,
  now: number,
  before: StandMemory | undefined,
): StandMemory | undefined {
  const { limit, direction } = threshold;
  const known = before && before.limit === limit && before.direction === direction ? before : undefined;
  const beyond = distanceBeyond(threshold, value);
  if (known?.isCrossed && beyond > -hysteresis) return known;
  if (!(beyond > 0)) return undefined;
  // A clock that was put back must not make the wait longer than it is.
  const since = Math.min(known?.since ?? now, now);
  const isCrossed = now - since >= holdSeconds * 1000;
  return known && known.since === since && !isCrossed ? known : { limit, direction, since, isCrossed };
}

/** How far across a value is, in its own unit: 0 on the threshold, negative or NaN when it is not across. */
function distanceBeyond({ limit, direction }: CrossedThreshold, value: MetricValue): number {
  if (typeof limit === 'string') return String(value).trim() === limit ? Infinity : -Infinity;
  const number = typeof value === 'string' && value.trim() === '' ? NaN : Number(value);
  return direction === 'under' ? limit - number : number - limit;
}

function furtherOut(
  first: CrossedThreshold | undefined,
  second: CrossedThreshold | undefined,
): CrossedThreshold | undefined {
  if (!first || !second) return first ?? second;
  return distanceBeyond(first, second.limit) > 0 ? second : first;
}

const crossedAt = (stand: StandMemory | undefined, { holdSeconds = 0 }: ThresholdFields): number =>
  stand && !stand.isCrossed ? stand.since + holdSeconds * 1000 : Infinity;

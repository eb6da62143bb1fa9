import type { MetricDefinition } from '../../schema/metricDefinition';
import { numberIn } from './usual';
import { prepareLevels, type Point } from './seriesOf';
import type { Trend } from './Trends';

/** How often thresholds would have been crossed in the weeks before. */
export interface Rehearsal {
  /** Moments that thresholds are held against. */
  readonly judged: number;
  readonly warning: number;
  readonly critical: number;
  /** Moments at which too little was counted to judge. */
  readonly tooFew: number;
  /** On how many days all these are. */
  readonly days: number;
  /** A limit that one moment in ten is beyond; undefined where the values do not differ, or are no numbers. */
  readonly proposal: number | undefined;
}

/** Holds thresholds against the same weekday of the weeks before. Hold time and hysteresis are left out. */
export function rehearse({ before }: Pick<Trend, 'before'>, definition: MetricDefinition): Rehearsal {
  const levelOf = prepareLevels(definition);
  const days = before.filter(({ points }) => points.length > 0);
  const points = days.flatMap((day) => day.points);
  const answered = points.filter(({ value }) => value !== null);
  const judged = answered.filter(({ isJudged }) => isJudged);
  const levels = judged.map(levelOf);
  return {
    judged: judged.length,
    warning: levels.filter((level) => level === 'warning').length,
    critical: levels.filter((level) => level === 'critical').length,
    tooFew: answered.length - judged.length,
    days: days.length,
    proposal: proposalFor(judged, definition.invertThresholds === true),
  };
}

const share = 0.9;
/** Fewer moments propose nothing. */
const fewest = 20;

function proposalFor(points: readonly Point[], isInverted: boolean): number | undefined {
  const values = points
    .flatMap((point) => numberIn(point) ?? [])
    .sort((a, b) => (isInverted ? b - a : a - b));
  const found = values[Math.floor(share * (values.length - 1))];
  if (values.length < fewest || found === undefined || values[0] === values[values.length - 1])
    return undefined;
  // Shares from 0 to 1 would all be rounded to the one or the other.
  return roundedOut(found, isInverted, values.every((value) => Math.abs(value) <= 1) ? 0 : 1);
}

/** To two digits, away from the values that are calm, so that the limit is no stricter than was said. @param least what it is a multiple of */
function roundedOut(value: number, isInverted: boolean, least: number): number {
  const step = value === 0 ? 1 : Math.max(least, 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1));
  const rounded = (isInverted ? Math.floor(value / step) : Math.ceil(value / step)) * step;
  return Number(rounded.toPrecision(12));
}

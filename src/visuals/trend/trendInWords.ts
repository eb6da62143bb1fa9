import type { MetricDefinition } from '../../schema/metricDefinition';
import { prepareFormat } from '../../model/metric/formatValue';
import type { Loaded } from '../../model/metric/Loaded';
import type { MetricValue, Reading } from '../../model/metric/Reading';
import type { Past } from '../../model/series/Past';
import type { Trend } from '../../model/series/Trends';
import { compareWithUsual } from '../../model/series/usual';
import { weekdayOf } from '../../strings/clockTimes';
import type { Strings } from '../../strings/Strings';
import { describeProblem } from '../describeProblem';

/** Why there is no trend, or not all of it; undefined when it is there. */
export function trendStateInWords(trend: Loaded<Trend>, strings: Strings): string | undefined {
  const { text } = strings;
  switch (trend.status) {
    case 'loading':
      return text('TrendLoading');
    case 'missing':
      return text('TrendNone');
    case 'failed':
      return text('TrendFailed', { problem: trend.problem });
    case 'ready':
      return lackInWords(trend.value, strings);
  }
}

function lackInWords(
  { past, today, before, lacks, isDistrusted }: Trend,
  { text }: Strings,
): string | undefined {
  if (lacks.length > 0) return text('TrendLacks', { names: lacks.join(', ') });
  if (isDistrusted) return text('TrendDistrusted');
  if ([today, ...before].some(({ points }) => points.length > 0)) return undefined;
  const problem = today.problem ?? before.find((series) => series.problem)?.problem;
  if (problem) return describeProblem(problem, text);
  return past.filling ? fillingInWords(past, text) : text('TrendNone');
}

/** How far the past has been collected; undefined when all of it is. */
export const fillingInWords = ({ filling }: Past, text: Strings['text']): string | undefined =>
  filling && text('TrendFilling', { percent: Math.floor((100 * filling.done) / Math.max(1, filling.all)) });

/** How the value of now stands to a usual day of the same weekday; undefined where it is no number. */
export function comparisonInWords(
  trend: Trend,
  reading: Reading,
  collectedAt: number | undefined,
  definition: MetricDefinition,
  strings: Strings,
): string | undefined {
  if (collectedAt === undefined || reading.status !== 'value' || reading.freshness.status !== 'fresh')
    return undefined;
  const value = reading.grown ?? reading.value;
  if (typeof value !== 'number' || trend.today.problem) return undefined;
  const { text } = strings;
  const compared = compareWithUsual(trend, value, collectedAt, definition);
  // While more is coming, that is said instead.
  if (compared.status === 'too-little') return trend.past.filling ? undefined : text('TrendTooLittle');
  const weekday = weekdayOf(trend.past.today.start, trend.past.timeZone, strings.locale);
  const difference = differenceInWords(value, compared.difference, definition, strings);
  const words =
    difference === undefined
      ? text('TrendAsUsual', { weekday })
      : text('TrendAgainstUsual', { difference, weekday });
  return compared.verdict === undefined
    ? words
    : `${words}, ${text(compared.verdict === 'better' ? 'TrendBetter' : 'TrendWorse')}`;
}

/** With its sign; percentages differ in points. Undefined for none that would be seen. */
function differenceInWords(
  value: number,
  difference: number,
  definition: MetricDefinition,
  { text, locale }: Strings,
): string | undefined {
  const size = Math.abs(Number.isInteger(value) ? Math.round(difference) : difference);
  const sign = difference < 0 ? '-' : '+';
  if (definition.format === 'percent') {
    const tenths = Math.round(Math.abs(difference) * 10) / 10;
    const amount = sign + tenths.toLocaleString(locale);
    return tenths === 0 ? undefined : text('TrendPoints', { amount });
  }
  const written = valueInWords(size, definition, locale);
  return written === valueInWords(0, definition, locale) ? undefined : sign + written;
}

/** A value of a metric as its tile would show it, without its unit. */
export function valueInWords(
  value: MetricValue | null,
  definition: MetricDefinition,
  locale: string,
  timeZone?: string,
): string {
  if (value === null) return '–';
  const formatted = prepareFormat(definition, locale)(value, timeZone);
  return 'text' in formatted ? formatted.text : String(value);
}

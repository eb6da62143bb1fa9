import * as React from 'react';
import type { MetricDefinition } from '../../schema/metricDefinition';
import { valueOf } from '../../model/metric/Loaded';
import type { Reading } from '../../model/metric/Reading';
import { ScreenReaderOnly } from '../../paste/ScreenReaderOnly';
import { styled } from '../../paste/styling';
import type { Trend } from '../../model/series/Trends';
import { clockTime, momentInWords, weekdaysOf } from '../../strings/clockTimes';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import { quietColours, resolveStyle } from '../styleColours';
import { useColourTokens } from '../useColourTokens';
import { daysBehind, drawTrend, limitsOf, pointsToNow, type DrawnTrend } from './drawnTrend';
import { placeOf, ticksIn } from './plot';
import { comparisonInWords, fillingInWords, trendStateInWords, valueInWords } from './trendInWords';
import { TrendLines } from './TrendLines';
import { trendColours, trendLinesSheet } from './trendSheet';
import { TrendTable } from './TrendTable';
import { useTrend } from './TrendsContext';

export interface TrendChartProps {
  readonly definition: MetricDefinition;
  readonly reading: Reading;
  readonly collectedAt: number | undefined;
}

/** `hour`: the last one. `day`: today with what the days before had. `days`: the days before, each as a line of its own. */
type View = 'hour' | 'day' | 'days';

const hour = 3_600_000;

/** The past of a metric, large: axes, limits, the band of the days before, a value under the pointer, and all of it as a table. */
export function TrendChart({ definition, reading, collectedAt }: TrendChartProps): React.ReactElement | null {
  const strings = useStrings();
  const { text, locale } = strings;
  const loaded = useTrend(definition);
  const colours = useColourTokens();
  const [view, setView] = React.useState<View>('day');
  const trend = loaded && valueOf(loaded);
  const points = React.useMemo(
    () => (trend ? pointsToNow(trend, reading, collectedAt) : []),
    [trend, reading, collectedAt],
  );
  const state = loaded && trendStateInWords(loaded, strings);
  const drawn = React.useMemo(() => {
    if (state !== undefined) return undefined;
    const newest = points[points.length - 1]?.at;
    const span = view === 'hour' && newest !== undefined ? { from: newest - hour, to: newest } : undefined;
    return trend && drawTrend(trend, points, limitsOf(definition), span);
  }, [trend, points, definition, view, state]);
  if (!loaded) return null;
  const style = {
    ...trendColours(colours),
    '--value': resolveStyle('Default', colours).style.valueColour,
    '--quiet': quietColours(colours).text,
    '--ground': quietColours(colours).background,
    '--line': colours.get('colorBorderWeak'),
    '--focus': colours.get('colorBorderPrimary'),
  } as React.CSSProperties;
  const views = { hour: 'TrendHour', day: 'TrendDay', days: 'TrendSameWeekday' } as const;
  const comparison = trend && comparisonInWords(trend, reading, collectedAt, definition, strings);
  return (
    <Section aria-label={text('TrendHistory')} style={style} data-trend="">
      <Head>
        <p>{[comparison, trend && fillingInWords(trend.past, text)].filter(Boolean).join(' · ')}</p>
        {drawn ? (
          <div role="group" aria-label={text('TrendView')}>
            {(Object.keys(views) as View[]).map((each) => (
              <Button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
                {text(views[each])}
              </Button>
            ))}
          </div>
        ) : null}
      </Head>
      {state ? <p role="status">{state}</p> : null}
      {trend && drawn ? (
        <>
          <Chart trend={trend} drawn={drawn} view={view} definition={definition} />
          <Legend trend={trend} view={view} />
        </>
      ) : null}
      {trend && !state ? (
        <TrendTable trend={trend} points={points} definition={definition} locale={locale} />
      ) : null}
    </Section>
  );
}

interface ChartProps {
  readonly trend: Trend;
  readonly drawn: DrawnTrend;
  readonly view: View;
  readonly definition: MetricDefinition;
}

function Chart({ trend, drawn, view, definition }: ChartProps): React.ReactElement {
  const { text, locale } = useStrings();
  const { timeZone, today, interval } = trend.past;
  const { range, points, limits } = drawn;
  const [chosen, setChosen] = React.useState<number>();
  const write = (value: Parameters<typeof valueInWords>[0]): string =>
    valueInWords(value, definition, locale, timeZone);
  const behind = React.useMemo(() => (view === 'days' ? daysBehind(trend, range) : []), [view, trend, range]);
  const at = chosen === undefined ? undefined : points[Math.min(chosen, points.length - 1)];
  const said = at && saidAt(at.at);
  function saidAt(moment: number): readonly string[] {
    const point = points.find((each) => each.at === moment);
    const usual = drawn.band.find((each) => Math.abs(each.at - moment) < interval / 2);
    const weekdays = weekdaysOf(today.start, timeZone, locale);
    return [
      text('TrendAt', { time: clockTime(moment, timeZone), value: withUnit(write(point?.value ?? null)) }),
      ...(usual ? [text('TrendUsualAt', { weekdays, from: write(usual.from), to: write(usual.to) })] : []),
    ];
  }
  function withUnit(value: string): string {
    return definition.unit ? `${value} ${definition.unit}` : value;
  }
  const choose = (index: number): void => setChosen(Math.max(0, Math.min(points.length - 1, index)));
  const point = (event: React.PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const moment = range.from + ((event.clientX - box.left) / box.width) * (range.to - range.from);
    const distances = points.map((each) => Math.abs(each.at - moment));
    choose(distances.indexOf(Math.min(...distances)));
  };
  const press = (event: React.KeyboardEvent): void => {
    const now = chosen ?? points.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowLeft: now - 1,
      ArrowRight: now + 1,
      PageUp: now - 4,
      PageDown: now + 4,
      Home: 0,
      End: points.length - 1,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
  };
  const [x] = at ? placeOf([at.at, range.low], range) : [0];
  const value = at && typeof at.value === 'number' ? at.value : undefined;
  return (
    <Plot>
      <Values aria-hidden="true">
        {ticksIn(range).map((tick) => (
          <span key={tick} style={{ top: `${placeOf([0, tick], range)[1]}%` }}>
            {write(tick)}
          </span>
        ))}
      </Values>
      <Area
        role="slider"
        tabIndex={0}
        aria-label={text('TrendMoment')}
        aria-valuemin={0}
        aria-valuemax={points.length - 1}
        aria-valuenow={chosen ?? points.length - 1}
        aria-valuetext={(said ?? saidAt(points[points.length - 1]?.at ?? range.to)).join(', ')}
        onKeyDown={press}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => setChosen(undefined)}
        onBlur={() => setChosen(undefined)}
      >
        {ticksIn(range).map((tick) => (
          <i key={tick} className="trend-rule" style={{ top: `${placeOf([0, tick], range)[1]}%` }} />
        ))}
        <TrendLines drawn={drawn} behind={behind} hasBand={view !== 'days'} />
        {limits.map((limit) => (
          <small
            key={`${limit.direction} ${limit.value}`}
            aria-hidden="true"
            style={{ top: `${placeOf([0, limit.value], range)[1]}%` }}
          >
            {text(limit.direction === 'under' ? 'Under' : 'Over', { limit: write(limit.value) })}
          </small>
        ))}
        {at && said ? (
          <>
            <i className="trend-cursor" style={{ left: `${x}%` }} />
            {value === undefined ? null : (
              <i
                className="trend-chosen"
                style={{ left: `${x}%`, top: `${placeOf([at.at, value], range)[1]}%` }}
              />
            )}
            <div
              className="trend-said"
              data-side={x > 50 ? 'left' : 'right'}
              style={{ left: `${x}%` }}
              aria-hidden="true"
            >
              {said.map((line) => (
                <span key={line}>{line}</span>
              ))}
            </div>
          </>
        ) : null}
      </Area>
      <Times aria-hidden="true">
        {timesIn(range.from, range.to).map((time) => (
          <span key={time} style={{ left: `${placeOf([time, 0], range)[0]}%` }}>
            {clockTime(time, timeZone)}
          </span>
        ))}
      </Times>
    </Plot>
  );
}

/** Whole hours, or whole quarter-hours of a short time, not more than eight. */
function timesIn(from: number, to: number): readonly number[] {
  const steps = [hour / 4, hour / 2, hour, 2 * hour, 3 * hour, 4 * hour, 6 * hour];
  const step = steps.find((each) => (to - from) / each <= 8) ?? 6 * hour;
  const first = Math.ceil(from / step) * step;
  const count = Math.floor((to - first) / step) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index * step);
}

function Legend({
  trend: { past, before, isSampled },
  view,
}: Pick<ChartProps, 'trend' | 'view'>): React.ReactElement {
  const { text, locale } = useStrings();
  const weekdays = weekdaysOf(past.today.start, past.timeZone, locale);
  const count = before.filter(({ points }) => points.length > 0).length;
  return (
    <Keys>
      <span>
        <i className="key-today" />
        {text('TrendToday')}
      </span>
      {count > 0 ? (
        <span>
          <i className={view === 'days' ? 'key-before' : 'key-band'} />
          {text('TrendLastWeekdays', { count, weekdays })}
        </span>
      ) : null}
      <span className="key-note">
        {text('TrendResolution')}
        {isSampled
          ? ` ${text('TrendSince', { time: momentInWords(past.since, past.today.start, past.timeZone, locale) })}`
          : ''}
      </span>
      <ScreenReaderOnly>{text('TrendKeys')}</ScreenReaderOnly>
    </Keys>
  );
}

const Section = styled('section')`
  display: grid;
  gap: 0.5rem;
  min-width: 0;
  ${trendLinesSheet}
`;

const Head = styled('div')`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: center;
  gap: 0.5rem 1rem;
  [role='group'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
`;

const Plot = styled('div')`
  display: grid;
  grid-template: minmax(9rem, 32vh) 1.25rem / auto minmax(0, 1fr);
  column-gap: 0.5rem;
  padding: 0.5rem 0.5rem 0 0;
  font-size: 0.8125rem;
  font-variant-numeric: tabular-nums;
  color: var(--quiet);
`;

const Values = styled('div')`
  position: relative;
  min-width: 3.5em;
  span {
    position: absolute;
    right: 0;
    transform: translateY(-50%);
    white-space: nowrap;
  }
`;

const Times = styled('div')`
  position: relative;
  grid-column: 2;
  span {
    position: absolute;
    top: 0.25rem;
    transform: translateX(-50%);
  }
  @media (max-width: 30rem) {
    span:nth-of-type(even) {
      display: none;
    }
  }
`;

const Area = styled('div')`
  position: relative;
  touch-action: pan-y;
  cursor: crosshair;
  &:focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 4px;
  }
  > .trend-rule {
    position: absolute;
    inset: auto 0;
    border-top: 1px solid var(--line);
  }
  > small {
    position: absolute;
    right: 0;
    padding: 0 0.25rem;
    transform: translateY(-100%);
    font-size: 0.75rem;
    font-weight: 600;
    color: var(--value);
    background: color-mix(in srgb, var(--ground) 75%, transparent);
  }
  > .trend-cursor {
    position: absolute;
    inset: 0 auto;
    border-left: 2px solid var(--focus);
    transform: translateX(-1px);
  }
  > .trend-chosen {
    position: absolute;
    width: 8px;
    height: 8px;
    border: 2px solid var(--focus);
    border-radius: 50%;
    background: var(--ground);
    transform: translate(-50%, -50%);
  }
  > .trend-said {
    position: absolute;
    top: 0.5rem;
    display: grid;
    gap: 0.125rem;
    padding: 0.5rem 0.75rem;
    border-radius: 6px;
    color: var(--ground);
    background: var(--value);
    font-weight: 600;
    white-space: nowrap;
    pointer-events: none;
    transform: translateX(0.75rem);
  }
  > .trend-said[data-side='left'] {
    transform: translateX(calc(-100% - 0.75rem));
  }
`;

const Keys = styled('div')`
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 1.25rem;
  font-size: 0.8125rem;
  color: var(--quiet);
  i {
    display: inline-block;
    width: 1.25rem;
    margin-right: 0.375rem;
    vertical-align: middle;
  }
  .key-today {
    border-top: 2px solid var(--value);
  }
  .key-before {
    border-top: 2px solid var(--trend-edge);
  }
  .key-band {
    height: 0.75rem;
    border: 1px solid var(--trend-edge);
    background: var(--trend-band);
  }
  .key-note {
    margin-left: auto;
  }
`;

import * as React from 'react';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import { levelOfStyle } from '../../../model/metric/levels';
import type { Trend } from '../../../model/series/Trends';
import { styled } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { quietColours, resolveStyle } from '../../../visuals/styleColours';
import { daysBehind, drawTrend } from '../../../visuals/trend/drawnTrend';
import { placeOf, type Range } from '../../../visuals/trend/plot';
import { TrendLines } from '../../../visuals/trend/TrendLines';
import { valueInWords } from '../../../visuals/trend/trendInWords';
import { trendColours, trendLinesSheet } from '../../../visuals/trend/trendSheet';
import { useColourTokens } from '../../../visuals/useColourTokens';
import { usualStyles } from './savedFields';

export type LimitFieldName = 'firstThresholdValue' | 'secondThresholdValue';

export interface RehearsalChartProps {
  readonly trend: Trend;
  readonly definition: MetricDefinition;
  /** A line is being moved; nothing is changed yet. */
  readonly onTry: (field: LimitFieldName, limit: number) => void;
  /** A line was moved. */
  readonly onLimit: (field: LimitFieldName, limit: number) => void;
}

const fields = [
  ['firstThresholdValue', 'firstThresholdStyle'],
  ['secondThresholdValue', 'secondThresholdStyle'],
] as const;

/** The last days of this weekday, and each threshold as a line over them that can be moved by pointer and keys. */
export function RehearsalChart({
  trend,
  definition,
  onTry,
  onLimit,
}: RehearsalChartProps): React.ReactElement | null {
  const { text, locale } = useStrings();
  const colours = useColourTokens();
  const limits = fields.flatMap(([field, style]) => {
    const value = definition[field];
    const level = levelOfStyle(definition[style] ?? usualStyles[style]);
    return typeof value === 'number' ? [{ field, value, level }] : [];
  });
  const drawn = drawTrend(
    trend,
    trend.today.points,
    limits.map(({ value, level }) => ({
      value,
      level,
      direction: definition.invertThresholds ? 'under' : 'over',
    })),
  );
  // The scale stays as it is while a line is moved.
  const [held, hold] = React.useState<{ readonly field: LimitFieldName; readonly range: Range }>();
  if (!drawn || limits.length === 0) return null;
  const range = held?.range ?? drawn.range;
  const isWhole = [trend.today, ...trend.before].every(({ points }) =>
    points.every(({ value }) => typeof value !== 'number' || Number.isInteger(value)),
  );
  const step = stepIn(range, isWhole);
  const rounded = (value: number): number => Number((Math.round(value / step) * step).toFixed(6));
  const valueAt = (event: React.PointerEvent<HTMLElement>): number => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    const share = box && box.height > 0 ? (event.clientY - box.top) / box.height : 0;
    return rounded(range.high - Math.min(1, Math.max(0, share)) * (range.high - range.low));
  };
  const style = {
    ...trendColours(colours),
    '--value': resolveStyle('Default', colours).style.valueColour,
    '--quiet': quietColours(colours).text,
    '--ground': quietColours(colours).background,
    '--line': colours.get('colorBorderWeak'),
    '--focus': colours.get('colorBorderPrimary'),
  } as React.CSSProperties;
  return (
    <Box style={style}>
      <TrendLines
        drawn={{ ...drawn, range, line: [], newest: undefined, limits: [] }}
        behind={daysBehind(trend, range)}
        hasBand={false}
      />
      {limits.map(({ field, value, level }) => {
        const words = valueInWords(value, definition, locale);
        const y = Math.min(100, Math.max(0, placeOf([0, value], range)[1]));
        const name = text(
          level === 'critical'
            ? 'RehearsalCritical'
            : level === 'warning'
              ? 'RehearsalWarning'
              : 'RehearsalOther',
        );
        return (
          <div
            key={field}
            role="slider"
            tabIndex={0}
            aria-orientation="vertical"
            aria-label={name}
            aria-valuemin={range.low}
            aria-valuemax={range.high}
            aria-valuenow={value}
            aria-valuetext={words}
            data-level={level}
            style={{ top: `${y}%` }}
            onKeyDown={(event) => {
              const steps: Readonly<Record<string, number>> = {
                ArrowUp: 1,
                ArrowRight: 1,
                ArrowDown: -1,
                ArrowLeft: -1,
                PageUp: 10,
                PageDown: -10,
              };
              const by = steps[event.key];
              if (by === undefined) return;
              event.preventDefault();
              onLimit(field, rounded(value + by * step));
            }}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              hold({ field, range });
            }}
            onPointerMove={(event) => {
              if (held?.field === field) onTry(field, valueAt(event));
            }}
            onPointerUp={(event) => {
              if (held?.field !== field) return;
              hold(undefined);
              onLimit(field, valueAt(event));
            }}
            onPointerCancel={() => {
              if (held) hold(undefined);
            }}
          >
            <span aria-hidden="true">{words}</span>
          </div>
        );
      })}
    </Box>
  );
}

/** A round one, of which 20 to 200 make the height. */
function stepIn({ low, high }: Range, isWhole: boolean): number {
  const step = 10 ** Math.floor(Math.log10((high - low) / 20));
  return isWhole ? Math.max(1, step) : step;
}

const Box = styled('div')`
  position: relative;
  height: 9rem;
  margin: 0.75rem 0;
  border-bottom: 1px solid var(--line);
  ${trendLinesSheet}
  [role='slider'] {
    position: absolute;
    left: 0;
    right: 0;
    height: 1.5rem;
    margin-top: -0.75rem;
    cursor: ns-resize;
    touch-action: none;
    --mark: var(--value);
  }
  [role='slider'][data-level='warning'] {
    --mark: var(--trend-warning);
  }
  [role='slider'][data-level='critical'] {
    --mark: var(--trend-critical);
  }
  [role='slider']::before {
    content: '';
    position: absolute;
    inset: calc(50% - 1px) 0 auto;
    border-top: 2px dashed var(--mark);
  }
  [role='slider'] > span {
    position: absolute;
    right: 0;
    top: 50%;
    transform: translateY(-50%);
    padding: 0.0625rem 0.5rem;
    border: 2px solid var(--mark);
    border-radius: 999px;
    background: var(--ground);
    color: var(--value);
    font-size: 0.8125rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  [role='slider']:focus-visible {
    outline: none;
  }
  [role='slider']:focus-visible > span {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
`;

import * as React from 'react';
import type { DrawnTrend } from './drawnTrend';
import { areaPath, bandPaths, beyond, linePath, placeOf } from './plot';

export interface TrendLinesProps {
  readonly drawn: DrawnTrend;
  /** Further lines behind, such as one for each day before. */
  readonly behind?: readonly DrawnTrend['line'][];
  readonly hasBand?: boolean;
}

/** The lines of a trend over the whole box that it is in: a band, limits, today, and what is beyond a limit. */
export const TrendLines = React.memo(function TrendLines({
  drawn,
  behind = [],
  hasBand = true,
}: TrendLinesProps): React.ReactElement {
  const { range, interval, line, judged, band, limits, newest } = drawn;
  const lastJudged = judged[judged.length - 1];
  const isJudged = newest !== undefined && lastJudged?.[lastJudged.length - 1]?.[0] === newest[0];
  const { area, edge } = hasBand ? bandPaths(band, interval, range) : { area: '', edge: '' };
  const [left, top] = newest ? placeOf(newest, range) : [0, 0];
  const crossed = limits.filter(({ level }) => level !== 'normal');
  const newestLevel = isJudged
    ? crossed.filter((limit) => isBeyond(newest[1], limit)).pop()?.level
    : undefined;
  return (
    <>
      <svg
        className="trend-lines"
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {area ? <path className="trend-band" d={area} /> : null}
        {edge ? <path className="trend-edge" d={edge} /> : null}
        {behind.map((each, index) => (
          <path key={index} className="trend-before" d={linePath(each, range)} />
        ))}
        {limits.map((limit, index) => {
          const [, y] = placeOf([0, limit.value], range);
          return <path key={index} className="trend-limit" data-level={limit.level} d={`M0 ${y}H100`} />;
        })}
        <path className="trend-line" d={linePath(line, range)} />
        {crossed.map((limit) => {
          const part = beyond(judged, limit.value, limit.direction);
          return part.length === 0 ? null : (
            <g key={limit.level} data-level={limit.level}>
              <path className="trend-beyond-area" d={areaPath(part, limit.value, range)} />
              <path className="trend-beyond" d={linePath(part, range)} />
            </g>
          );
        })}
      </svg>
      {newest ? (
        <i className="trend-newest" data-level={newestLevel} style={{ left: `${left}%`, top: `${top}%` }} />
      ) : null}
    </>
  );
});

const isBeyond = (value: number, limit: { readonly value: number; readonly direction: string }): boolean =>
  limit.direction === 'under' ? value < limit.value : value > limit.value;

import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { ReadingTile } from '../ReadingTile';
import { SparkTile } from '../trend/Sparkline';
import type { TileProps } from '../VisualKind';
import { describeGauge, type GaugeBar, type GaugeReading } from './GaugeReading';

/** The value, and below it the bar. */
export function GaugeTile({ reading: gauge, ...setting }: TileProps<GaugeReading>): React.ReactElement {
  const { reading, target, bar, trendOf } = gauge;
  const strings = useStrings();
  const picture = bar ? <Bar bar={bar} target={target} /> : undefined;
  return trendOf ? (
    <SparkTile
      {...setting}
      reading={reading}
      definition={trendOf}
      describe={(_reading, _strings, words) => describeGauge(gauge, strings, words)}
      picture={picture}
    />
  ) : (
    <ReadingTile {...setting} reading={reading} content={describeGauge(gauge, strings)} picture={picture} />
  );
}

function Bar({ bar, target }: { readonly bar: GaugeBar; readonly target: string }): React.ReactElement {
  const {
    value,
    target: [from, to],
    isShort,
  } = bar;
  const middle = (from + to) / 2;
  return (
    <span className="tile-picture gauge">
      <span
        className="gauge-target"
        style={{ left: percent(middle), transform: `translateX(-${percent(middle)})` }}
        // Drawn by CSS: it is a mark of the scale, and the tile's name says it in its own place.
        data-text={target}
      />
      <span className="gauge-bar">
        <i
          className={value > to ? 'gauge-fill' : 'gauge-fill gauge-level'}
          style={{ width: percent(Math.min(value, to)) }}
        />
        {value > to ? <i className="gauge-level" style={between(to, value)} /> : null}
        {isShort && value < from ? <i className="gauge-gap" style={between(value, from)} /> : null}
        {to > from ? <i className="gauge-band" style={between(from, to)} /> : null}
        <i className="gauge-tick" style={{ left: percent(from) }} />
        {to > from ? <i className="gauge-tick" style={{ left: percent(to) }} /> : null}
      </span>
    </span>
  );
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

const between = (from: number, to: number): React.CSSProperties => ({
  left: percent(from),
  width: percent(to - from),
});

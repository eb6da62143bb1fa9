import * as React from 'react';
import type { MetricDefinition } from '../../../schema/metricDefinition';
import type { Level } from '../../../model/metric/levels';
import { styled, themeGet } from '../../../paste/styling';
import { useStrings } from '../../../strings/StringsContext';
import { StateIcon } from '../../../visuals/StateIcon';
import { valueInWords } from '../../../visuals/trend/trendInWords';
import { useAmber } from '../../../visuals/useAmber';
import { limitFor, placeOn, scaleFor, type Scale } from './limitScale';

export interface ScaleLimit {
  readonly label: string;
  readonly value: number;
  readonly level: Level;
  readonly onMove: (limit: number) => void;
}

export interface ThresholdScaleProps {
  readonly definition: MetricDefinition;
  /** One or two. */
  readonly limits: readonly ScaleLimit[];
  /** What the metric is now; undefined where that is no number. */
  readonly value: number | undefined;
}

const states = { normal: 'none', warning: 'warning', critical: 'error' } as const;

/** Where the limits lie and the value is, in the colours of the levels, by icons and by patterns. Limits move by pointer and keys. */
export function ThresholdScale({ definition, limits, value }: ThresholdScaleProps): React.ReactElement {
  const { text, locale } = useStrings();
  const amber = useAmber();
  const track = React.useRef<HTMLDivElement>(null);
  // The scale stands still while a limit moves on it.
  const [held, setHeld] = React.useState<Scale>();
  const scale =
    held ??
    scaleFor(
      definition,
      limits.map((limit) => limit.value),
      value,
    );
  const percent = (at: number): string => `${(placeOn(scale, at) * 100).toFixed(1)}%`;
  const isBelow = definition.invertThresholds === true;
  const far = isBelow ? scale.from : scale.to;
  // The further out a zone begins, the later it is drawn, and over the others.
  const zones = [...limits].sort((a, b) => (isBelow ? b.value - a.value : a.value - b.value));
  const now = value === undefined ? undefined : valueInWords(value, definition, locale);
  return (
    <Space
      style={{ '--amber': amber.mark } as React.CSSProperties}
      onFocus={() => setHeld(scale)}
      onBlur={() => setHeld(undefined)}
    >
      <div ref={track}>
        {zones.map((zone) => (
          <i
            key={zone.label}
            data-level={zone.level}
            style={{
              left: percent(Math.min(zone.value, far)),
              right: `${100 - placeOn(scale, Math.max(zone.value, far)) * 100}%`,
            }}
          />
        ))}
        {value === undefined ? null : <b style={{ left: percent(value) }} />}
        {limits.map((limit) => (
          <span
            key={limit.label}
            role="slider"
            tabIndex={0}
            data-level={limit.level}
            style={{ left: percent(limit.value) }}
            aria-label={limit.label}
            aria-valuemin={scale.from}
            aria-valuemax={scale.to}
            aria-valuenow={limit.value}
            aria-valuetext={valueInWords(limit.value, definition, locale)}
            title={`${limit.label} ${valueInWords(limit.value, definition, locale)}`}
            onKeyDown={(event) => {
              const to = limitFor(event.key, limit.value, scale);
              if (to === undefined) return;
              event.preventDefault();
              limit.onMove(to);
            }}
            onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
            onPointerMove={({ buttons, clientX }) => {
              const box = track.current?.getBoundingClientRect();
              if (buttons === 0 || !box) return;
              limit.onMove(limitFor((clientX - box.left) / box.width, limit.value, scale) ?? limit.value);
            }}
          >
            <StateIcon state={states[limit.level]} />
          </span>
        ))}
      </div>
      {now === undefined ? null : <p>{text('ScaleNow', { value: now })}</p>}
    </Space>
  );
}

const Space = styled('div')`
  grid-column: 1 / -1;
  padding: 0.75rem 0.75rem 0;
  > div {
    position: relative;
    height: 0.75rem;
    border: 1px solid ${themeGet('borderColors.colorBorder')};
    border-radius: 2px;
  }
  i {
    position: absolute;
    top: 0;
    bottom: 0;
  }
  i[data-level='warning'] {
    background: repeating-linear-gradient(135deg, var(--amber) 0 2px, transparent 2px 6px);
  }
  i[data-level='critical'] {
    background: ${themeGet('backgroundColors.colorBackgroundError')};
  }
  b {
    position: absolute;
    top: -0.375rem;
    bottom: -0.375rem;
    margin-left: -1.5px;
    border-left: 3px solid ${themeGet('textColors.colorText')};
    box-shadow: 0 0 0 1px ${themeGet('backgroundColors.colorBackgroundBody')};
  }
  span {
    position: absolute;
    top: 50%;
    display: grid;
    place-items: center;
    width: 1.5rem;
    height: 1.5rem;
    margin: -0.75rem;
    color: ${themeGet('textColors.colorText')};
    background: ${themeGet('backgroundColors.colorBackgroundBody')};
    border: 2px solid currentColor;
    border-radius: 50%;
    cursor: ew-resize;
    touch-action: none;
    &:focus-visible {
      outline: 3px solid ${themeGet('borderColors.colorBorderPrimary')};
      outline-offset: 1px;
    }
  }
  span[data-level='warning'] {
    color: var(--amber);
  }
  span[data-level='critical'] {
    color: ${themeGet('textColors.colorTextError')};
  }
  svg {
    width: 0.875rem;
  }
  p {
    margin: 0.75rem 0 0;
    color: ${themeGet('textColors.colorTextWeak')};
  }
`;

import * as React from 'react';
import type { MetricDefinition, ThresholdStyle } from '../../schema/metricDefinition';
import { thresholdsOf } from '../../model/metric/crossThresholds';
import { prepareFormat } from '../../model/metric/formatValue';
import type { Crossing } from '../../model/metric/Reading';
import { styled, themeGet } from '../../paste/styling';
import { resolveStyle } from '../styleColours';
import { useStrings } from '../../strings/StringsContext';
import { crossingInWords } from '../describeReading';
import { useColourTokens } from '../useColourTokens';

export interface ThresholdListProps {
  readonly definition: MetricDefinition;
  /** The one that gives the tile its style now. */
  readonly crossed: Crossing | undefined;
  readonly timeZone: string | undefined;
}

/** The thresholds of a metric with the style that each gives, and the style when none is crossed. */
export function ThresholdList({ definition, crossed, timeZone }: ThresholdListProps): React.ReactElement {
  const strings = useStrings();
  const format = prepareFormat(definition, strings.locale);
  return (
    <List>
      {thresholdsOf(definition).map(({ limit, direction, style }, index) => {
        const formatted = format(limit, timeZone);
        const crossing = { direction, limit: 'text' in formatted ? formatted.text : String(limit) };
        const isCrossed = crossed?.limit === crossing.limit && crossed.direction === direction;
        return (
          <li key={index}>
            {crossingInWords(crossing, strings)} <Swatch saved={style} />
            {isCrossed ? <strong> {strings.text('CrossedNow')}</strong> : null}
          </li>
        );
      })}
      <li>
        {strings.text('Otherwise')} <Swatch saved={definition.defaultStyle} />
      </li>
    </List>
  );
}

/** The name of a style in its own colours. */
function Swatch({ saved }: { saved: ThresholdStyle | undefined }): React.ReactElement {
  const { text } = useStrings();
  const { style } = resolveStyle(saved, useColourTokens());
  return (
    <Sample style={{ color: style.valueColour, background: style.backgroundColour }}>
      {typeof saved === 'object' ? text('OwnColours') : (saved ?? 'Default')}
    </Sample>
  );
}

const List = styled('ul')`
  display: grid;
  gap: 0.375rem;
  margin: 0;
  padding: 0;
  list-style: none;
  strong {
    font-weight: 700;
  }
`;

const Sample = styled('span')`
  padding: 0.125rem 0.5rem;
  border: 1px solid ${themeGet('borderColors.colorBorderWeak')};
  border-radius: 4px;
  font-weight: 600;
  white-space: nowrap;
`;

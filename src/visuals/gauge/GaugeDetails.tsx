import * as React from 'react';
import { useStrings } from '../../strings/StringsContext';
import { Fact } from '../DetailsDialog';
import { NumberDetails } from '../number/NumberDetails';
import type { DetailsProps } from '../VisualKind';
import type { GaugeReading } from './GaugeReading';

/** All about the metric, and its target. */
export function GaugeDetails({ reading: gauge, ...props }: DetailsProps<GaugeReading>): React.ReactElement {
  const { text } = useStrings();
  return (
    <NumberDetails {...props} reading={gauge.reading}>
      <Fact name={text('Target')}>{gauge.target}</Fact>
    </NumberDetails>
  );
}

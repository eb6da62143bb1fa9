import * as React from 'react';
import { NumberDetails } from '../number/NumberDetails';
import type { DetailsProps } from '../VisualKind';
import type { TrendReading } from './trend';

/** All about the metric; its chart is there as in every tile of a metric. */
export const TrendDetails = ({ reading, ...props }: DetailsProps<TrendReading>): React.ReactElement => (
  <NumberDetails {...props} reading={reading.reading} />
);

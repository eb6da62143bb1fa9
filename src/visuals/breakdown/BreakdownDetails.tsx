import * as React from 'react';
import { numberFormat } from '../../model/metric/intlFormats';
import { useStrings } from '../../strings/StringsContext';
import { Fact } from '../DetailsDialog';
import { NumberDetails } from '../number/NumberDetails';
import type { DetailsProps } from '../VisualKind';
import type { BreakdownReading } from './BreakdownReading';

/** Every part with its count and its share. */
export function BreakdownDetails({ reading, ...props }: DetailsProps<BreakdownReading>): React.ReactElement {
  const { text, locale } = useStrings();
  const { headline, parts, formula } = reading;
  const percent = numberFormat(locale, 'percent', 0);
  return (
    <NumberDetails {...props} reading={headline}>
      {parts.map((part) => (
        <Fact key={part.place} name={part.label}>
          {`${part.text} · ${percent(part.share * 100)}`}
        </Fact>
      ))}
      <Fact name={text('Parts')}>
        <code>{formula}</code>
      </Fact>
    </NumberDetails>
  );
}

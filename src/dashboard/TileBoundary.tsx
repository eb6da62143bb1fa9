import * as React from 'react';
import type { Reading } from '../metric/Reading';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { errorInWords } from '../ui/FailedRegion';
import { NumberTile, type NumberTileProps } from '../visuals/number/NumberTile';
import { useStrings } from '../strings/StringsContext';

/** A tile that cannot break others: one that could not be drawn says so in its own place, until there is another reading. */
export function TileBoundary(props: NumberTileProps): React.ReactElement {
  const { text } = useStrings();
  const { reading } = props;
  const broken = (error: unknown): Reading => ({
    key: reading.key,
    label: reading.label,
    status: 'formula-error',
    problem: { kind: 'formula', message: text('FailedTile', { error: errorInWords(error) }) },
  });
  return (
    <ErrorBoundary
      resetOn={reading}
      fallback={({ error }) => <NumberTile {...props} reading={broken(error)} />}
    >
      <NumberTile {...props} />
    </ErrorBoundary>
  );
}

import * as React from 'react';
import type { Reading } from '../metric/Reading';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { errorInWords } from '../ui/FailedRegion';
import { ReadingTile, type ReadingTileProps } from '../visuals/ReadingTile';
import { useStrings } from '../strings/StringsContext';

/** A tile that cannot break others: one that could not be drawn says so in its own place, until there is another reading. */
export function TileBoundary(props: ReadingTileProps): React.ReactElement {
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
      fallback={({ error }) => <ReadingTile {...props} reading={broken(error)} />}
    >
      <ReadingTile {...props} />
    </ErrorBoundary>
  );
}

import * as React from 'react';
import type { Reading } from '../model/metric/Reading';
import { useStrings } from '../strings/StringsContext';
import { ErrorBoundary } from '../ui/ErrorBoundary';
import { errorInWords } from '../ui/FailedRegion';
import { ReadingTile } from './ReadingTile';
import type { Look, TileSetting } from './VisualKind';

export interface VisualTileProps extends TileSetting {
  readonly label: string;
  /** The same object until it looks different. */
  readonly look: Look;
}

/** A tile that cannot break others: one that could not be drawn says so in its own place, until there is another reading. */
export function VisualTile({ label, look, ...setting }: VisualTileProps): React.ReactElement {
  const { text } = useStrings();
  const broken = (error: unknown): Reading => ({
    key: setting.tile,
    label,
    status: 'formula-error',
    problem: { kind: 'formula', message: text('FailedTile', { error: errorInWords(error) }) },
  });
  return (
    <ErrorBoundary
      resetOn={look}
      fallback={({ error }) => <ReadingTile {...setting} reading={broken(error)} />}
    >
      {look.tile(setting)}
    </ErrorBoundary>
  );
}

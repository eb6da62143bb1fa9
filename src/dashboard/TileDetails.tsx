import * as React from 'react';
import type { MetricDefinition } from '../contract/metricDefinition';
import type { Reading } from '../metric/Reading';

export interface TileDetailsProps {
  /** The tile that is open, as it reads now: the details go on updating. */
  readonly reading: Reading;
  /** What is saved; undefined when it is not a metric. */
  readonly definition: MetricDefinition | undefined;
  /** When the data was collected, and now by the same clock: milliseconds since 1970. */
  readonly collectedAt: number | undefined;
  readonly now: number;
  readonly onClose: () => void;
}

/** All there is to know of one tile, in a dialog over the board; Escape closes it, and the tile has the focus again. */
export function TileDetails({ reading, onClose }: TileDetailsProps): React.ReactElement {
  const dialog = React.useRef<HTMLDialogElement>(null);
  React.useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    shown?.addEventListener('close', onClose);
    return () => shown?.removeEventListener('close', onClose);
  }, [onClose]);
  return (
    <dialog ref={dialog} aria-label={reading.label}>
      <h2>{reading.label}</h2>
    </dialog>
  );
}

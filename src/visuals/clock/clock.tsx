import * as React from 'react';
import { name } from '../../model/metric/fieldChecks';
import { levelOf } from '../../model/metric/levels';
import { isScalar, type Reading } from '../../model/metric/Reading';
import { useStrings } from '../../strings/StringsContext';
import { describeReading } from '../describeReading';
import { DetailsDialog } from '../DetailsDialog';
import { clockOf } from '../Measure';
import { ReadingTile } from '../ReadingTile';
import type { DetailsProps, VisualKind } from '../VisualKind';

export interface ClockVisual {
  /** IANA name of a zone, such as `Asia/Manila`. @default the contact centre's */
  readonly timeZone?: string;
}

/** The time of day, to the minute: with seconds it would pass for a metric. */
export const clock: VisualKind<ClockVisual, Reading> = {
  kind: 'clock',
  schema: { timeZone: { check: name } },
  spans: { usual: { columns: 2, rows: 1 }, least: { columns: 1, rows: 1 } },
  form: {
    name: 'VisualClock',
    icon: 'M12 1a7 7 0 1 1 0 14a7 7 0 0 1 0-14m0 2a5 5 0 1 0 0 10a5 5 0 0 0 0-10m-1 1.5h2v3.1l2.2 1.5-1.1 1.6L11 8.7z',
    fields: [{ field: 'timeZone', label: 'VisualZone', input: 'zone', empty: 'VisualZoneOfCentre' }],
  },
  measures: ({ timeZone }, label) => [clockOf(label, timeZone)],
  prepare:
    (_visual, { label }) =>
    ([reading]) =>
      reading && isScalar(reading) ? reading : { key: '', label, status: 'no-data' },
  Tile: ReadingTile,
  Details: ClockDetails,
  describe: describeReading,
  levelOf,
};

function ClockDetails({ reading, onClose }: DetailsProps<Reading>): React.ReactElement {
  return (
    <DetailsDialog label={reading.label} content={describeReading(reading, useStrings())} onClose={onClose}>
      {null}
    </DetailsDialog>
  );
}

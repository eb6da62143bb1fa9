import * as React from 'react';
import type { Reading } from '../../model/metric/Reading';
import type { ReadableStore } from '../../model/store/Store';
import type { ReadingsStore } from './ReadingsStore';
import { useStore } from './useStore';

/** The reading of one metric; draws anew only when it changed. Undefined once the metric is gone. */
export function useReading(readings: ReadingsStore, key: string): Reading | undefined {
  const reading = React.useMemo<ReadableStore<Reading | undefined>>(
    () => ({
      get: () => readings.get(key),
      subscribe: (onChange) => readings.subscribe(key, onChange),
    }),
    [readings, key],
  );
  return useStore(reading);
}

import { useMemo } from 'react';
import type { Reading } from '../metric/Reading';
import type { Observable } from '../model/Observable';
import type { ReadingsStore } from './ReadingsStore';
import { useObservable } from './useObservable';

/** The reading of one metric; draws anew only when it changed. Undefined once the metric is gone. */
export function useReading(readings: ReadingsStore, key: string): Reading | undefined {
  const reading = useMemo<Observable<Reading | undefined>>(
    () => ({
      get: () => readings.get(key),
      subscribe: (onChange) => readings.subscribe(key, onChange),
    }),
    [readings, key],
  );
  return useObservable(reading);
}

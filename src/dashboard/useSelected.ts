import { useMemo } from 'react';
import type { Observable } from '../model/Observable';
import { useObservable } from './useObservable';

/**
 * Follows a part of an observable: draws anew only when the part is another.
 * @param select the same function on each draw; gives a plain value, or the same object for the same part
 */
export function useSelected<T, Part>({ get, subscribe }: Observable<T>, select: (whole: T) => Part): Part {
  const part = useMemo(() => ({ get: () => select(get()), subscribe }), [get, subscribe, select]);
  return useObservable(part);
}

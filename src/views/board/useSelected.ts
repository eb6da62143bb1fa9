import * as React from 'react';
import type { ReadableStore } from '../../model/store/Store';
import { useStore } from './useStore';

/**
 * Follows a part of an observable: draws anew only when the part is another.
 * @param select the same function on each draw; gives a plain value, or the same object for the same part
 */
export function useSelected<T, Part>({ get, subscribe }: ReadableStore<T>, select: (whole: T) => Part): Part {
  const part = React.useMemo(() => ({ get: () => select(get()), subscribe }), [get, subscribe, select]);
  return useStore(part);
}

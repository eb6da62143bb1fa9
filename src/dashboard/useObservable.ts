import { useEffect, useState } from 'react';
import type { Observable } from '../model/Observable';

/** Follows an observable: draws anew when its value is another. React 17, which Flex brings, has no useSyncExternalStore. */
export function useObservable<T>({ get, subscribe }: Observable<T>): T {
  const [, draw] = useState(get);
  useEffect(() => {
    const update = (): void => draw(() => get());
    update(); // a change may have come between the first drawing and now
    return subscribe(update);
  }, [get, subscribe]);
  return get();
}

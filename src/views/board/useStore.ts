import * as React from 'react';
import type { ReadableStore } from '../../model/store/Store';

/** Follows an observable: draws anew when its value is another. React 17, which Flex brings, has no useSyncExternalStore. */
export function useStore<T>({ get, subscribe }: ReadableStore<T>): T {
  const [, draw] = React.useState(get);
  React.useEffect(() => {
    const update = (): void => draw(() => get());
    update(); // a change may have come between the first drawing and now
    return subscribe(update);
  }, [get, subscribe]);
  return get();
}

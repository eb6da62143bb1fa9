import * as React from 'react';
import type { BoardStatus } from './boardState';
import type { Observable } from './Observable';
import { useObservable } from './useObservable';

/**
 * Flex lays a bar of its own over the top of every view while it has no connection, which as a rule is when we have none. It
 * would hide our heading and how old the data is.
 */
export function RoomForFlexBar({ status }: { status: Observable<BoardStatus> }): React.ReactElement | null {
  const { connection } = useObservable(status);
  // The bar is 2.5rem high; the padding of the view is half of that.
  return connection === 'disconnected' ? <div style={{ flex: '0 0 1.25rem' }} /> : null;
}

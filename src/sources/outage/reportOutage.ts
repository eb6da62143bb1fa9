import type { DocumentSources } from '../DashboardSources';
import { whileInUse } from '../Usage';

export interface OutageOptions {
  /** Called once when there has been no connection for long; what it returns is called when that is over. */
  readonly onOutage: () => () => void;
  /** How long an interruption is nobody's concern. @default 60000 ms */
  readonly after?: number;
}

/**
 * Tells of an outage that lasts, at most once for each. It is over when the connection is back, and for us also when nobody
 * uses the sources any more, as no connection is wanted then.
 */
export function reportOutage(
  { connection, isInUse }: Pick<DocumentSources, 'connection' | 'isInUse'>,
  { onOutage, after = 60_000 }: OutageOptions,
): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;

  function settle(): void {
    clearTimeout(waiting);
    waiting = undefined;
    end?.();
    end = undefined;
  }
  function look(): void {
    if (connection.get() === 'connected') settle();
    else if (!waiting) waiting = setTimeout(() => (end = onOutage()), after);
  }

  whileInUse(isInUse, () => {
    const leave = connection.subscribe(look);
    look();
    return () => {
      leave();
      settle();
    };
  });
}

import type { DashboardSource } from './DashboardSource';

export interface ReportingOptions {
  /** Called once when there has been no connection for long; what it returns is called when that is over. */
  readonly onOutage: () => () => void;
  /** How long an interruption is nobody's concern. @default 60000 ms */
  readonly after?: number;
}

/**
 * Tells of an outage that lasts, at most once for each. It is over when the connection is back, and for us also when nobody
 * listens any more, as no connection is wanted then.
 */
export function reportingDashboardSource(
  source: DashboardSource,
  { onOutage, after = 60_000 }: ReportingOptions,
): DashboardSource {
  let listeners = 0;
  let unsubscribe: (() => void) | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let end: (() => void) | undefined;

  function settle(): void {
    clearTimeout(waiting);
    waiting = undefined;
    end?.();
    end = undefined;
  }
  function look(): void {
    if (source.getSnapshot().connection === 'connected') settle();
    else if (!waiting) waiting = setTimeout(() => (end = onOutage()), after);
  }

  return {
    getSnapshot: () => source.getSnapshot(),
    now: () => source.now(),
    subscribe(onChange) {
      const leave = source.subscribe(onChange);
      listeners += 1;
      if (listeners === 1) {
        unsubscribe = source.subscribe(look);
        look();
      }
      return () => {
        leave();
        listeners -= 1;
        if (listeners > 0) return;
        unsubscribe?.();
        settle();
      };
    },
  };
}

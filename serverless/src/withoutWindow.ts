import type { ActivityWorkers } from '../../src/schema/dashboardData';

interface Combined {
  readonly realtime: { readonly activity_statistics: readonly ActivityWorkers[] };
  readonly cumulative: object;
}

/** What is left of combined statistics without what stands once in the data document: the window, and the SIDs of activities. */
export type WithoutWindow<T extends Combined> = {
  readonly realtime: Omit<T['realtime'], 'activity_statistics'> & {
    readonly activity_statistics: readonly ActivityWorkers[];
  };
  readonly cumulative: Omit<T['cumulative'], 'start_time' | 'end_time'>;
};

/** Leaves the window out, whose end moves all the time, so that statistics in which nothing happened stay the same. */
export function withoutWindow<T extends Combined>({ realtime, cumulative }: T): WithoutWindow<T> {
  const rest: { start_time?: unknown; end_time?: unknown } = { ...cumulative };
  delete rest.start_time;
  delete rest.end_time;
  return {
    realtime: {
      ...(realtime as T['realtime']),
      // In an order of our own: TaskRouter promises none, and another order would count as another content.
      activity_statistics: realtime.activity_statistics
        .map(({ friendly_name, workers }) => ({ friendly_name, workers }))
        .sort((a, b) => (a.friendly_name < b.friendly_name ? -1 : 1)),
    },
    cumulative: rest as Omit<T['cumulative'], 'start_time' | 'end_time'>,
  };
}

export interface ActivityOfAccount {
  readonly friendlyName: string;
  /** Whether agents in it are offered tasks. */
  readonly available: boolean;
}

type Definitions = Readonly<Record<string, unknown>>;

interface Entry {
  readonly metric: Readonly<Record<string, unknown>>;
}

/**
 * default_stats.json without what asks for an activity that an account may not have: the default board shows the agents by
 * whatever activities there are, and who is available is counted over those in which agents are offered tasks.
 */
export function metricsForAccount(
  defaults: Definitions,
  activities: readonly ActivityOfAccount[],
): Definitions {
  const names = activities.filter(({ available }) => available).map(({ friendlyName }) => friendlyName);
  const entries = Object.entries(defaults).filter(
    ([key, entry]) => key === availableKey || !isOfActivity(entry),
  );
  return Object.fromEntries(
    entries.map(([key, entry]) => [
      key,
      key === availableKey && names.length > 0 ? countedOver(names, entry as Entry) : entry,
    ]),
  );
}

const availableKey = 'workers_available';

const isOfActivity = (entry: unknown): boolean =>
  /^activity\('[^']+'\)$/.test(String((entry as Entry).metric.formula));

const countedOver = (names: readonly string[], entry: Entry): Entry => ({
  ...entry,
  metric: {
    ...entry.metric,
    formula: names.map(countOf).join(' + '),
    description: `Agents whose activity is ${names.join(' or ')}. They may be at work already.`,
  },
});

const countOf = (activity: string): string =>
  `activity(${/['\\]/.test(activity) ? JSON.stringify(activity) : `'${activity}'`})`;

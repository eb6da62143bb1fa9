export interface ActivityOfAccount {
  readonly friendlyName: string;
  /** Whether agents in it are offered tasks. */
  readonly available: boolean;
}

type Definitions = Readonly<Record<string, unknown>>;

interface MetricOfActivity {
  readonly metric: Readonly<Record<string, unknown>>;
}

/** More tiles than this would be most of the board. */
const mostActivities = 24;

/**
 * default_stats.json with the activities of an account in place of those that each account begins with, so that no tile asks for one
 * that is not there. Labels and order are those of the workspace.
 */
export function metricsForAccount(
  defaults: Definitions,
  activities: readonly ActivityOfAccount[],
): Definitions {
  const [first] = Object.entries(defaults).filter(isTileOfActivity);
  if (!first || activities.length === 0) return defaults;
  const template = (first[1] as MetricOfActivity).metric;
  const others = Object.entries(defaults).filter((entry) => !isTileOfActivity(entry));
  const available = activities.filter((activity) => activity.available);
  const shown = activities.filter((activity) => !activity.available).slice(0, mostActivities);
  const keys = new Set(others.map(([key]) => key));
  const tiles = shown.map(({ friendlyName }, index) => {
    const key = freeKey(friendlyName, keys);
    keys.add(key);
    const metric = {
      ...template,
      label: friendlyName,
      formula: countOf(friendlyName),
      description: `Agents whose activity is ${friendlyName}.`,
      order: Number(template.order) + 10 * index,
    };
    return [key, { metric }] as const;
  });
  const result: Record<string, unknown> = Object.fromEntries([...others, ...tiles]);
  const agents = result[availableKey] as MetricOfActivity | undefined;
  if (agents && available.length > 0) {
    const formula = available.map(({ friendlyName }) => countOf(friendlyName)).join(' + ');
    const names = available.map(({ friendlyName }) => friendlyName).join(' or ');
    const description = `Agents whose activity is ${names}. They may be at work already.`;
    result[availableKey] = { ...agents, metric: { ...agents.metric, formula, description } };
  }
  return result;
}

const availableKey = 'workers_available';

const isTileOfActivity = ([key, entry]: readonly [string, unknown]): boolean =>
  key !== availableKey && /^activity\('[^']+'\)$/.test(String((entry as MetricOfActivity).metric.formula));

const countOf = (activity: string): string =>
  `activity(${/['\\]/.test(activity) ? JSON.stringify(activity) : `'${activity}'`})`;

function freeKey(activity: string, taken: ReadonlySet<string>): string {
  const words =
    activity
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const stem = ['workers', ...words].join('_');
  let key = stem;
  for (let number = 2; taken.has(key); number += 1) key = `${stem}_${number}`;
  return key;
}

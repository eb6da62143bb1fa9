import * as React from 'react';
import type { MetricDefinition } from '../../contract/metricDefinition';
import { valueOf, type Loaded } from '../../metric/Loaded';
import type { Trend, Trends } from '../../series/Trends';

/** The past of the metrics that are shown; undefined where there is none, as in a preview. */
export const TrendsContext = React.createContext<Trends | undefined>(undefined);

const missing: Loaded<Trend> = { status: 'missing' };
const loading: Loaded<Trend> = { status: 'loading' };
const nothing = { get: () => missing, subscribe: () => () => undefined };

/** The past of a metric, as far as it is there; it is fetched while the component is on screen. Undefined without any past. */
export function useTrend(definition: MetricDefinition | undefined): Loaded<Trend> | undefined {
  const trends = React.useContext(TrendsContext);
  const { formula, sampleFormula, minimumSample } = definition ?? { formula: undefined };
  const trend = React.useMemo(
    () => (trends && formula !== undefined ? trends.of({ formula, sampleFormula, minimumSample }) : nothing),
    [trends, formula, sampleFormula, minimumSample],
  );
  const [, draw] = React.useState(trend.get);
  React.useEffect(() => {
    const update = (): void => draw(() => trend.get());
    const leave = trend.subscribe(update);
    update();
    return leave;
  }, [trend]);
  if (!trends || formula === undefined) return undefined;
  const loaded = trend.get();
  // A day has begun that the past does not know yet: the line of yesterday would be taken for that of today.
  const isOver = (valueOf(loaded)?.past.today.end ?? Infinity) <= (trends.collectedAt() ?? -Infinity);
  return isOver ? loading : loaded;
}

/** When the data was collected that tiles show now. */
export const useCollectedAt = (): (() => number | undefined) | undefined =>
  React.useContext(TrendsContext)?.collectedAt;

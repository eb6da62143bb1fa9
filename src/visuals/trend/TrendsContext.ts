import * as React from 'react';
import { valueOf, type Loaded } from '../../model/metric/Loaded';
import type { MeasuredFields, RowOfTable } from '../../model/series/seriesOf';
import type { Trend, Trends } from '../../model/series/Trends';

/** The past of the metrics that are shown; undefined where there is none, as in a preview. */
export const TrendsContext = React.createContext<Trends | undefined>(undefined);

const missing: Loaded<Trend> = { status: 'missing' };
const loading: Loaded<Trend> = { status: 'loading' };
const nothing = { get: () => missing, subscribe: () => () => undefined };

/** The past of a metric, as far as it is there; it is fetched while the component is on screen. Undefined without any past. */
export function useTrend(
  definition: MeasuredFields | undefined,
  row?: RowOfTable,
): Loaded<Trend> | undefined {
  const trends = React.useContext(TrendsContext);
  const { formula, sampleFormula, minimumSample } = definition ?? { formula: undefined };
  const { rows, rowKey, key } = row ?? { rows: undefined };
  const trend = React.useMemo(
    () =>
      trends && formula !== undefined
        ? trends.of({ formula, sampleFormula, minimumSample, row: rowOf(rows, rowKey, key) })
        : nothing,
    [trends, formula, sampleFormula, minimumSample, rows, rowKey, key],
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

const rowOf = (
  rows: string | undefined,
  rowKey: string | undefined,
  key: string | undefined,
): RowOfTable | undefined => (rows === undefined || key === undefined ? undefined : { rows, rowKey, key });

/** When the data was collected that tiles show now. */
export const useCollectedAt = (): (() => number | undefined) | undefined =>
  React.useContext(TrendsContext)?.collectedAt;

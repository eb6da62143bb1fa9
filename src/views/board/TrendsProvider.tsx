import * as React from 'react';
import { Trends } from '../../model/series/Trends';
import type { DashboardSources } from '../../sources/DashboardSources';
import { TrendsContext } from '../../visuals/trend/TrendsContext';

export interface TrendsProviderProps {
  readonly sources: DashboardSources;
  readonly children: React.ReactNode;
}

/** Gives the tiles inside the past of what they show. It is fetched once for all of them, and only while a tile wants it. */
export function TrendsProvider({ sources, children }: TrendsProviderProps): React.ReactElement {
  const trends = React.useMemo(
    () =>
      new Trends({
        past: sources.history,
        data: sources.data,
        furtherSources: [...sources.named.keys()].filter((name) => name !== 'data'),
      }),
    [sources],
  );
  return <TrendsContext.Provider value={trends}>{children}</TrendsContext.Provider>;
}

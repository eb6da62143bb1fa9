import * as React from 'react';
import type { Loaded } from '../model/metric/Loaded';
import { Store } from '../model/store/Store';
import type { Past } from '../model/series/Past';
import { Trends } from '../model/series/Trends';
import { TrendsContext } from '../visuals/trend/TrendsContext';

/** A past that is there at once, and work that is done at once. @param data of now */
export function someTrends(past: Loaded<Past>, data: unknown): Trends {
  const subject = new Store(past);
  return new Trends({
    past: { get: subject.get, subscribe: subject.subscribe, need: () => () => undefined },
    data: new Store<Loaded<unknown>>({ status: 'ready', value: data }),
    furtherSources: ['agents'],
    inTurn: (work) => {
      work();
      return () => undefined;
    },
  });
}

export const InTrends = ({
  trends,
  children,
}: {
  readonly trends: Trends;
  readonly children: React.ReactNode;
}): React.ReactElement => <TrendsContext.Provider value={trends}>{children}</TrendsContext.Provider>;

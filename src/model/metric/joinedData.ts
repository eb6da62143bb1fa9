import { dataSource, joinSources } from '../formula';
import { isRecord } from './fieldChecks';
import { valueOf, type Loaded } from './Loaded';

/** What sources other than the dashboard data have, by the name under which formulas read them in the data. */
export type FurtherSources = ReadonlyMap<string, Loaded<unknown>>;

export interface SourceParts {
  readonly data: unknown;
  readonly further: FurtherSources;
}

const none: FurtherSources = new Map();
const joinedParts = new WeakMap<object, SourceParts>();

/** What formulas see as `data`: the dashboard data, and within it every further source under its name. */
export function joinData(data: unknown, further: FurtherSources): unknown {
  if (further.size === 0) return data;
  const values = new Map([...further].map(([name, loaded]) => [name, valueOf(loaded)]));
  const joined = joinSources(isRecord(data) ? data : {}, values);
  joinedParts.set(joined, { data, further });
  return joined;
}

/** What was joined; of anything else, the data alone. */
export function partsOf(data: unknown): SourceParts {
  if (last.data !== data) last = { data, parts: joinedParts.get(data as object) ?? { data, further: none } };
  return last.parts;
}

/** The data asked about last: the metrics of one update share one. */
let last: { readonly data: unknown; readonly parts: SourceParts } = {
  data: undefined,
  parts: { data: undefined, further: none },
};

/** Joins what named sources have, and gives the same object until one of them has something else. */
export function joiner(): (named: FurtherSources) => unknown {
  let before: FurtherSources = none;
  let joined: unknown;
  return (named) => {
    if (named.size === before.size && [...named].every(([name, state]) => before.get(name) === state))
      return joined;
    before = named;
    const data = named.get(dataSource);
    joined = joinData(data && valueOf(data), new Map([...named].filter(([name]) => name !== dataSource)));
    return joined;
  };
}

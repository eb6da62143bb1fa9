import * as React from 'react';
import { isRecord } from '../../model/metric/fieldChecks';
import { valueOf } from '../../model/metric/Loaded';
import { whatIsCounted, type Counted } from '../../model/metric/whatIsCounted';
import type { DashboardSources } from '../../sources/DashboardSources';
import type { Measure } from '../../visuals/Measure';
import { AgentsBehind } from './AgentsBehind';
import { asksOf, askWithin, type Asking } from './asksOf';
import { isWaiting, TasksBehind } from './TasksBehind';
import { useStore } from '../board/useStore';

export interface WhoIsBehindProps {
  readonly sources: Pick<DashboardSources, 'data' | 'named' | 'waitingTasks' | 'clock'>;
  /** What the tile reads. */
  readonly measures: readonly Measure[];
  /** Key of the row that is open in a table. */
  readonly row?: string | undefined;
}

/**
 * The agents and the waiting tasks that a tile's formula counts; nothing where that cannot be told. Agents and tasks are asked for only
 * meanwhile.
 */
export function WhoIsBehind({ sources, measures, row }: WhoIsBehindProps): React.ReactElement | null {
  const { named, waitingTasks, clock } = sources;
  const data = valueOf(useStore(sources.data));
  const asks = React.useMemo(() => asksOf(measures, row, clock.now), [measures, row, clock]);
  const counted = useCounted(asks, data);
  const agents = named.get('agents');
  const ofAgents = React.useMemo(() => asks.filter(({ readsAgents }) => readsAgents), [asks]);
  const needsAgents =
    ofAgents.length > 0 ||
    counted.agents.length > 0 ||
    counted.tasks.some(({ status }) => !isWaiting(status));
  return (
    <>
      {agents && needsAgents ? (
        <AgentsBehind
          source={agents}
          counted={counted}
          asks={ofAgents}
          data={data}
          now={clock.now()}
          row={row}
        />
      ) : null}
      {counted.tasks.some(({ status }) => isWaiting(status)) ? (
        <TasksBehind source={waitingTasks} counted={counted} now={clock.now()} row={row} />
      ) : null}
    </>
  );
}

/** What formulas count. It follows from them and from the names in the data, not from how many there are. */
function useCounted(asks: readonly Asking[], data: unknown): Counted {
  const known = React.useRef<{ asks: readonly Asking[]; names: string; counted: Counted }>();
  const names = namesIn(data);
  if (known.current?.asks !== asks || known.current.names !== names) {
    const all =
      askWithin((budget) => asks.map(({ ask }) => whatIsCounted((over) => ask(over, budget), data))) ?? [];
    const counted = {
      agents: all.flatMap(({ agents }) => agents),
      tasks: all.flatMap(({ tasks }) => tasks),
    };
    known.current = { asks, names, counted };
  }
  return known.current.counted;
}

function namesIn(data: unknown): string {
  const { workspace_statistics: workspace, queues, channels } = isRecord(data) ? data : {};
  const { realtime } = isRecord(workspace) ? workspace : {};
  const activities = isRecord(realtime) ? realtime.activity_statistics : undefined;
  const listed = (list: unknown): readonly unknown[] =>
    Array.isArray(list) ? list.map((entry: unknown) => (isRecord(entry) ? entry.friendly_name : null)) : [];
  return JSON.stringify([
    listed(activities),
    listed(queues),
    Object.keys(isRecord(channels) ? channels : {}),
  ]);
}

import * as React from 'react';
import { isRecord } from '../../model/metric/fieldChecks';
import { entriesCounted, type Counted } from '../../model/metric/whatIsCounted';
import type { Agent } from '../../sources/agents/Agent';
import type { Source } from '../../sources/Source';
import { useStrings } from '../../strings/StringsContext';
import { Button } from '../../ui/Button';
import { askWithin, type Asking } from './asksOf';
import { CountedList } from './CountedList';
import { TeamsViewContext } from './TeamsView';
import { useStore } from '../board/useStore';

export interface AgentsBehindProps {
  /** Of `data.agents`. */
  readonly source: Source<unknown>;
  readonly counted: Counted;
  /** Those that read agents one by one; the same array until the formulas are others. */
  readonly asks: readonly Asking[];
  readonly data: unknown;
  readonly now: number;
  readonly row: string | undefined;
}

/** The agents that a formula counts, the longest first, and the way to Flex's Teams View. */
export function AgentsBehind({
  source,
  counted,
  asks,
  data,
  now,
  row,
}: AgentsBehindProps): React.ReactElement {
  const { text } = useStrings();
  const state = useStore(source);
  const teamsView = React.useContext(TeamsViewContext);
  const all = state.status === 'ready' ? (state.value as readonly Agent[]) : nobody;
  // Only what reads the time may count others when nothing but time has passed.
  const second = asks.some(({ readsClock }) => readsClock) ? Math.floor(now / 1000) : undefined;
  const oneByOne = React.useMemo(() => countedOneByOne(asks, data, all, second), [asks, data, all, second]);
  const agents = all.filter((agent) => oneByOne.has(agent) || isCounted(agent, counted));
  const activities = asks.length === 0 ? activitiesOf(counted) : undefined;
  const expected = activities && workersIn(data, activities);
  const completeness = state.status === 'ready' ? state.completeness : undefined;
  return (
    <CountedList
      title={text('WhoAgents')}
      row={row}
      state={state}
      now={now}
      headings={[text('AgentsAgent'), text('AgentsActivityColumn'), text('AgentsSinceColumn')]}
      rows={agents.map(({ sid, name, activity, since }) => ({ key: sid, cells: [name, activity], since }))}
      part={
        expected !== undefined && expected > agents.length
          ? text('PartOfAgents', { count: agents.length, all: expected })
          : completeness
            ? text('PartOfMoreAgents', { count: agents.length })
            : undefined
      }
      action={
        teamsView && {
          label: text('WhoOpen'),
          nameOf: ([name]) => text('WhoOpenAgent', { name }),
          onUse: teamsView.openAgent,
        }
      }
    >
      {teamsView && activities && activities.length > 0 ? (
        <Button type="button" onClick={() => teamsView.showActivities(activities)}>
          {text('WhoShow')}
        </Button>
      ) : null}
    </CountedList>
  );
}

const nobody: readonly Agent[] = [];

/** @param _second of which the answer is */
const countedOneByOne = (
  asks: readonly Asking[],
  data: unknown,
  all: readonly Agent[],
  _second: number | undefined,
): ReadonlySet<unknown> =>
  new Set(
    askWithin((budget) =>
      asks.flatMap(({ ask }) =>
        entriesCounted(
          (over) => ask(over, budget),
          (agents) => ({ ...(isRecord(data) ? data : {}), agents }),
          all,
        ),
      ),
    ),
  );

const isCounted = (agent: Agent, { agents, tasks }: Counted): boolean =>
  agents.some(
    ({ activity, queue }) =>
      (activity === undefined ? agent.available : agent.activity === activity) &&
      (queue === undefined || agent.queues.includes(queue)),
  ) ||
  tasks.some(({ status, queue, channel }) =>
    agent.tasks.some(
      (task) =>
        task.status === (status === 'assigned' ? 'accepted' : status) &&
        (queue === undefined || task.queue === queue) &&
        (channel === undefined || task.channel === channel),
    ),
  );

/** The activities, where all agents in them are counted and nobody else is. */
function activitiesOf({ agents, tasks }: Counted): readonly string[] | undefined {
  const names = agents.flatMap(({ activity, queue }) =>
    activity !== undefined && queue === undefined ? [activity] : [],
  );
  const others = tasks.filter(({ status }) => status === 'assigned' || status === 'wrapping');
  return names.length === agents.length && others.length === 0 ? [...new Set(names)] : undefined;
}

/** How many agents the statistics count in these activities. */
function workersIn(data: unknown, activities: readonly string[]): number | undefined {
  const { workspace_statistics: workspace } = isRecord(data) ? data : {};
  const { realtime } = isRecord(workspace) ? workspace : {};
  const statistics = isRecord(realtime) ? realtime.activity_statistics : undefined;
  if (!Array.isArray(statistics)) return undefined;
  return statistics.reduce<number>(
    (sum, entry: unknown) =>
      isRecord(entry) && typeof entry.workers === 'number' && activities.includes(String(entry.friendly_name))
        ? sum + entry.workers
        : sum,
    0,
  );
}

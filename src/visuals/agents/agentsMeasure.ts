import type { MetricDefinition } from '../../contract/metricDefinition';
import type { RowsFormula } from '../../metric/RowCells';
import { rowsOf, type TileMeasure } from '../Measure';
import { parseColumn } from '../table/tableMeasure';
import { readAgentLimits, type AgentLimit } from './agentLimits';

export interface AgentsVisual {
  /** Names of activities, with commas between them. @default all */
  readonly activity?: string;
  /** @default all teams */
  readonly team?: string;
  /** Agents who serve this queue. @default all queues */
  readonly queue?: string;
  /** A line for each activity, such as `Lunch: 30, 45`: minutes until a warning and until it is critical. */
  readonly limits?: string;
  /** Metrics whose formulas read `row`, an agent, and `data`. Limits are for the column `secondsSince(row.since)`. */
  readonly columns: readonly MetricDefinition[];
  /** How agents are called on a wall display. @default their initials */
  readonly wallNames?: 'names';
}

/** The formula of the column that activity limits are for. */
export const sinceFormula = 'secondsSince(row.since)';

/** The list of agents and its columns. */
export const agentsMeasure = (visual: AgentsVisual, label: string): TileMeasure =>
  rowsOf({
    label,
    formula: listOf(visual),
    rowKey: 'row.name',
    columns: visual.columns.map(parseColumn),
    ...variantsOf(visual),
  });

/** The formula of the agents to show. */
export function listOf({ activity, team, queue }: AgentsVisual): string {
  const names = activity
    ?.split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return [
    names && names.length > 0 ? `agents(${JSON.stringify(names)})` : 'agents()',
    ...(team === undefined ? [] : [`filter((a) => a.team === ${JSON.stringify(team)})`]),
    ...(queue === undefined ? [] : [`filter((a) => a.queues.includes(${JSON.stringify(queue)}))`]),
  ].join('.');
}

/** How long an agent has been in an activity is judged by the limits of that activity. */
function variantsOf({ columns, limits: written = '' }: AgentsVisual): Pick<RowsFormula, 'variants'> {
  const place = columns.findIndex(({ formula }) => formula === sinceFormula);
  const column = columns[place];
  const limited = readAgentLimits(written) ?? [];
  if (!column || limited.length === 0) return {};
  const byValue = limited.map(
    (limit) => [limit.activity, parseColumn({ ...column, ...thresholdsOf(limit) })] as const,
  );
  return { variants: { column: place, field: 'activity', byValue: Object.fromEntries(byValue) } };
}

const thresholdsOf = ({ warning, critical }: AgentLimit): Partial<MetricDefinition> => ({
  firstThresholdValue: warning,
  firstThresholdStyle: 'Warn',
  ...(critical === undefined ? {} : { secondThresholdValue: critical, secondThresholdStyle: 'Error' }),
});

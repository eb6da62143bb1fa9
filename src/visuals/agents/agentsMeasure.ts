import type { MetricDefinition } from '../../schema/metricDefinition';
import type { RowVariants } from '../../model/metric/RowCells';
import { rowsOf, type TileMeasure } from '../Measure';
import { parseColumn } from '../table/tableMeasure';
import { readAgentLimits, type AgentLimit } from './agentLimits';

export type AgentGroup = 'team' | 'activity' | 'queue';

export interface AgentsVisual {
  /** Names of activities, with commas between them. @default all */
  readonly activity?: string;
  /** @default all teams */
  readonly team?: string;
  /** Agents who serve this queue. @default all queues */
  readonly queue?: string;
  /** A line for each activity, such as `Lunch: 30, 45`: minutes until a warning and until it is critical. */
  readonly limits?: string;
  /** The same for how long a task may last, by its channel or, in wrap-up, `wrapping`: `voice: 10, 15`. */
  readonly taskLimits?: string;
  /** What agents stand under headings by, each with a count. @default not grouped */
  readonly group?: AgentGroup;
  /** Metrics whose formulas read `row`, an agent, and `data`. Limits are for the column `secondsSince(row.since)`, those of tasks for the one that a new tile has. */
  readonly columns: readonly MetricDefinition[];
  /** How agents are called on a wall display. @default their initials */
  readonly wallNames?: 'names';
}

/** The formula of the column that activity limits are for. */
export const sinceFormula = 'secondsSince(row.since)';
/** And the one that limits of tasks are for: the first task of an agent. */
export const taskFormula = 'row.tasks.length > 0 ? secondsSince(row.tasks[0].since) : null';

/** The list of agents and its columns. */
export const agentsMeasure = (visual: AgentsVisual, label: string): TileMeasure =>
  rowsOf({
    label,
    formula: listOf(visual),
    rowKey: 'row.name',
    columns: visual.columns.map(parseColumn),
    variants: limitedColumns(visual).map(variantsOf),
    fields: ['activity', 'team', 'queues', ...taskPaths],
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

/** Where an agent's first task says what limits it has; wrap-up before the channel. */
const taskPaths = ['tasks.0.status', 'tasks.0.channel'] as const;

/** A column with limits that differ from agent to agent. */
export interface LimitedColumn {
  readonly column: MetricDefinition;
  readonly place: number;
  readonly paths: readonly string[];
  readonly limits: readonly AgentLimit[];
}

const limitKinds = ({ limits = '', taskLimits = '' }: AgentsVisual) =>
  [
    { formula: sinceFormula, paths: ['activity'], limits: readAgentLimits(limits) ?? [] },
    { formula: taskFormula, paths: taskPaths, limits: readAgentLimits(taskLimits) ?? [] },
  ].filter(({ limits: found }) => found.length > 0);

/** Whether a column has this formula, however it is spaced. */
export const isColumnOf =
  (formula: string) =>
  (column: MetricDefinition): boolean =>
    column.formula.replace(/\s/g, '') === formula.replace(/\s/g, '');

export const limitedColumns = (visual: AgentsVisual): readonly LimitedColumn[] =>
  limitKinds(visual).flatMap(({ formula, paths, limits }) => {
    const place = visual.columns.findIndex(isColumnOf(formula));
    const column = visual.columns[place];
    return column ? [{ column, place, paths, limits }] : [];
  });

/** The formula of a column that limits are for and that is not there, so that they would never alarm. */
export const columnLacking = (visual: AgentsVisual): string | undefined =>
  limitKinds(visual).find(({ formula }) => !visual.columns.some(isColumnOf(formula)))?.formula;

const variantsOf = ({ column, place, paths, limits: found }: LimitedColumn): RowVariants => ({
  column: place,
  paths,
  byValue: Object.fromEntries(
    found.map((limit) => [limit.name, parseColumn({ ...column, ...thresholdsOf(limit) })]),
  ),
});

const thresholdsOf = ({ warning, critical }: AgentLimit): Partial<MetricDefinition> => ({
  firstThresholdValue: warning,
  firstThresholdStyle: 'Warn',
  ...(critical === undefined ? {} : { secondThresholdValue: critical, secondThresholdStyle: 'Error' }),
});

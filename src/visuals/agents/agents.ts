import type { MetricDefinition } from '../../contract/metricDefinition';
import { be, isText, name, type Check } from '../../metric/fieldChecks';
import { initialsOf } from '../../metric/initialsOf';
import type { Problem } from '../../metric/Problem';
import { parseMetric, type ParsedDefinition } from '../../metric/parseMetricDefinitions';
import type { RowsFormula } from '../../metric/RowCells';
import type { AskText } from '../../strings/TextKey';
import { rowsOf } from '../Measure';
import { table, columns as checkColumns } from '../table/table';
import { sortRows, type TableReading } from '../table/TableReading';
import type { VisualKind } from '../VisualKind';
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

const limits: Check = (value) =>
  isText(value) && readAgentLimits(value) !== undefined ? undefined : be('agent-limits');

const wallNames: Check = (value) => (value === 'names' ? undefined : { must: 'choice', choices: ['names'] });

/** The formula of the column that activity limits are for. */
const sinceFormula = 'secondsSince(row.since)';

const isSince = ({ formula }: MetricDefinition): boolean => formula.replace(/\s/g, '') === sinceFormula;

/** What an agent table begins with. */
const agentColumns = (text: AskText): readonly MetricDefinition[] => [
  { label: text('AgentsActivityColumn'), formula: 'row.activity' },
  { label: text('AgentsSinceColumn'), formula: sinceFormula, format: 'seconds' },
  {
    label: text('AgentsTaskColumn'),
    formula: 'row.tasks.length > 0 ? secondsSince(row.tasks[0].since) : null',
    format: 'seconds',
  },
  { label: text('AgentsTeamColumn'), formula: 'row.team' },
  { label: text('VisualRowsQueues'), formula: "row.queues.join(', ') || null" },
];

/** Who is in which activity since when. */
export const agents: VisualKind<AgentsVisual, TableReading> = {
  ...table,
  kind: 'agents',
  schema: {
    activity: { check: name },
    team: { check: name },
    queue: { check: name },
    limits: { check: limits },
    columns: { check: checkColumns, isRequired: true },
    wallNames: { check: wallNames },
  },
  form: {
    name: 'VisualAgents',
    icon: 'M7 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zm0 1c-3 0-6 1.500-6 4v1h12v-1c0-2.500-3-4-6-4zM15 3h8v2h-8zM15 7h8v2h-8zM15 11h8v2h-8z',
    fields: [
      { field: 'activity', label: 'AgentsActivity', input: 'text', empty: 'AgentsAll' },
      { field: 'team', label: 'AgentsTeam', input: 'text', empty: 'AgentsAll' },
      { field: 'queue', label: 'AgentsQueue', input: 'text', empty: 'AgentsAll' },
      { field: 'limits', label: 'AgentsLimits', input: 'lines' },
      { field: 'columns', label: 'VisualColumns', input: 'columns', start: ({ text }) => agentColumns(text) },
      {
        field: 'wallNames',
        label: 'AgentsWallNames',
        input: 'choice',
        empty: 'AgentsWallInitials',
        choices: [{ value: 'names', label: 'AgentsWallFull' }],
      },
    ],
  },
  spans: { usual: { columns: 8, rows: 3 }, least: { columns: 4, rows: 2 } },
  measures: (visual, label) => [
    rowsOf({
      label,
      formula: listOf(visual),
      rowKey: 'row.name',
      columns: visual.columns.map(parseColumn),
      ...variantsOf(visual),
    }),
  ],
  prepare: (visual, context) => {
    const prepared = table.prepare({ rows: listOf(visual), columns: visual.columns }, context);
    const isUnjudged =
      (readAgentLimits(visual.limits ?? '') ?? []).length > 0 && !visual.columns.some(isSince);
    const problem: Problem = {
      kind: 'unknown-column',
      column: sinceFormula,
      columns: visual.columns.map(({ label }) => label),
    };
    const nameOnWall = visual.wallNames === 'names' ? undefined : initialsOfRow;
    // Of those that are equally bad, who has been there longest comes first.
    const byTime = visual.columns.map((column) =>
      isSince(column) ? { ...column, firstThresholdValue: 0 } : column,
    );
    return (readings) => {
      const reading = prepared(readings);
      // Without the column that they are for, limits would never alarm.
      if (isUnjudged)
        return {
          ...reading,
          rows: [],
          list: { key: '', label: context.label, status: 'definition-error', problem },
        };
      const rows = sortRows(reading.rows, byTime, undefined, context.locale);
      return { ...reading, rows, ofAgents: { nameOnWall } };
    };
  },
};

const parseColumn = (column: MetricDefinition): ParsedDefinition => parseMetric(column.label, column);

/** Rows of one name are numbered, which is no part of the name. */
const initialsOfRow = (key: string): string => {
  const [, name = key, number = ''] = /^(.*?)( \(\d+\))?$/s.exec(key) ?? [];
  return initialsOf(name) + number;
};

/** The formula of the agents to show. */
function listOf({ activity, team, queue }: AgentsVisual): string {
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
  const place = columns.findIndex(isSince);
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

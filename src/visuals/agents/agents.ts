import type { MetricDefinition } from '../../contract/metricDefinition';
import { be, isText, name, type Check } from '../../metric/fieldChecks';
import { initialsOf } from '../../metric/initialsOf';
import type { AskText } from '../../strings/TextKey';
import { table } from '../table/table';
import { columns as checkColumns } from '../table/tableMeasure';
import { sortRows, type TableReading } from '../table/TableReading';
import type { VisualKind } from '../VisualKind';
import { readAgentLimits } from './agentLimits';
import { agentsMeasure, listOf, sinceFormula, type AgentsVisual } from './agentsMeasure';

const limits: Check = (value) =>
  isText(value) && readAgentLimits(value) !== undefined ? undefined : be('agent-limits');

const wallNames: Check = (value) => (value === 'names' ? undefined : { must: 'choice', choices: ['names'] });

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
  measures: (visual, label) => [agentsMeasure(visual, label)],
  prepare: (visual, context) => {
    const prepared = table.prepare({ rows: listOf(visual), columns: visual.columns }, context);
    const nameOnWall = visual.wallNames === 'names' ? undefined : initialsOf;
    // Of those that are equally bad, who has been there longest comes first.
    const byTime = visual.columns.map((column) =>
      column.formula === sinceFormula ? { ...column, firstThresholdValue: 0 } : column,
    );
    return (readings) => {
      const reading = prepared(readings);
      const rows = sortRows(reading.rows, byTime, undefined, context.locale);
      return { ...reading, rows, ofAgents: { nameOnWall } };
    };
  },
};

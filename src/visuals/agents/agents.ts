import type { MetricDefinition } from '../../schema/metricDefinition';
import { be, isText, name, type Check } from '../../model/metric/fieldChecks';
import { initialsOf } from '../../model/metric/initialsOf';
import { prepareFormat, type Format } from '../../model/metric/formatValue';
import type { Problem } from '../../model/metric/Problem';
import type { RowReading } from '../../model/metric/Reading';
import type { AskText } from '../../strings/TextKey';
import { table } from '../table/table';
import { columns as checkColumns } from '../table/tableMeasure';
import { sortRows, type Soon, type TableReading } from '../table/TableReading';
import type { VisualKind } from '../VisualKind';
import { readAgentLimits, soonOver } from './agentLimits';
import {
  agentsMeasure,
  columnLacking,
  isColumnOf,
  limitedColumns,
  listOf,
  sinceFormula,
  taskFormula,
  type AgentGroup,
  type AgentsVisual,
  type LimitedColumn,
} from './agentsMeasure';

const limits: Check = (value) =>
  isText(value) && readAgentLimits(value) !== undefined ? undefined : be('agent-limits');

const groups: readonly AgentGroup[] = ['team', 'activity', 'queue'];
const group: Check = (value) =>
  groups.some((known) => known === value) ? undefined : { must: 'choice', choices: groups };

const wallNames: Check = (value) => (value === 'names' ? undefined : { must: 'choice', choices: ['names'] });

/** What an agent table begins with. */
const agentColumns = (text: AskText): readonly MetricDefinition[] => [
  { label: text('AgentsActivityColumn'), formula: 'row.activity' },
  { label: text('AgentsSinceColumn'), formula: sinceFormula, format: 'seconds' },
  {
    label: text('AgentsTaskColumn'),
    formula: taskFormula,
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
    taskLimits: { check: limits },
    group: { check: group },
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
      { field: 'taskLimits', label: 'AgentsTaskLimits', input: 'lines' },
      {
        field: 'group',
        label: 'AgentsGroup',
        input: 'choice',
        empty: 'AgentsGroupNone',
        choices: [
          { value: 'team', label: 'AgentsTeamColumn' },
          { value: 'activity', label: 'AgentsActivityColumn' },
          { value: 'queue', label: 'AgentsQueue' },
        ],
      },
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
    const lacking = columnLacking(visual);
    const problem: Problem | undefined =
      lacking === undefined
        ? undefined
        : { kind: 'unknown-column', column: lacking, columns: visual.columns.map(({ label }) => label) };
    const nameOnWall = visual.wallNames === 'names' ? undefined : initialsOfRow;
    // Of those that are equally bad, who has been there longest comes first.
    const byTime = visual.columns.map((column) =>
      isColumnOf(sinceFormula)(column) ? { ...column, firstThresholdValue: 0 } : column,
    );
    const limited = limitedColumns(visual);
    const { group: field } = visual;
    const groupsOf =
      field && ((row: RowReading) => groupsIn(row.fields?.[field === 'queue' ? 'queues' : field]));
    const write = prepareFormat({ format: 'seconds' }, context.locale);
    return (readings) => {
      const reading = prepared(readings);
      // Without the column that they are for, limits would never alarm.
      if (problem)
        return {
          ...reading,
          rows: [],
          list: { key: '', label: context.label, status: 'definition-error', problem },
        };
      const soon = soonIn(reading.rows, limited, write);
      const rows = sortRows(reading.rows, byTime, undefined, context.locale, soon);
      return { ...reading, rows, soon, groupsOf, ofAgents: { nameOnWall } };
    };
  },
};

/** Rows of one name are numbered, which is no part of the name. */
const initialsOfRow = (key: string): string => {
  const [, name = key, number = ''] = /^(.*?)( \(\d+\))?$/s.exec(key) ?? [];
  return initialsOf(name) + number;
};

/** Who is about to cross a limit, and which. */
function soonIn(
  rows: readonly RowReading[],
  limited: readonly LimitedColumn[],
  write: Format,
): ReadonlyMap<RowReading, Soon> {
  const found = new Map<RowReading, (string | undefined)[]>();
  for (const { place, paths, limits: all } of limited)
    for (const row of rows) {
      const cell = row.cells[place];
      if (cell?.status !== 'value' || cell.freshness.status !== 'fresh') continue;
      const names = paths.map((path) => row.fields?.[path]);
      const limit = names.flatMap((name) => all.find((each) => each.name === name) ?? [])[0];
      const next = limit && soonOver(Number(cell.value), limit);
      if (next === undefined) continue;
      const written = write(next, undefined);
      const soon = found.get(row) ?? [];
      soon[place] = 'text' in written ? written.text : '';
      found.set(row, soon);
    }
  return found;
}

/** Agents without one stand in the group without a name. */
const groupsIn = (value: unknown): readonly string[] => {
  const names = (Array.isArray(value) ? value : [value]).filter(isText);
  return names.length > 0 ? names : [''];
};

import { asksOf, askWithin } from '../src/views/desk/asksOf';
import { entriesCounted, whatIsCounted } from '../src/model/metric/whatIsCounted';
import { parseMetricDefinitions } from '../src/model/metric/parseMetricDefinitions';
import { joinData } from '../src/model/metric/joinedData';
import { aDashboardData } from '../src/testing/aDashboardData';
import { createBudget } from '../src/model/formula';
import { prepareRows } from '../src/model/metric/prepareRows';
import { linesOf, sortRows } from '../src/visuals/table/TableReading';
import type { BenchReport } from './BenchReport';

const now = Date.parse(aDashboardData().collected_at);
const counts = [50, 200, 500] as const;
const rounds = 60;

const columns = [
  { label: 'Activity', formula: 'row.activity' },
  { label: 'Since', formula: 'secondsSince(row.since)', format: 'seconds', firstThresholdValue: 1800 },
  {
    label: 'Task',
    formula: 'row.tasks.length > 0 ? secondsSince(row.tasks[0].since) : null',
    format: 'seconds',
  },
  { label: 'Team', formula: 'row.team' },
];

const agentAt = (index: number, round: number): object => ({
  sid: `WK${index}`,
  name: `Agent ${String(index).padStart(3, '0')}`,
  activity: (index + round) % 4 === 0 ? 'Lunch' : 'Available',
  since: new Date(now - (index % 60) * 60_000 - round * 1000).toISOString(),
  available: (index + round) % 4 !== 0,
  team: `Team ${index % 8}`,
  queues: [`Queue ${index % 20}`],
  skills: [],
  tasks: [],
  attributes: {},
});

const processorTime = (): number => process.cpuUsage().user / 1000;
const timed = (work: () => void): number => {
  const before = processorTime();
  work();
  return processorTime() - before;
};

/** Milliseconds a round of: one agent who changes, a second that passes, and working out who is counted. */
function measure(count: number): { readonly change: number; readonly second: number; readonly who: number } {
  const parsedColumns = parseMetricDefinitions(
    Object.fromEntries(columns.map((metric) => [metric.label, { metric }])),
  );
  const evaluate = prepareRows(
    {
      key: 'agents',
      label: 'Agents',
      formula: 'agents()',
      rowKey: 'row.name',
      columns: parsedColumns,
      fields: ['team'],
    },
    { locale: 'en' },
  );
  let memory: ReturnType<typeof evaluate>['memory'];
  let list: readonly object[] = Array.from({ length: count }, (_, index) => agentAt(index, 0));
  const dataOf = (agents: unknown): unknown =>
    joinData(
      aDashboardData(),
      new Map([['agents', { status: 'ready', value: agents, staleAfterSeconds: 2 }]]),
    );
  const draw = (at: number, data: unknown): void => {
    const { reading, memory: kept } = evaluate(
      { data, staleAfterSeconds: 150, budget: createBudget() },
      at,
      memory,
    );
    memory = kept;
    if (reading.status !== 'rows') throw new Error(`There are no rows: ${JSON.stringify(reading)}`);
    const groupsOf = ({ fields }: { readonly fields?: { readonly team?: unknown } }) => [
      String(fields?.team),
    ];
    linesOf(sortRows(reading.rows, columns, undefined, 'en'), groupsOf);
  };
  draw(now, dataOf(list));
  let change = 0;
  let second = 0;
  for (let round = 1; round <= rounds; round += 1) {
    list = list.map((agent, index) => (index === round % count ? agentAt(index, round) : agent));
    const data = dataOf(list);
    change += timed(() => draw(now, data));
    second += timed(() => draw(now + round * 1000, data));
  }
  const parsed = parseMetricDefinitions({
    one: { metric: { label: 'One', formula: "agents('Lunch').length" } },
  });
  const asks = asksOf(parsed, undefined, () => now);
  const who = timed(() => {
    for (let round = 0; round < rounds; round += 1)
      for (const { ask } of asks)
        askWithin((budget) =>
          entriesCounted(
            (over) => ask(over, budget),
            (agents) => ({ ...aDashboardData(), agents }),
            list,
          ),
        );
  });
  return { change: change / rounds, second: second / rounds, who: who / rounds };
}

/** Finding what a formula counts among 50 and 200 queues. */
function counting(queues: number): number {
  const { workspace_statistics: workspace } = aDashboardData();
  const data = {
    ...aDashboardData(),
    queues: Array.from({ length: queues }, (_, index) => ({
      sid: `WQ${index}`,
      friendly_name: `Queue ${index}`,
      realtime: workspace.realtime,
      cumulative: {},
    })),
  };
  const parsed = parseMetricDefinitions({
    one: { metric: { label: 'One', formula: 'sum(data.queues, waiting)' } },
  });
  const [asking] = asksOf(parsed, undefined, () => now);
  return timed(
    () => asking && askWithin((budget) => whatIsCounted((over) => asking.ask(over, budget), data)),
  );
}

/** An agent table in front of its evaluation and its look, without drawing; and the work that opening a tile takes. */
export async function run(): Promise<BenchReport> {
  measure(50);
  const measured = counts.map((count) => ({ count, ...measure(count) }));
  const [least] = measured;
  const ratio = (value: number, of: number | undefined): string => (of ? (value / of).toFixed(1) : '–');
  counting(50);
  const opening = [50, 200].map((queues) => ({ queues, all: counting(queues) }));
  return {
    tables: [
      {
        title: `Agent table, grouped: milliseconds of processor time a change and a second, and times those of ${counts[0]} agents`,
        columns: ['agents', 'a change', 'times', 'a second', 'times', 'who is counted', 'times'],
        rows: measured.map(({ count, change, second, who }) => [
          String(count),
          change.toFixed(2),
          ratio(change, least?.change),
          second.toFixed(2),
          ratio(second, least?.second),
          who.toFixed(2),
          ratio(who, least?.who),
        ]),
      },
      {
        title:
          'Opening a tile that adds up all queues: milliseconds until it is known what it counts, every queue of them',
        columns: ['queues', 'all'],
        rows: opening.map(({ queues, all }) => [String(queues), all.toFixed(0)]),
      },
    ],
    figures: { agents: measured, opening },
  };
}

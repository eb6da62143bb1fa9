import type { BoardDocument, StoredTile } from '../../schema/boardDocuments';
import type { MetricDefinition } from '../../schema/metricDefinition';

const tile = (metric: string, columns: number, visual: object = { kind: 'number' }): StoredTile => ({
  key: metric,
  visual: { kind: 'number', ...visual, metric },
  span: { columns, rows: 1 },
});

/** Which parts there are is in the data, so that the board asks for no queue and no activity by its name. */
const agentsByActivity =
  "data.workspace_statistics.realtime.activity_statistics.filter((a) => a.friendly_name !== 'Offline').map((a) => ({ label: a.friendly_name, count: a.workers }))";

const answeredOrGivenUp = 'row.cumulative.tasks_canceled + row.cumulative.reservations_accepted';

/** What a table of queues shows of each. */
export const queueColumns: readonly MetricDefinition[] = [
  {
    label: 'Waiting',
    formula: 'waiting(row)',
    format: 'number',
    firstThresholdValue: 5,
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 10,
    secondThresholdStyle: 'Error',
  },
  {
    label: 'Longest wait',
    formula: 'row.realtime.longest_task_waiting_age',
    format: 'seconds',
    increment: true,
    firstThresholdValue: 60,
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 120,
    secondThresholdStyle: 'Error',
  },
  {
    label: 'Available',
    formula: 'row.realtime.total_available_workers',
    format: 'number',
    // Nobody is available, and somebody waits.
    firstThresholdValue: 1,
    firstThresholdStyle: 'Error',
    invertThresholds: true,
    sampleFormula: 'waiting(row)',
    minimumSample: 1,
  },
  {
    label: 'Answered within 20 s',
    formula: 'serviceLevel(row, 20)',
    format: 'percent',
    firstThresholdValue: 80,
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 60,
    secondThresholdStyle: 'Error',
    invertThresholds: true,
    sampleFormula: answeredOrGivenUp,
    minimumSample: 20,
  },
  {
    label: 'Abandoned',
    formula: `percent(row.cumulative.tasks_canceled, ${answeredOrGivenUp})`,
    format: 'percent',
    firstThresholdValue: 5,
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 10,
    secondThresholdStyle: 'Error',
    sampleFormula: answeredOrGivenUp,
    minimumSample: 20,
  },
];

/**
 * The board of a new installation, of the metrics of default_stats.json: what is wrong, where, who could help, and how the day goes,
 * from top to bottom.
 */
export const defaultBoard: BoardDocument = {
  sections: [
    {
      tiles: [
        tile('tasks_waiting', 3),
        tile('longest_waiting', 3),
        tile('longest_waiting_queue', 3),
        tile('queues_unstaffed', 3),
        {
          key: 'queues',
          label: 'Queues',
          span: { columns: 8, rows: 2 },
          visual: {
            kind: 'table',
            rows: 'data.queues',
            title: 'Queue',
            columns: queueColumns,
          },
        },
        {
          key: 'agents',
          label: 'Agents by activity',
          span: { columns: 4, rows: 1 },
          visual: { kind: 'breakdown', parts: agentsByActivity, unit: 'agents' },
        },
        tile('workers_available', 2),
        tile('workers_logged_in', 2),
      ],
    },
    {
      title: 'Today',
      tiles: [
        tile('service_level', 2, { kind: 'gauge', target: 80 }),
        tile('abandonment', 2),
        tile('average_speed_of_answer', 2),
        tile('average_until_cancelled', 2),
        tile('reservations_accepted', 2),
        tile('total_cancelled', 2),
      ],
    },
  ],
};

import type { MetricDefinition, MetricDefinitions } from '../../src/schema/metricDefinition';

const metric = (label: string, formula: string, more: Partial<MetricDefinition> = {}) => ({
  metric: { label, formula, ...more },
});

/** One tile for each look that does not depend on when the data was collected. */
export const everyState: MetricDefinitions = {
  plain: metric('Tasks in progress', '41'),
  success: metric('Average speed of answer', '27', { format: 'seconds', defaultStyle: 'Success' }),
  successStrong: metric('Service level 20 s', '96', { defaultStyle: 'Success Strong', unit: '%' }),
  warning: metric('Service level 60 s', '75.6', {
    unit: '%',
    firstThresholdValue: 80,
    firstThresholdStyle: 'Warn',
    invertThresholds: true,
  }),
  warningStrong: metric('Tasks waiting', '23', {
    unit: 'calls',
    firstThresholdValue: 20,
    firstThresholdStyle: 'Warn Strong',
  }),
  error: metric('Queues with nobody available', '1', {
    firstThresholdValue: 0,
    firstThresholdStyle: 'Error',
  }),
  errorStrong: metric('Longest waiting', '767', {
    description: 'How long the first in line has waited, in any queue.',
    format: 'seconds',
    firstThresholdValue: 60,
    firstThresholdStyle: 'Warn',
    secondThresholdValue: 600,
    secondThresholdStyle: 'Error Strong',
  }),
  text: metric('Queue under most pressure', "'Billing, Refunds and Everything Else'", {
    firstThresholdValue: 'Billing, Refunds and Everything Else',
    firstThresholdStyle: 'Error',
  }),
  inline: metric('Colours of its own', '42', {
    defaultStyle: { statColour: 'colorTextLink', backgroundColour: 'colorBackgroundPrimaryWeakest' },
  }),
  unreadable: metric('Colours hard to read', '42', {
    defaultStyle: { statColour: 'colorTextInverse', backgroundColour: 'colorBackgroundWarning' },
  }),
  noAnswer: metric('Support: patience', 'null'),
  yesterday: metric('Completed', 'data.workspace_statistics.cumulative.tasks_completed'),
  tooFew: metric('Service level of chats', '50', { unit: '%', sampleFormula: '2', minimumSample: 20 }),
  formula: metric('Misspelt', 'data.workspace_statistics.realtime.longest_task_wating_age'),
  format: metric('Not a time', "'n/a'", { format: 'seconds' }),
  definition: { metric: { label: 'No formula' } as MetricDefinition },
  small: metric('Small', '18', { size: 'small' }),
  smallError: metric('Small, waiting', '767', {
    size: 'small',
    format: 'seconds',
    defaultStyle: 'Error Strong',
  }),
  wide: metric('Wide, longest waiting', '767', { size: 'wide', format: 'seconds', defaultStyle: 'Warn' }),
};

/** Dashboard data collected so long ago, whose day began in the morning of two days ago: its totals are of a day that is over. */
export function dataOfYesterday(ageInSeconds: number): object {
  const start = new Date(Date.now() - 48 * 3_600_000);
  start.setUTCHours(6, 0, 0, 0);
  return {
    version: 1,
    collected_at: new Date(Date.now() - ageInSeconds * 1000).toISOString(),
    day: { start: start.toISOString(), time_zone: 'Etc/UTC', starts_at: '06:00' },
    workspace_statistics: {
      realtime: { total_tasks: 65, longest_task_waiting_age: 184 },
      cumulative: { tasks_completed: 1398 },
    },
  };
}

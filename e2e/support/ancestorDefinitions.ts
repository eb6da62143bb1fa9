const realtime = 'data.workspace_statistics.realtime';
const workersIn = (activity: string): string =>
  `${realtime}.activity_statistics.find((e) => e.friendly_name === '${activity}').workers`;
/** A metric as the ancestor saves one. */
export const asAncestor = (label: string, formula: string, rest: object = {}) => ({
  metric: { label, formula, format: '', increment: false, value: 9, ...rest },
});
/** What the dashboard that this one comes from might have saved: the key is a label, colours stand in the metric. */
export const ancestorDefinitions = {
  'Workers Logged In': asAncestor('Workers Logged In', `${realtime}.total_workers - ${workersIn('Offline')}`),
  'Workers Siesta': asAncestor('Workers Siesta', workersIn('Siesta')),
  'Longest Waiting': asAncestor('Longest Waiting', `${realtime}.longest_task_waiting_age`, {
    format: 'seconds',
    increment: true,
    firstThresholdValue: '20',
    firstThresholdStyle: {
      styleName: 'Warn Strong',
      headlineColour: 'colorTextInverse',
      statColour: 'colorTextInverse',
      backgroundColour: 'colorBackgroundWarning',
    },
  }),
  'Total Lost': asAncestor('Total', 'data.workspace_statistics.cumulative.tasks_canceled'),
};

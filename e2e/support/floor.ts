import type { MetricDefinition, MetricDefinitions } from '../../src/schema/metricDefinition';
import type { Control } from './control';

type Shown = MetricDefinition & { readonly section: string };

const limit = (
  value: MetricDefinition['firstThresholdValue'],
  style: MetricDefinition['firstThresholdStyle'],
) => ({
  firstThresholdValue: value,
  firstThresholdStyle: style,
});

/** What a floor of a contact centre looks at: a few alarms, the rest calm. */
const metrics: readonly Shown[] = [
  {
    section: 'Now',
    label: 'Longest waiting',
    formula: '767',
    format: 'seconds',
    ...limit(600, 'Error Strong'),
  },
  { section: 'Now', label: 'Tasks waiting', formula: '23', ...limit(20, 'Warn Strong') },
  { section: 'Now', label: 'Queues with nobody available', formula: '1', ...limit(0, 'Error') },
  { section: 'Now', label: 'In progress', formula: '41' },
  { section: 'Now', label: 'Wrapping up', formula: '6' },
  { section: 'Now', label: 'Callbacks due', formula: '3' },
  { section: 'Now', label: 'Chats waiting', formula: '2' },
  { section: 'Now', label: 'Billing: calls waiting', formula: '4' },
  { section: 'Now', label: 'Sales: calls waiting', formula: '0' },
  { section: 'People', label: 'Logged in', formula: '62' },
  { section: 'People', label: 'Available', formula: '12' },
  { section: 'People', label: 'On a call', formula: '41' },
  { section: 'People', label: 'On a break', formula: '9' },
  { section: 'People', label: 'Training', formula: '4' },
  { section: 'People', label: 'Occupancy', formula: '93', unit: '%', ...limit(92, 'Warn') },
  { section: 'People', label: 'Longest call', formula: '2468', format: 'duration' },
  { section: 'Today', label: 'Service level 20 s', formula: '81.4', unit: '%', defaultStyle: 'Success' },
  { section: 'Today', label: 'Average speed of answer', formula: '27', format: 'seconds' },
  { section: 'Today', label: 'Offered', formula: '1447', format: 'number' },
  { section: 'Today', label: 'Completed', formula: '1398', format: 'number' },
  { section: 'Today', label: 'Cancelled', formula: '19' },
  { section: 'Today', label: 'Average until cancelled', formula: '71', format: 'seconds' },
  { section: 'Today', label: 'Support: patience', formula: 'null' },
  { section: 'Today', label: 'Closes at', formula: "'18:00'" },
];

/** So many tiles; from 24 on for one site after the other, all but the first of them calm. */
export function floorOf(count: number): MetricDefinitions {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const site = Math.floor(index / metrics.length);
      const { section, label, formula, format, unit, ...judged } = metrics[index % metrics.length] as Shown;
      const shown = { section: site === 0 ? section : `Site ${site + 1}`, label, formula, format, unit };
      return [`m${index}`, { metric: site === 0 ? { ...shown, ...judged } : shown }];
    }),
  );
}

/** Puts tiles on the board; those that one document has no room for go into further ones. */
export async function putFloor(control: Control, definitions: MetricDefinitions): Promise<void> {
  const all = Object.entries(definitions);
  const parts = Array.from({ length: Math.ceil(all.length / 30) }, (_, part) =>
    Object.fromEntries(all.slice(part * 30, part * 30 + 30)),
  );
  for (const [index, part] of parts.entries())
    await control.putDocument(index === 0 ? 'dashboard-definitions' : `definitions-${index + 1}`, part);
  await control.putDocument('dashboard-board', {
    title: 'Support floor',
    sections: ['Now', 'People', 'Today'],
    definitionDocuments: parts.slice(1).map((_, index) => `definitions-${index + 2}`),
  });
}

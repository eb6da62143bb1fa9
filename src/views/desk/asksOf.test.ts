import { parseMetricDefinitions } from '../../model/metric/parseMetricDefinitions';
import { whatIsCounted } from '../../model/metric/whatIsCounted';
import { aDashboardData } from '../../testing/aDashboardData';
import { asksOf, askWithin } from './asksOf';

/** How much is counted by a formula over so many queues; undefined where that was not found out. */
function countedBy(formula: string, queues: number): number | undefined {
  const { realtime } = aDashboardData().workspace_statistics;
  const data = {
    ...aDashboardData(),
    queues: Array.from({ length: queues }, (_, index) => ({ friendly_name: `Queue ${index}`, realtime })),
  };
  const [asking] = asksOf(
    parseMetricDefinitions({ one: { metric: { label: 'One', formula } } }),
    undefined,
    () => 0,
  );
  const counted = asking && askWithin((budget) => whatIsCounted((over) => asking.ask(over, budget), data));
  return counted && counted.agents.length + counted.tasks.length;
}

describe('askWithin', () => {
  it('has work enough for a sum over 200 queues', () => {
    expect(countedBy('sum(data.queues, waiting)', 200)).toBe(400);
  });

  it('gives up where that is more, and tells nothing', () => {
    const slow =
      'data.queues.map((q) => data.queues.filter((r) => r.friendly_name < q.friendly_name).length && waiting(q)).length';
    expect(countedBy(`sum(data.queues, waiting) + 0 * ${slow}`, 60)).toBeUndefined();
  });
});

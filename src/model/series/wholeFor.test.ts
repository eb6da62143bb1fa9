import { aDashboardData } from '../../testing/aDashboardData';
import { needsOf } from './needsOf';
import { wholeFor } from './wholeFor';

const data = aDashboardData();
const { realtime, cumulative } = data.workspace_statistics;
const queue = (friendly_name: string, part: object) => ({ sid: friendly_name, friendly_name, ...part });
const whole = (formula: string, part: object): unknown =>
  wholeFor(needsOf({ formula }, []), { ...data, ...part });

describe('wholeFor', () => {
  it.each([
    ['waiting()', { cumulative }],
    ['data.workspace_statistics.cumulative.tasks_created', { realtime }],
    ['waiting() + data.workspace_statistics.cumulative.tasks_created', { realtime }],
  ])('leaves a gap for %s where it was not collected', (formula, workspace_statistics) => {
    expect(whole(formula, { workspace_statistics })).toBeUndefined();
  });

  it.each([
    ['waiting()', { realtime }],
    ['data.workspace_statistics.cumulative.tasks_created', { cumulative }],
    ['data.workspace_statistics', { cumulative }],
  ])('gives %s what it reads', (formula, workspace_statistics) => {
    expect(whole(formula, { workspace_statistics })).toMatchObject({ workspace_statistics });
  });

  it('leaves out a queue that was not sampled', () => {
    const queues = [queue('Support', { realtime }), queue('Sales', { cumulative })];
    expect(whole("waiting('Support')", { queues })).toMatchObject({ queues: [queues[0]] });
  });

  it.each([
    ['queues', 'sum(data.queues, (q) => waiting(q))', { queues: [queue('Sales', { cumulative })] }],
    ['channels', 'data.channels.voice.realtime.total_tasks', { channels: { voice: { cumulative } } }],
  ])('leaves a gap where no %s were sampled', (_name, formula, part) => {
    expect(whole(formula, part)).toBeUndefined();
  });
});

import { needsOf } from './needsOf';

const lacks = (formula: string, sampleFormula?: string): readonly string[] =>
  needsOf(sampleFormula === undefined ? { formula } : { formula, sampleFormula }, ['agents']).lacks;

describe('what the past lacks', () => {
  it.each([
    ['a field', "data.workspace_statistics.realtime.tasks_by_priority['10']", ['tasks_by_priority']],
    [
      'a field asked for with care',
      'data.workspace_statistics.realtime?.tasks_by_priority ?? 0',
      ['tasks_by_priority'],
    ],
    ['a field of a queue', "queue('Support').realtime.activity_statistics.length", ['activity_statistics']],
    ['a source', 'data.agents.length', ['agents']],
    ['the clock', 'Date.now()', ['Date']],
  ])('names %s', (_name, formula, missing) => {
    expect(lacks(formula)).toEqual(missing);
  });

  it('names the choice of a board that a formula reads', () => {
    expect(lacks('waiting(board.queue)')).toEqual(['board.queue']);
  });

  it('names what only a sample formula reads', () => {
    expect(lacks('1', 'data.agents.length')).toEqual(['agents']);
  });

  it.each([
    'data.workspace_statistics.cumulative.tasks_created',
    "data.workspace_statistics.realtime.activity_statistics.find((a) => a.friendly_name === 'Offline').workers",
    "activity('Available')",
    'waiting()',
    'serviceLevel(data, 20)',
    'queue("Support").cumulative.tasks_moved',
    'not a formula (',
  ])('is nothing for %s', (formula) => {
    expect(lacks(formula)).toEqual([]);
  });
});

describe('which documents a metric needs', () => {
  it.each([
    ['data.workspace_statistics.cumulative.tasks_created', ['workspace']],
    ['waiting()', ['workspace', 'workspace-gauges']],
    ["serviceLevel('Support', 20)", ['workspace', 'queues']],
    ["waiting('Support')", ['workspace', 'workspace-gauges', 'queue-gauges']],
    ['sum(data.queues, (q) => q.cumulative.tasks_entered)', ['workspace', 'queues']],
    ['data.channels.voice.realtime.total_tasks', ['workspace', 'workspace-gauges', 'channel-gauges']],
    ['data.queues.length', ['workspace', 'workspace-gauges', 'queues', 'queue-gauges']],
  ])('%s', (formula, kinds) => {
    expect(needsOf({ formula }, []).kinds).toEqual(kinds);
  });
});

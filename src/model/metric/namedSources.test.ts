import { createBudget } from '../formula';
import { aDashboardData } from '../../testing/aDashboardData';
import { joinData, joiner, type FurtherSources } from './joinedData';
import type { Loaded } from './Loaded';
import { prepareMetric, type MetricMemory } from './prepareMetric';

const noon = Date.parse('2026-11-22T12:00:00Z');
const ago = (seconds: number): number => noon - seconds * 1000;
const dataOf = (secondsAgo: number) =>
  aDashboardData({ collectedAt: new Date(ago(secondsAgo)).toISOString() });
const agentsOf = (secondsAgo: number): Loaded<unknown> => ({
  status: 'ready',
  value: [{ name: 'Ann' }, { name: 'Bob' }],
  collectedAt: ago(secondsAgo),
});
const failed: Loaded<unknown> = { status: 'failed', problem: 'No permission.' };

const ofData = 'data.workspace_statistics.realtime.total_tasks';
const ofAgents = 'data.agents.length';
const ofBoth = `${ofData} + ${ofAgents}`;

function evaluate(
  formula: string,
  data: unknown,
  agents: Loaded<unknown>,
  { before, ...more }: { before?: MetricMemory; sampleFormula?: string; minimumSample?: number } = {},
) {
  const definition = {
    label: 'Metric',
    formula,
    firstThresholdValue: 1,
    firstThresholdStyle: 'Error',
    ...more,
  } as const;
  const further: FurtherSources = new Map([['agents', agents]]);
  return prepareMetric({ key: 'metric', label: 'Metric', definition }, { locale: 'en-GB' })(
    { data: joinData(data, further), staleAfterSeconds: 90, budget: createBudget() },
    noon,
    before,
  );
}
const readingOf = (...given: Parameters<typeof evaluate>) => evaluate(...given).reading;
const stale = (amount: number) => ({ freshness: { status: 'stale', age: { amount, unit: 'second' } } });
const fresh = { status: 'value', freshness: { status: 'fresh' } };

describe('a reading is as old as the oldest source that its formula read', () => {
  test.each([
    ['of the dashboard data only', ofData, 100, 0, stale(100)],
    ['of the dashboard data only, whatever the other', ofData, 0, 500, fresh],
    ['of the second source only', ofAgents, 0, 100, stale(100)],
    ['of the second source only, whatever the data', ofAgents, 500, 0, fresh],
    ['of both, the data older', ofBoth, 200, 100, stale(200)],
    ['of both, the second source older', ofBoth, 100, 200, stale(200)],
    ['of both, both fresh', ofBoth, 0, 0, fresh],
    ['of data handed on as a whole', `((all) => all.agents.length)(data)`, 500, 0, fresh],
    ['of none, which goes by the data', '2 + 2', 100, 0, stale(100)],
  ])('%s', (_, formula, dataAge, agentsAge, expected) => {
    expect(readingOf(formula, dataOf(dataAge), agentsOf(agentsAge))).toMatchObject(expected);
  });

  test('and of the source that its sample formula read', () => {
    const sampled = { sampleFormula: ofAgents, minimumSample: 1 };
    expect(readingOf(ofData, dataOf(0), agentsOf(100), sampled)).toMatchObject(stale(100));
  });

  test('and says when it becomes older', () => {
    expect(evaluate(ofBoth, dataOf(0), agentsOf(50)).changesAt).toBe(ago(50) + 90_001);
  });
});

describe('a source that has nothing', () => {
  test('leaves readings of the dashboard data as they are', () => {
    expect(readingOf(ofData, dataOf(0), failed)).toEqual(readingOf(ofData, dataOf(0), agentsOf(0)));
  });

  test.each([ofAgents, ofBoth, 'data.agents?.length ?? 0'])('is named by %s when it failed', (formula) => {
    expect(readingOf(formula, dataOf(0), failed)).toMatchObject({
      status: 'formula-error',
      problem: { kind: 'source-failed', source: 'agents', problem: 'No permission.' },
    });
  });

  test.each(['loading', 'missing'] as const)('is named as having no data while it is %s', (status) => {
    expect(readingOf(ofBoth, dataOf(0), { status })).toMatchObject({ status: 'no-data', source: 'agents' });
  });

  test('is not waited for by formulas of another', () => {
    expect(readingOf(ofAgents, undefined, agentsOf(0))).toMatchObject({ ...fresh, value: 2 });
    expect(readingOf(ofBoth, undefined, agentsOf(0))).toMatchObject({ status: 'no-data' });
  });

  test('does not make a threshold forgotten', () => {
    const { memory } = evaluate(ofAgents, dataOf(0), agentsOf(0));
    expect(memory).toBeDefined();
    expect(evaluate(ofAgents, dataOf(0), failed, memory && { before: memory }).memory).toBe(memory);
  });
});

test('a reading is incomplete if a source that it read is', () => {
  const agents = { ...agentsOf(0), completeness: { count: 200, all: 260 } } as Loaded<unknown>;
  expect(readingOf(ofBoth, dataOf(0), agents)).toMatchObject({ completeness: { count: 200, all: 260 } });
  expect(readingOf(ofData, dataOf(0), agents)).not.toMatchObject({ completeness: expect.anything() });
});

describe('joiner', () => {
  const named = (data: Loaded<unknown>, agents: Loaded<unknown>): FurtherSources =>
    new Map([
      ['data', data],
      ['agents', agents],
    ]);

  test('gives the same object until a source has something else', () => {
    const join = joiner();
    const [data, agents]: Loaded<unknown>[] = [{ status: 'ready', value: dataOf(0) }, agentsOf(0)];
    const joined = join(named(data as Loaded<unknown>, agents as Loaded<unknown>));
    expect(join(named(data as Loaded<unknown>, agents as Loaded<unknown>))).toBe(joined);
    expect(join(named(data as Loaded<unknown>, agentsOf(1)))).not.toBe(joined);
  });

  test('gives the dashboard data itself where there is no other source', () => {
    const value = dataOf(0);
    expect(joiner()(new Map([['data', { status: 'ready', value }]]))).toBe(value);
    expect(joiner()(new Map([['data', { status: 'loading' }]]))).toBeUndefined();
  });
});

import { compileFormula } from './compileFormula';
import { FormulaError } from './FormulaError';
import { joinSources } from './joinSources';
import { Reads } from './Reads';

const data = {
  queues: [{ friendly_name: 'Sales' }],
  version: 4,
  workspace_statistics: { realtime: { total_tasks: 3 } },
};
const agents = [{ name: 'Ann' }, { name: 'Bob' }];
const joined = () =>
  joinSources(
    data,
    new Map<string, unknown>([
      ['agents', agents],
      ['history', undefined],
    ]),
  );

/** What a formula gives, and the names of the sources it read. */
function evaluate(text: string) {
  const reads = new Reads();
  let value: unknown;
  try {
    value = compileFormula(text).evaluate({ data: joined() }, undefined, reads);
  } catch (error: unknown) {
    if (!(error instanceof FormulaError)) throw error;
    value = 'no value';
  }
  return { value, read: [...reads.sources].sort() };
}

describe('joinSources', () => {
  test.each([
    ['data.version', 4, ['data']],
    ['data.agents.length', 2, ['agents']],
    ["data['agents'].length + data.version", 6, ['agents', 'data']],
    ["data[['ag', 'ents'].join('')].length", 2, ['agents']],
    ['((all) => all.agents.length)(data)', 2, ['agents']],
    ['((all) => all.version)(data)', 4, ['data']],
    ['(({ agents }) => agents.length)(data)', 2, ['agents']],
    ['data.agents.map((agent) => agent.name).join()', 'Ann,Bob', ['agents']],
    ['waiting(data) >= 0', true, ['data']],
    ["queue('Sales').friendly_name", 'Sales', ['data']],
    ['data.missing ?? 7', 7, ['data']],
    ['data.missing.more', 'no value', ['data']],
    ['data.history ?? 7', 7, ['history']],
    ['true ? data.version : data.agents', 4, ['data']],
  ])('%s gives %j and reads %j', (text, value, read) => {
    expect(evaluate(text)).toEqual({ value, read });
  });

  test.each([
    ['1 + 1', 2],
    ['((all) => 5)(data)', 5],
    ['Object.keys(data).length', 5],
    ["'agents' in data ? 1 : 0", 1],
    ['data === data ? 1 : 0', 1],
  ])('%s hands the data on as a whole, which reads no source', (text, value) => {
    expect(evaluate(text)).toEqual({ value, read: [] });
  });

  test('records nothing of data that is not joined', () => {
    const reads = new Reads();
    expect(compileFormula('data.version').evaluate({ data }, undefined, reads)).toBe(4);
    expect([...reads.sources]).toEqual([]);
  });

  test('forgets what another evaluation read', () => {
    const reads = new Reads();
    const all = joined();
    compileFormula('data.agents.length').evaluate({ data: all }, undefined, reads);
    reads.clear();
    compileFormula('data.version').evaluate({ data: all }, undefined, reads);
    expect([...reads.sources]).toEqual(['data']);
  });

  test('is read by its names after an evaluation, which records nothing any more', () => {
    const reads = new Reads();
    const all = joined();
    compileFormula('1').evaluate({ data: all }, undefined, reads);
    expect((all as typeof data).version).toBe(4);
    expect([...reads.sources]).toEqual([]);
  });
});

import { createBudget } from '../formula';
import { aDashboardData } from '../../testing/aDashboardData';
import { aMoment, type Moment } from '../../testing/anEvaluatedMetric';
import { joinData } from './joinedData';
import { parseMetricDefinitions } from './parseMetricDefinitions';
import { prepareRows, type RowsEvaluation, type RowsMemory } from './prepareRows';
import { judgedLevel } from './levels';
import { readingsIn, type Reading, type RowsReading } from './Reading';
import type { RowsFormula } from './RowCells';

const collected = Date.parse('2026-11-22T11:42:15.000Z');
type Queue = Readonly<Record<string, unknown>>;
const dataOf = (queues: unknown, collectedAt = collected): object => ({
  ...aDashboardData({ collectedAt: new Date(collectedAt).toISOString() }),
  queues,
});
const queues = (waiting: Readonly<Record<string, unknown>>): readonly Queue[] =>
  Object.entries(waiting).map(([friendly_name, n]) => ({ friendly_name, n }));

const aTable = (columns: readonly object[], part: Partial<RowsFormula> = {}): RowsFormula => ({
  key: 'table',
  label: 'Queues',
  formula: 'data.queues',
  columns: columns.flatMap((metric, index) =>
    parseMetricDefinitions({ [`c${index}`]: { metric: { label: `Column ${index}`, ...metric } } }),
  ),
  ...part,
});

/** A table that is evaluated over one set of data after the other. */
class Table {
  private readonly prepared;
  private memory: RowsMemory | undefined;
  last: RowsEvaluation | undefined;

  constructor(columns: readonly object[], part: Partial<RowsFormula> = {}) {
    this.prepared = prepareRows(aTable(columns, part), { locale: 'en' });
  }

  read(list: unknown, part: Partial<Moment> = {}): RowsReading {
    const moment = aMoment({ data: dataOf(list, part.now), ...part });
    this.last = this.prepared(moment, moment.now, this.memory);
    this.memory = this.last.memory;
    return this.last.reading;
  }
}

const texts = (reading: RowsReading): unknown =>
  reading.status === 'rows'
    ? Object.fromEntries(
        reading.rows.map(({ key, cells }) => [
          key,
          cells.map((cell) => ('text' in cell ? cell.text : cell.status)).join(' '),
        ]),
      )
    : reading;
const levels = (reading: RowsReading): unknown =>
  reading.status === 'rows'
    ? Object.fromEntries(
        reading.rows.map(({ key, cells }) => [
          key,
          cells.map((cell: Reading) => (cell.status === 'value' ? cell.level : cell.status)).join(' '),
        ]),
      )
    : reading.status;
const problem = (reading: RowsReading): unknown => ('problem' in reading ? reading.problem : reading.status);
const over5 = { formula: 'row.n', firstThresholdValue: 5, firstThresholdStyle: 'Error' };

describe('prepareRows', () => {
  it('evaluates each column for each row', () => {
    const table = new Table([{ formula: 'row.n' }, { formula: 'percent(row.n, 10)', format: 'percent' }]);
    expect(texts(table.read(queues({ Support: 3, Sales: 1 })))).toEqual({ Support: '3 30%', Sales: '1 10%' });
  });

  it('reads row and data in one formula', () => {
    const table = new Table([{ formula: 'percent(row.n, sum(data.queues, (q) => q.n))' }]);
    expect(texts(table.read(queues({ Support: 3, Sales: 1 })))).toEqual({ Support: '75', Sales: '25' });
  });

  it('lets an arrow call its parameter row', () => {
    const table = new Table([{ formula: 'sum(data.queues, (row) => row.n) + row.n' }]);
    expect(texts(table.read(queues({ Support: 3, Sales: 1 })))).toEqual({ Support: '7', Sales: '5' });
  });

  it('gives a row of text to a word', () => {
    const table = new Table([{ formula: 'queue(row).n' }], { formula: "['Sales', 'Support']" });
    expect(texts(table.read(queues({ Support: 3, Sales: 1 })))).toEqual({ Sales: '1', Support: '3' });
  });

  it('takes an object of objects as rows named by their keys', () => {
    const table = new Table([{ formula: 'row.n' }], { formula: '{ voice: { n: 4 }, chat: { n: 2 } }' });
    expect(texts(table.read([]))).toEqual({ voice: '4', chat: '2' });
  });

  it('names rows by a formula, and numbers those of one name', () => {
    const table = new Table([{ formula: 'row.n' }], { rowKey: "row.n > 2 ? 'many' : 'few'" });
    expect(texts(table.read(queues({ Support: 3, Sales: 1, Chat: 4 })))).toEqual({
      many: '3',
      few: '1',
      'many (2)': '4',
    });
  });

  it('shows an error in its own cell alone', () => {
    const table = new Table([{ formula: 'row.n.x' }, { formula: 'row.n' }]);
    expect(
      texts(
        table.read([
          { friendly_name: 'Support', n: { x: 2 } },
          { friendly_name: 'Sales', n: 1 },
        ]),
      ),
    ).toEqual({
      Support: '2 formula-error',
      Sales: 'formula-error 1',
    });
  });

  it('says of a name that a row does not have what was meant', () => {
    const reading = new Table([{ formula: 'row.waitng' }]).read([{ friendly_name: 'A', waiting: 1 }]);
    expect(reading.status === 'rows' && reading.rows[0]?.cells[0]).toMatchObject({
      problem: { message: 'row has no "waitng". Did you mean "waiting"?' },
    });
  });

  it('knows no row in the formula of the list', () => {
    expect(problem(new Table([over5], { formula: 'row.queues' }).read([]))).toEqual({
      kind: 'formula',
      message: 'There is no "row" here: only the columns of a table have one.',
    });
  });

  it.each([
    ['data.queues.length', { kind: 'formula-gives-no-rows', found: '0' }],
    ['{ a: 1 }', { kind: 'formula-gives-no-rows', found: '{"a":1}' }],
    ['[{ n: 1 }]', { kind: 'row-without-name', found: '{"n":1}' }],
    ['[null]', { kind: 'row-without-name', found: 'null' }],
    ["'x'.repeat(501).split('')", { kind: 'too-many-rows', count: 501, most: 500 }],
    ['data.qeues', { kind: 'formula', message: expect.stringContaining('"qeues"') }],
  ])('explains %s', (formula, found) => {
    expect(problem(new Table([over5], { formula }).read([]))).toEqual(found);
  });

  it('explains a formula of names that fails', () => {
    expect(problem(new Table([over5], { rowKey: 'row.sid' }).read(queues({ A: 1 })))).toMatchObject({
      kind: 'in-row-key',
      problem: { message: expect.stringContaining('row has no "sid"') },
    });
  });

  it('has no answer where the list is null, and no row where it is empty', () => {
    expect(new Table([over5], { formula: 'null' }).read([]).status).toBe('no-answer');
    expect(texts(new Table([over5]).read([]))).toEqual({});
  });

  it('has no data before any was collected', () => {
    expect(new Table([over5]).read([], { data: {} }).status).toBe('no-data');
  });
});

describe('the memory of a row', () => {
  const sticky = { ...over5, hysteresis: 2 };
  const held = { ...over5, holdSeconds: 10 };

  it('goes with the row when the order changes', () => {
    const table = new Table([sticky]);
    table.read(queues({ Support: 6, Sales: 4 }));
    expect(levels(table.read(queues({ Sales: 4, Support: 4 })))).toEqual({
      Sales: 'normal',
      Support: 'critical',
    });
  });

  it('is forgotten when the row leaves the list', () => {
    const table = new Table([sticky]);
    table.read(queues({ Support: 6 }));
    table.read(queues({}));
    expect(levels(table.read(queues({ Support: 4 })))).toEqual({ Support: 'normal' });
  });

  it('remembers rows of one name apart, by their SID', () => {
    const table = new Table([held]);
    const at = (seconds: number) => ({ now: collected + seconds * 1000 });
    const sam = (sid: string, n: number) => ({ sid, name: 'Sam', n });
    table.read([sam('WK1', 6), sam('WK2', 1)], at(0));
    expect(levels(table.read([sam('WK1', 6), sam('WK2', 6)], at(10)))).toEqual({
      Sam: 'critical',
      'Sam (2)': 'normal',
    });
    expect(levels(table.read([sam('WK2', 6)], at(11)))).toEqual({ Sam: 'normal' });
    expect(levels(table.read([sam('WK2', 6)], at(20)))).toEqual({ Sam: 'critical' });
  });

  it('counts the time that a threshold holds for each row', () => {
    const table = new Table([held]);
    table.read(queues({ Support: 6, Sales: 4 }));
    table.read(queues({ Support: 6, Sales: 6 }), { now: collected + 5000 });
    expect(table.last?.changesAt).toBe(collected + 10_000);
    expect(levels(table.read(queues({ Support: 6, Sales: 6 }), { now: collected + 10_000 }))).toEqual({
      Support: 'critical',
      Sales: 'normal',
    });
  });

  it('keeps the last level of each row while the data is stale', () => {
    const table = new Table([over5]);
    const data = dataOf(queues({ Support: 6, Sales: 4 }));
    table.read([], { data });
    const reading = table.read([], { data, now: collected + 200_000 });
    expect(reading).toMatchObject({ freshness: { status: 'stale' } });
    expect(levels(reading)).toEqual({ Support: 'critical', Sales: 'normal' });
  });

  it('judges no row of too small a sample', () => {
    const table = new Table([{ ...over5, sampleFormula: 'row.sample', minimumSample: 20 }]);
    const list = [
      { friendly_name: 'Support', n: 6, sample: 19 },
      { friendly_name: 'Sales', n: 6, sample: 20 },
    ];
    expect(levels(table.read(list))).toEqual({ Support: 'too-few', Sales: 'critical' });
  });

  it('keeps cells and rows that say the same as they are', () => {
    const table = new Table([over5]);
    const before = table.read(queues({ Support: 3, Sales: 1 }));
    const after = table.read(queues({ Sales: 2, Support: 3 }));
    if (before.status !== 'rows' || after.status !== 'rows') throw new Error('no rows');
    expect(after.rows[1]).toBe(before.rows[0]);
    expect(after.rows[0]).not.toBe(before.rows[1]);
  });

  it('grows by the second with the data', () => {
    const table = new Table([{ formula: 'row.n', increment: true, format: 'seconds' }]);
    const data = dataOf(queues({ Support: 59, Sales: 0 }));
    table.read([], { data });
    expect(table.last?.changesAt).toBe(collected + 1000);
    expect(texts(table.read([], { data, now: collected + 1000 }))).toEqual({
      Support: '1:00',
      Sales: '0:00',
    });
  });
});

describe('the sources of a table', () => {
  const agents = (collectedAt: number) =>
    new Map([['agents', { status: 'ready' as const, value: [{ name: 'Ana', n: 6 }], collectedAt }]]);

  it('makes cells as old as the source that their list was made of', () => {
    const data = joinData(dataOf([]), agents(collected - 300_000));
    const table = new Table([over5], { formula: 'data.agents' });
    expect(table.read([], { data })).toMatchObject({
      freshness: { status: 'stale' },
      rows: [{ cells: [{ freshness: { status: 'stale' } }] }],
    });
  });

  it('waits for a source that has nothing yet', () => {
    const data = joinData(dataOf([]), new Map([['agents', { status: 'loading' as const }]]));
    expect(new Table([over5], { formula: 'data.agents' }).read([], { data })).toMatchObject({
      status: 'no-data',
      source: 'agents',
    });
  });

  it('says over how many queues it was made', () => {
    const data = { ...dataOf(queues({ A: 1 })), completeness: { queues: { collected: 50, of: 200 } } };
    expect(new Table([over5]).read([], { data })).toMatchObject({ completeness: { count: 50, all: 200 } });
  });
});

describe('the work of a table', () => {
  const many = queues(
    Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`Queue ${index}`, index])),
  );
  const columns = Array.from({ length: 6 }, (_, index) => ({ formula: `row.n + ${index}` }));

  it('fits one update with 200 rows and 6 columns', () => {
    const budget = createBudget(undefined, { tiles: 7 });
    budget.nextTile(7);
    const reading = new Table(columns).read(many, { budget });
    expect(
      reading.status === 'rows' &&
        reading.rows.every(({ cells }) => cells.every(({ status }) => status === 'value')),
    ).toBe(true);
    expect(budget.remaining).toBeGreaterThan(900_000);
  });

  it('leaves other tiles their share when it does too much', () => {
    const budget = createBudget(100_000, { tiles: 10 });
    budget.nextTile(2);
    const table = new Table([{ formula: 'sum(data.queues, (q) => sum(data.queues, (r) => r.n))' }]);
    table.read(many, { budget });
    expect(budget.remaining).toBeGreaterThanOrEqual(40_000);
    expect(table.last?.isStopped).toBe(true);
  });

  it('keeps rows whose list was stopped, their levels with the time and no alarm of now', () => {
    const table = new Table([over5]);
    table.read(queues({ Support: 6 }));
    const reading = table.read(queues({ Support: 7 }), { budget: createBudget(1), now: collected + 1000 });
    expect(reading).toMatchObject({
      freshness: { status: 'stale' },
      rows: [
        { cells: [{ text: '6', freshness: { status: 'stale' }, level: 'critical', levelAt: collected }] },
      ],
    });
    expect(readingsIn(reading).map(judgedLevel)).toEqual([undefined]);
  });

  it('evaluates first in the next update what was stopped', () => {
    const table = new Table([{ formula: 'sum(data.queues, (q) => q.n)' }]);
    const known = new Set<string>();
    for (const time of Array(16).keys()) {
      const list = many.map((queue) => ({ ...queue }));
      const reading = table.read(list, { budget: createBudget(100_000), now: collected + time * 1000 });
      for (const { key, cells } of reading.status === 'rows' ? reading.rows : [])
        if (cells.every((cell) => cell.status === 'value' && !cell.stopped)) known.add(key);
    }
    expect(known.size).toBe(200);
  });

  it('evaluates only cells that are due while the data stays the same', () => {
    const table = new Table([{ formula: 'row.n', increment: true }, { formula: 'row.n' }]);
    const data = dataOf(queues({ Support: 3 }));
    const cells = (time: number): readonly unknown[] => {
      table.read([], { data, now: collected + time });
      return table.last?.memory?.byRow.get('Support')?.cells ?? [];
    };
    const [grown, still] = cells(0);
    const [grownLater, stillLater] = cells(1000);
    expect(grownLater).not.toBe(grown);
    expect(stillLater).toBe(still);
  });
});

import { compileFormula, createBudget, FormulaError } from './index';
import { limits } from './limits';
import { corpusData } from './test-data/corpus';
import { costlyFormulas } from './test-data/costlyFormulas';

const data = corpusData();

function refusal(work: () => unknown): FormulaError {
  try {
    work();
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error('A value was given.');
}

/** What a formula spends of a budget. */
function spent(formula: string, over: unknown = data): number {
  const budget = createBudget();
  compileFormula(formula).evaluate({ data: over }, budget);
  return limits.fuelPerUpdate - budget.remaining;
}

/** Work that takes about `units` of fuel, in a text of its own. */
const busy = (units: number, mark: string): string => `Array.from({ length: ${units} }).length /* ${mark} */`;

describe('the work of one formula', () => {
  test('is also bounded where it is only explained', () => {
    const formula = compileFormula(busy(1_000, 'explained'));
    expect(formula.explainUndefined({ data }, createBudget(500))).toMatchObject({ code: 'budget' });
  });

  test.each([
    ['1', 1],
    ['1 + 2', 3],
    ['data.workspace_statistics.realtime.total_tasks', 4],
    ['[1, 2, 3].map((x) => x)', 6 + 3 + 3 * 2 + 3],
  ])('of %s is %d units', (formula, units) => {
    expect(spent(formula)).toBe(units);
  });

  test('may be as much as the limit and no more', () => {
    const list = limits.fuel / 2 - 50;
    expect(spent(busy(list, 'below'))).toBeLessThanOrEqual(limits.fuel);
    expect(refusal(() => spent(busy(limits.fuel - 1, 'above'))).code).toBe('budget');
  });

  test('of every costly formula comes to an end', () => {
    for (const formula of costlyFormulas) {
      expect([formula, refusal(() => compileFormula(formula).evaluate({ data })).code]).toEqual([
        formula,
        'budget',
      ]);
    }
  });

  test('of ordinary formulas over 200 queues is far below the limit', () => {
    const [template] = (data as { queues: { friendly_name: string }[] }).queues;
    const queues = Array.from({ length: 200 }, (_, i) => ({ ...template, friendly_name: `Queue ${i}` }));
    const large = { ...(data as object), queues };
    const formulas = [
      "queue('Queue 199').realtime.total_tasks",
      'waiting(data.queues)',
      'serviceLevel(data.queues, 30)',
      'sum(data.queues, (q) => q.realtime.total_tasks)',
      'data.queues.filter((q) => q.realtime.longest_task_waiting_age > 60).length',
      'data.queues.map((q) => q.realtime.total_tasks).sort((a, b) => b - a)[0]',
      "data.queues.flatMap((q) => q.realtime.activity_statistics).filter((a) => a.friendly_name === 'Available').reduce((n, a) => n + a.workers, 0)",
      'data.queues.reduce((a, q) => (q.realtime.total_tasks > a.realtime.total_tasks ? q : a)).friendly_name',
    ];
    for (const formula of formulas) expect(spent(formula, large)).toBeLessThan(limits.fuel / 2);
  });

  test('of going through 200 queues once per queue is too much, and the message says what to do', () => {
    const large = { queues: Array.from({ length: 200 }, (_, i) => ({ n: i })) };
    const formula = 'data.queues.map((q) => data.queues.filter((p) => p.n > q.n).length)';
    expect(refusal(() => compileFormula(formula).evaluate({ data: large })).message).toBe(
      'The formula does too much work for one update. Going through a list once per entry of another list is the usual reason: ' +
        'prepare the inner result once, outside.',
    );
  });
});

describe('a formula that ran out of work', () => {
  const text = 'data.list.map((x) => data.list.map((y) => data.list.map((z) => 1).length).length).length';
  const large = { list: Array.from({ length: 100 }) };
  const small = { list: [1] };

  test('is tried again after a second, after five more, and then once a minute', () => {
    let now = 0;
    const clock = (): number => now;
    const formula = compileFormula(`${text} /* again */`);
    const retries = [0, 1_000, 6_000, 66_000, 126_000].map((time) => {
      now = time;
      const { code, retryAfter } = refusal(() =>
        formula.evaluate({ data: large }, createBudget(undefined, { clock })),
      );
      return [code, retryAfter];
    });
    expect(retries).toEqual([
      ['budget', 1_000],
      ['budget', 5_000],
      ['budget', 60_000],
      ['budget', 60_000],
      ['budget', 60_000],
    ]);
  });

  test('costs nothing while it waits, and says how long it still does', () => {
    let now = 0;
    const clock = (): number => now;
    const formula = compileFormula(`${text} /* waits */`);
    refusal(() => formula.evaluate({ data: large }, createBudget(undefined, { clock })));
    now = 400;
    const budget = createBudget(undefined, { clock });
    expect(refusal(() => formula.evaluate({ data: small }, budget)).retryAfter).toBe(600);
    expect(budget.remaining).toBe(limits.fuelPerUpdate);
  });

  test('recovers when the data are small again, and begins anew with its retries', () => {
    let now = 0;
    const clock = (): number => now;
    const formula = compileFormula(`${text} /* recovers */`);
    const over = (data: unknown): unknown => formula.evaluate({ data }, createBudget(undefined, { clock }));
    refusal(() => over(large));
    now = 1_000;
    expect(over(small)).toBe(1);
    expect(refusal(() => over(large)).retryAfter).toBe(1_000);
  });

  test('says so when it will be tried only once a minute', () => {
    let now = 0;
    const clock = (): number => now;
    const formula = compileFormula(`${text} /* says */`);
    const message = (): string =>
      refusal(() => formula.evaluate({ data: large }, createBudget(undefined, { clock }))).message;
    expect(message()).toMatch(/It is tried again shortly\.$/);
    now = 1_000;
    message();
    now = 6_000;
    expect(message()).toMatch(/It is tried again once a minute\.$/);
  });

  test('is the only one that waits: a mistake is told at once and at each update', () => {
    const formula = compileFormula('data.a.b');
    expect(refusal(() => formula.evaluate({ data: {} }, createBudget())).retryAfter).toBeUndefined();
    expect(formula.evaluate({ data: { a: { b: 1 } } }, createBudget())).toBe(1);
  });
});

describe('the budget of an update', () => {
  test('is spent by all tiles together', () => {
    const budget = createBudget(10);
    expect(compileFormula('1 + 2 + 3').evaluate({ data }, budget)).toBe(6);
    expect(budget.remaining).toBe(5);
    expect(compileFormula('3 + 2 + 1').evaluate({ data }, budget)).toBe(6);
    expect(budget.remaining).toBe(0);
  });

  test('that is used up stops further formulas until the next one', () => {
    const budget = createBudget(3);
    const formula = compileFormula('1 + 1 + 1 + 1');
    const error = refusal(() => formula.evaluate({ data }, budget));
    expect([error.code, error.message]).toEqual([
      'budget',
      'All formulas of the dashboard together do too much work for one update.',
    ]);
    expect(budget.remaining).toBe(0);
    expect(error.retryAfter).toBe(1_000);
    expect(formula.evaluate({ data }, createBudget())).toBe(4);
  });

  test('lets one bad formula use no more than its own limit', () => {
    const budget = createBudget();
    refusal(() =>
      compileFormula('((f) => f(f, 0))((f, n) => data.queues.map(() => f(f, n + 1)))').evaluate(
        { data },
        budget,
      ),
    );
    expect(budget.remaining).toBeGreaterThanOrEqual(limits.fuelPerUpdate - limits.fuel);
  });

  test('keeps its share for each tile, however greedy those before it are', () => {
    const budget = createBudget(undefined, { tiles: 25 });
    const outcomes = Array.from({ length: 24 }, (_, i) => {
      budget.nextTile();
      try {
        return compileFormula(busy(23_700, `greedy ${i}`)).evaluate({ data }, budget);
      } catch (error: unknown) {
        return (error as FormulaError).message;
      }
    });
    expect(outcomes.filter((outcome) => typeof outcome === 'string')).not.toEqual([]);
    budget.nextTile();
    expect(compileFormula('waiting(data)').evaluate({ data }, budget)).toBe(0);
  });

  test('is enough for 500 tiles of ordinary size', () => {
    const budget = createBudget();
    for (let i = 0; i < 500; i++) {
      compileFormula(`waiting(data.queues) + serviceLevel(['Sales', 'VIP'], 30) /* ${i} */`).evaluate(
        { data },
        budget,
      );
    }
    expect(budget.remaining).toBeGreaterThan(limits.fuelPerUpdate / 2);
  });
});

describe('sizes', () => {
  const repeated = (length: number): string => `'x'.repeat(${length}).length`;

  test('let a text be as long as allowed and not a character longer', () => {
    expect(compileFormula(repeated(limits.textLength)).evaluate({ data })).toBe(limits.textLength);
    expect(refusal(() => compileFormula(repeated(limits.textLength + 1)).evaluate({ data })).code).toBe(
      'too-large',
    );
  });

  test.each([
    "'x'.padStart(1e9)",
    "'x'.padEnd(Infinity)",
    "['x'.repeat(60000), 'x'.repeat(60000)].join()",
    "'x'.repeat(60000).concat('x'.repeat(60000))",
    "'x'.repeat(60000) + 'x'.repeat(60000)",
    "`${'x'.repeat(60000)}${'x'.repeat(60000)}`",
    "'x'.repeat(400).replaceAll('x', 'y'.repeat(400))",
    "'x'.repeat(50000).replace('x', '$`$\\'$\\'$\\'')",
    'Array.from({ length: 1e9 })',
    'Array.from({ length: Infinity })',
    "'x'.repeat(60000).split('')",
    "[...'x'.repeat(60000)]",
    "Object.keys('x'.repeat(60000))",
  ])('refuse %s as too large', (formula) => {
    expect(refusal(() => compileFormula(formula).evaluate({ data })).code).toBe('too-large');
  });

  test('refuse a value that nests deeper than allowed', () => {
    const nested = (depth: number): string =>
      `Array.from({ length: ${depth} }).reduce((inner) => [inner], 1)`;
    expect(compileFormula(nested(limits.resultDepth)).evaluate({ data })).toHaveLength(1);
    expect(refusal(() => compileFormula(nested(limits.resultDepth + 2)).evaluate({ data })).code).toBe(
      'too-large',
    );
  });

  test('refuse a value that is small to make and endless to walk', () => {
    const formula = 'Array.from({ length: 40 }).reduce((twice) => [twice, twice], 1)';
    expect(refusal(() => compileFormula(formula).evaluate({ data })).code).toBe('budget');
  });

  test('let arrows call arrows as deep as allowed and no deeper', () => {
    const deep = (depth: number): string => `((f) => f(f, ${depth}))((f, n) => (n > 0 ? f(f, n - 1) : 0))`;
    expect(compileFormula(deep(limits.calls - 2)).evaluate({ data })).toBe(0);
    expect(refusal(() => compileFormula(deep(limits.calls - 1)).evaluate({ data })).code).toBe('too-deep');
  });
});

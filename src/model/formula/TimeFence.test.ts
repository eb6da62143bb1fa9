import { compileFormula, createBudget, FormulaError } from './index';
import { limits } from './limits';

/** A clock that goes on by so much each time it is read. */
const ticking = (milliseconds: number): (() => number) => {
  let now = 0;
  return () => (now += milliseconds);
};

/** A clock that stands still but for one pause, at one of its readings. */
const pausing = (milliseconds: number, at: number): (() => number) => {
  let readings = 0;
  return () => (readings++ >= at ? milliseconds : 0);
};

const evaluate = (text: string, clock: () => number, data: unknown = {}): unknown => {
  try {
    return compileFormula(text).evaluate({ data }, createBudget(undefined, { clock }));
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
};

describe('the fence of time', () => {
  test('stops a formula at the first call that takes more than 20 ms', () => {
    const error = evaluate("[1, 2, 3].map((x) => 'a'.toUpperCase()) /* one call */", ticking(21));
    expect(error).toMatchObject({ code: 'time', start: 21, retryAfter: 1_000 });
    expect((error as FormulaError).message).toBe(
      "The formula was stopped: this call took more than 20 ms of the browser's time. It is tried again shortly.",
    );
  });

  test.each([
    "'a'.localeCompare('b', 'de')",
    "(1).toLocaleString('de')",
    "'a'.repeat(3)",
    "'a b'.split(' ').length",
    "'a'.replace('a', 'b')",
    "'a'.indexOf('b')",
    "'a'.padEnd(3)",
    "'a'.trim()",
    '(1).toFixed(2)',
    "Date.parse('2026-01-31T09:00:00Z')",
    "seconds('2026-01-31T09:00:00Z', '2026-01-31T09:00:01Z')",
  ])('holds %s', (text) => {
    expect(evaluate(`${text} /* held */`, ticking(21))).toMatchObject({ code: 'time' });
  });

  test('stops a formula after 100 ms of its own work', () => {
    const error = evaluate(
      'Array.from({ length: 9_000 }, (_, i) => i * 2).length /* slow work */',
      ticking(30),
    );
    expect(error).toMatchObject({ code: 'time', retryAfter: 1_000 });
  });

  test('stops many calls that are slow together', () => {
    const error = evaluate("Array.from({ length: 900 }, () => 'a'.trim()).length /* many */", ticking(15));
    expect(error).toMatchObject({ code: 'time' });
  });

  test('never stops a formula that has done less than a thousand units, however long the machine pauses', () => {
    const text = 'Array.from({ length: 99 }, (_, i) => i + 1).reduce((a, b) => a + b) /* few units */';
    expect(evaluate(text, ticking(3_600_000))).toBe(4950);
  });

  test.each([1, 2, 3, 4, 5, 6])('takes no pause of the machine for the work of the formula (%d)', (at) => {
    const text = `Array.from({ length: 4_000 }, (_, i) => i + 1).length /* pause ${at} */`;
    expect(evaluate(text, pausing(5_000, at))).toBe(4_000);
  });

  test('never reads the clock for formulas of ordinary size', () => {
    const clock = jest.fn(() => 0);
    evaluate('data.list.filter((x) => x > 1).length', clock, { list: [1, 2, 3] });
    expect(clock).not.toHaveBeenCalled();
  });

  test('holds what explains a missing value too', () => {
    const formula = compileFormula("data.list.map((x) => 'a'.trim())[9].x /* explained */");
    expect(() =>
      formula.evaluate({ data: { list: [1] } }, createBudget(undefined, { clock: ticking(21) })),
    ).toThrow('stopped');
  });

  test('lets the time of a stopped formula count as work of the update', () => {
    const clock = ticking(21);
    const budget = createBudget(undefined, { clock });
    expect(() => compileFormula("'a'.trim() /* counts */").evaluate({ data: {} }, budget)).toThrow('stopped');
    expect(budget.remaining).toBeLessThan(limits.fuelPerUpdate - 20 * limits.fuelPerMillisecond);
  });

  test('takes no share from the tiles that come', () => {
    const budget = createBudget(undefined, { clock: ticking(10_000), tiles: 100 });
    budget.nextTile();
    expect(() => compileFormula("'a'.trim() /* shares */").evaluate({ data: {} }, budget)).toThrow('stopped');
    budget.nextTile();
    expect(budget.allowance).toBe(limits.fuelPerUpdate / 200);
    expect(compileFormula('1 + 1').evaluate({ data: {} }, budget)).toBe(2);
  });

  test('suspends for a minute after three stops in a row, and lets go when the formula is quick again', () => {
    const text = "'a'.trim() /* three */";
    let now = 0;
    let slow = 21;
    const clock = (): number => (now += slow);
    const outcome = (): unknown => evaluate(text, clock);
    expect(outcome()).toMatchObject({ retryAfter: 1_000 });
    now += 1_000;
    expect(outcome()).toMatchObject({ retryAfter: 5_000 });
    now += 5_000;
    expect(outcome()).toMatchObject({ retryAfter: 60_000 });
    slow = 0;
    now += 59_000;
    expect(outcome()).toMatchObject({ code: 'time' });
    now += 1_000;
    expect(outcome()).toBe('a');
    expect(outcome()).toBe('a');
  });
});

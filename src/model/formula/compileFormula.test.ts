import { CompiledFormulas, compileFormula, compileInSlices, FormulaError } from './index';
import { limits } from './limits';

function refusal(text: string): FormulaError {
  try {
    compileFormula(text);
  } catch (error: unknown) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error('The text was accepted.');
}

describe('compileFormula', () => {
  test('gives the same formula for the same text', () => {
    expect(compileFormula('1 + 1')).toBe(compileFormula('1 + 1'));
    expect(compileFormula('1 + 1')).not.toBe(compileFormula('1 + 1 '));
  });

  test('gives the same error for the same text', () => {
    expect(refusal('1 +')).toBe(refusal('1 +'));
  });

  test('forgets the formula that was not asked for longest', () => {
    const kept = compileFormula('"kept"');
    const forgotten = compileFormula('"forgotten"');
    for (let i = 0; i < limits.cached - 1; i++) {
      compileFormula(`${i}`);
      compileFormula('"kept"');
    }
    expect(compileFormula('"kept"')).toBe(kept);
    expect(compileFormula('"forgotten"')).not.toBe(forgotten);
  });

  test('accepts a text of the greatest length and refuses one character more', () => {
    expect(compileFormula('1'.padEnd(limits.text)).evaluate({ data: {} })).toBe(1);
    const error = refusal('1'.padEnd(limits.text + 1));
    expect([error.code, error.start, error.end]).toEqual(['too-long', limits.text, limits.text + 1]);
  });

  test('refuses a formula for which the stack of the browser is too short, and reads it when there is room', () => {
    const text = `1${'+1'.repeat(1_000)}`;
    const outcomes: string[] = [];
    /** Fills the stack, then compiles on the way back until there is room. */
    const fill = (): void => {
      try {
        fill();
      } catch {
        // The bottom is reached.
      }
      if (outcomes.includes('accepted')) return;
      try {
        compileFormula(text);
        outcomes.push('accepted');
      } catch (error: unknown) {
        if (error instanceof FormulaError) outcomes.push(error.code);
      }
    };
    fill();
    expect([...new Set(outcomes)]).toEqual(['too-deep', 'accepted']);
    expect(compileFormula(text).evaluate({ data: {} })).toBe(1_001);
  });

  test.each([
    ['dat.x', 'There is no "dat". Did you mean "data"?', 'dat'],
    ['data.queues.map((queue1) => queue2)', 'There is no "queue2". Did you mean "queue1"?', 'queue2'],
    ['maht.max(1)', 'There is no "maht". Did you mean "Math"?', 'maht'],
    ['avrage([1])', 'There is no "avrage". Did you mean "average"?', 'avrage'],
    ['typeof window', 'A formula has no "window": it sees the data and nothing of the page.', 'window'],
    ['JSON.stringify(data)', 'A formula has no "JSON": it sees the data and nothing of the page.', 'JSON'],
    [
      'total_tasks',
      'There is no "total_tasks". The statistics are in "data", as in data.workspace_statistics.realtime.total_tasks.',
      'total_tasks',
    ],
  ])('refuses %s: %s', (text, message, part) => {
    const error = refusal(text);
    expect([error.code, error.message, text.slice(error.start, error.end)]).toEqual([
      'unknown-name',
      message,
      part,
    ]);
  });

  test('lets a parameter have the name of a word or of the data', () => {
    const evaluate = (text: string): unknown => compileFormula(text).evaluate({ data: { list: [1, 2] } });
    expect(evaluate('data.list.reduce((sum, x) => sum + x, 0)')).toBe(3);
    expect(evaluate('((data, queue, Math) => data + queue + Math)(1, 2, 3)')).toBe(6);
    expect(evaluate('((waiting) => waiting.length)(data.list)')).toBe(2);
  });
});

describe('compileInSlices', () => {
  const sources = (texts: readonly string[]) => texts.map((text) => ({ text }));
  /** A clock that goes on by a millisecond whenever it is read. */
  const clock = (): (() => number) => {
    let time = 0;
    return () => time++;
  };

  /** How many calls it takes until nothing is left. */
  function calls(work: () => boolean): number {
    let count = 1;
    while (work()) count++;
    return count;
  }

  test('compiles everything, one slice of time per call', () => {
    const texts = Array.from({ length: 20 }, (_, i) => `${i} + ${i}`);
    expect(calls(compileInSlices(new CompiledFormulas(), sources(texts), clock(), 5))).toBe(4);
  });

  test('compiles at least one formula per call, however short the slice', () => {
    expect(calls(compileInSlices(new CompiledFormulas(), sources(['1', '2', '3']), clock(), 0))).toBe(3);
  });

  test('passes over texts that are no formulas', () => {
    expect(calls(compileInSlices(new CompiledFormulas(), sources(['1 +', '', '2']), () => 0))).toBe(1);
  });

  test('has nothing to do for no texts', () => {
    expect(compileInSlices(new CompiledFormulas(), [], clock())()).toBe(false);
  });
});

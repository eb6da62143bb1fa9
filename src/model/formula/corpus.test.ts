import { compileFormula, FormulaError } from './index';
import { benign, corpusData, encode, hostile } from './test-data/corpus';

const data = corpusData();
const before = JSON.stringify(data);

const builtins = [Object, Array, String, Number, Boolean, Function, Math, Date, Promise, Reflect, JSON];
const keysOfBuiltins = (): string =>
  builtins
    .flatMap((builtin) => [builtin, (builtin as { prototype?: object }).prototype ?? {}])
    .map((owner) => Reflect.ownKeys(owner).map(String).join())
    .join('\n');
const keysBefore = keysOfBuiltins();

function outcome(formula: string): { value?: unknown; error?: FormulaError } {
  try {
    return { value: compileFormula(formula).evaluate({ data }) };
  } catch (error: unknown) {
    if (error instanceof FormulaError) return { error };
    throw error;
  }
}

/** Deliberate: people paste formulas with the semicolon of a statement; within `return (…)` it is an error. */
const withSemicolon = new Set(['b414']);

describe('formulas of every day', () => {
  const inside = benign.filter((formula) => !formula.outside_subset && !withSemicolon.has(formula.id));

  test.each(inside.map((formula) => [formula.formula, formula.expected]))(
    'gives what JavaScript gives for %s',
    (formula, expected) => {
      const { value, error } = outcome(formula as string);
      expect(error ? 'THROWS' : encode(value, data)).toEqual(expected);
      expect(error?.code).not.toBe('internal');
    },
  );

  test.each(
    benign
      .filter((formula) => formula.outside_subset)
      .map((formula) => [formula.formula, formula.outside_subset]),
  )('refuses %s with the code %s', (formula, code) => {
    expect(outcome(formula as string).error?.code).toBe(code);
  });

  test('accepts one semicolon at the end, which JavaScript accepts after a statement only', () => {
    expect(outcome('data.queues.length;').value).toBe(10);
  });
});

describe('formulas that mean harm', () => {
  test.each(hostile.map((formula) => [formula.why, formula.id, formula]))(
    'holds %s (%s)',
    (_why, _id, formula) => {
      const { error } = outcome(formula.formula);
      if (formula.expect === 'error') expect(error).toBeInstanceOf(FormulaError);
      expect(error?.code).not.toBe('internal');
      expect(Object.keys(globalThis)).not.toContain('PWNED');
      expect(JSON.stringify(data)).toBe(before);
      expect(keysOfBuiltins()).toBe(keysBefore);
    },
  );
});

import type { Budget } from './budget';
import { checkResult } from './checkResult';
import { Compiler } from './Compiler';
import { explainNaN } from './explainNaN';
import { FormulaError } from './FormulaError';
import { freezeData } from './freezeData';
import { limits } from './limits';
import { referencesOf } from './references';
import type { Reference } from './references';
import { Run } from './Run';
import { Scope } from './scope';
import type { Expression } from './syntax';
import { Frame } from './values';
import type { Evaluator } from './values';

/** What a formula is evaluated over. `data` is the dashboard data; it is frozen. */
export interface FormulaScope {
  readonly data: unknown;
}

/** A compiled formula. It holds nothing of the data it was evaluated over, so one can serve many tiles. */
export class Formula {
  private readonly compiler: Compiler;
  private readonly code: Evaluator;
  private readonly cost: number;
  private found: readonly Reference[] | undefined;
  private suspension: FormulaError | undefined;

  constructor(
    readonly text: string,
    private readonly tree: Expression,
  ) {
    this.compiler = new Compiler(text);
    const scope = new Scope(null);
    scope.declare('data');
    this.code = this.compiler.compile(tree, scope);
    this.cost = this.compiler.cost;
  }

  /** The data paths and words the formula reads. */
  get references(): readonly Reference[] {
    return (this.found ??= referencesOf(this.tree));
  }

  /**
   * Whether the formula ran out of work once. It is not tried again: every update would pay for it.
   * Its text has to change, which makes it another formula.
   */
  get suspended(): boolean {
    return this.suspension !== undefined;
  }

  /**
   * The value: text, a number, a truth value, `null`, `undefined`, or plain lists and objects of these. Ask `explainUndefined` about `undefined`.
   * @param budget what all tiles of one update share; without one the formula has its own limit only
   * @throws {FormulaError} when there is no value
   */
  evaluate(scope: FormulaScope, budget?: Budget): unknown {
    if (this.suspension) throw this.suspension;
    const { data } = scope;
    freezeData(data);
    const allowance = budget ? Math.min(limits.fuel, budget.remaining) : limits.fuel;
    const run = new Run(data, allowance);
    try {
      run.charge(this.cost);
      const value = this.code(rootFrame(data), run);
      checkResult(value, run);
      return value;
    } catch (error: unknown) {
      throw this.report(error, allowance);
    } finally {
      if (budget) budget.remaining -= allowance - Math.max(run.fuel, 0);
    }
  }

  /** Why `evaluate` gives `undefined` over this scope: which name is not there, and what was probably meant. */
  explainUndefined(scope: FormulaScope): FormulaError {
    return this.compiler.explain(this.tree, rootFrame(scope.data), scope.data);
  }

  /** Why `evaluate` gives NaN over this scope: what could not be calculated with. */
  explainNaN(scope: FormulaScope): FormulaError {
    return this.compiler.explain(this.tree, rootFrame(scope.data), scope.data, explainNaN);
  }

  private report(error: unknown, allowance: number): FormulaError {
    const whole = { start: 0, end: this.text.length };
    if (error instanceof RangeError)
      return new FormulaError('too-deep', 'The formula nests too deep.', whole);
    if (!(error instanceof FormulaError)) {
      return new FormulaError('internal', `The formula cannot be evaluated: ${String(error)}`, whole);
    }
    const report = error.at(whole);
    if (report.code !== 'budget') return report;
    if (allowance === limits.fuel) return (this.suspension = report);
    return new FormulaError(
      'budget',
      'All formulas of the dashboard together do too much work for one update.',
      whole,
    );
  }
}

/** The frame of the formula itself: its only variable is the data. */
function rootFrame(data: unknown): Frame {
  return new Frame(null, data, undefined, undefined, undefined);
}

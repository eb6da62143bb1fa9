import { everything, type Bindings } from './boardValues';
import type { Budget } from './budget';
import { Compiler } from './Compiler';
import { explainMissing, type Explain } from './explainMissing';
import { explainNaN } from './explainNaN';
import { FormulaError } from './FormulaError';
import { freezeData } from './freezeData';
import { isJoined, recordSources } from './joinSources';
import { limits } from './limits';
import { Pause } from './Pause';
import { analyse, type Analysis } from './references';
import type { Reads } from './Reads';
import { Run } from './Run';
import { Scope } from './scope';
import { TimeFence } from './TimeFence';
import type { Expression } from './syntax';
import { Frame, type Evaluator, isOpaque } from './values';

/** What a formula is evaluated over. `data` is the dashboard data; it is frozen. */
export interface FormulaScope {
  readonly data: unknown;
  /** Whole seconds by which waits have grown since the data was collected. @default 0 */
  readonly age?: number;
  /** The moment up to which the data is known: milliseconds since 1970. @default now */
  readonly now?: number;
}

/** A variable of formulas besides `data`: `row` is an entry of the list that a table shows. */
export type Variable = 'row';

/** One row of a list after the other; what `entry` gives when a formula is evaluated is what it reads as `row`. */
export interface RowInTurn {
  readonly entry: () => unknown;
  /** The sources that the list was made of, where several are joined. */
  readonly sources: () => ReadonlySet<string>;
}

/** What a text compiles to, shared by the formulas of all rows. */
class Program {
  readonly compiler: Compiler;
  readonly code: Evaluator;
  readonly cost: number;
  private found: Analysis | undefined;

  constructor(
    text: string,
    readonly tree: Expression,
    variables: readonly Variable[],
  ) {
    this.compiler = new Compiler(text);
    const scope = new Scope(null);
    for (const name of ['data', ...variables]) scope.declare(name);
    this.code = this.compiler.compile(tree, scope);
    this.cost = this.compiler.cost;
  }

  get analysis(): Analysis {
    return (this.found ??= analyse(this.tree));
  }
}

/** A compiled formula. It holds nothing of the data it was evaluated over, so one can serve many tiles. */
export class Formula {
  private readonly pause = new Pause();

  private constructor(
    readonly text: string,
    private readonly program: Program,
    private readonly row?: RowInTurn,
    private readonly board?: Bindings,
  ) {}

  /** @throws {FormulaError} for a name that there is not */
  static of(text: string, tree: Expression, variables: readonly Variable[] = []): Formula {
    return new Formula(text, new Program(text, tree, variables));
  }

  /** A formula of the variable `row` that reads one row; each is stopped, and tried again, apart from the others. */
  over(row: RowInTurn): Formula {
    return new Formula(this.text, this.program, row, this.board);
  }

  /** The formula on a board where this is chosen; each is stopped, and tried again, apart from the others. */
  with(board: Bindings): Formula {
    return new Formula(this.text, this.program, this.row, board);
  }

  /** What the text says of what the formula reads; with all queues chosen it reads the list of them. */
  get analysis(): Analysis {
    const { analysis } = this.program;
    const readsAll = [...analysis.variables].some((name) => {
      const { type, value } = this.board?.get(name) ?? {};
      return type === 'queue' && value === everything;
    });
    return readsAll ? { ...analysis, texts: new Set([...analysis.texts, 'queues']) } : analysis;
  }

  /**
   * The value: text, a number, a truth value, `null`, `undefined`, or plain lists and objects of these. Ask `explainUndefined` about `undefined`.
   * @param reads records what was read of the data
   * @param budget what all tiles of one update share, with their clock; without one the formula is held by its own fuel alone
   * @throws {FormulaError} when there is no value. One with `retryAfter` says nothing of the value: the formula was stopped, and is tried
   *   again after so many milliseconds.
   */
  evaluate(scope: FormulaScope, budget?: Budget, reads?: Reads): unknown {
    const held = budget && this.pause.holds(budget.clock);
    if (held) throw held;
    const { code, cost } = this.program;
    if (this.row && reads) readRow(this.row, reads);
    const work = (run: Run): unknown => {
      run.charge(cost);
      const found = code(this.rootFrame(scope.data), run);
      checkResult(found, run);
      return found;
    };
    const value =
      reads && isJoined(scope.data)
        ? recordSources(scope.data, reads, () => this.run(scope, budget, work, reads))
        : this.run(scope, budget, work, reads);
    if (budget) this.pause.end();
    return value;
  }

  /** Why `evaluate` gives `undefined` over this scope: which name is not there, and what was probably meant. */
  explainUndefined(scope: FormulaScope, budget?: Budget): FormulaError {
    return this.explain(scope, budget, explainMissing);
  }

  /** Why `evaluate` gives NaN over this scope: what could not be calculated with. */
  explainNaN(scope: FormulaScope, budget?: Budget): FormulaError {
    return this.explain(scope, budget, explainNaN);
  }

  private explain(scope: FormulaScope, budget: Budget | undefined, how: Explain): FormulaError {
    const root = this.rootFrame(scope.data);
    const { compiler, tree } = this.program;
    try {
      return this.run(scope, budget, (run) => compiler.explain(tree, root, run, how));
    } catch (error: unknown) {
      // Too much work is an answer, too; `run` throws nothing else.
      return error as FormulaError;
    }
  }

  /** Does work on the account of an update. @throws {FormulaError} and nothing else */
  private run<Found>(
    { data, age, now }: FormulaScope,
    budget: Budget | undefined,
    work: (run: Run) => Found,
    reads?: Reads,
  ): Found {
    freezeData(data);
    const allowance = budget ? budget.allowance : limits.fuel;
    const fence = budget && new TimeFence(budget.clock, allowance);
    const run = new Run({ data, fuel: allowance, fence, age, now, reads, board: this.board });
    try {
      return work(run);
    } catch (error: unknown) {
      throw this.report(error, allowance, budget);
    } finally {
      budget?.spend(run.spent);
      if (fence?.stopped) budget?.spendTime(fence.elapsed());
    }
  }

  /** The frame of the formula itself, with the data and, for a formula of rows, the row. */
  private rootFrame(data: unknown): Frame {
    return new Frame(null, data, this.row?.entry(), undefined, undefined);
  }

  private report(error: unknown, allowance: number, budget: Budget | undefined): FormulaError {
    const whole = { start: 0, end: this.text.length };
    if (error instanceof RangeError)
      return new FormulaError('too-deep', 'The formula nests too deep.', whole);
    if (!(error instanceof FormulaError)) {
      return new FormulaError('internal', `The formula cannot be evaluated: ${String(error)}`, whole);
    }
    const report = error.at(whole);
    if (!budget || (report.code !== 'budget' && report.code !== 'time')) return report;
    if (report.code === 'time' || allowance === limits.fuel) return this.pause.begin(report, budget.clock);
    return new FormulaError(
      'budget',
      'All formulas of the dashboard together do too much work for one update.',
      whole,
      limits.retryAfter[0],
    );
  }
}

/** A row counts as read whole, and as made of the sources of its list. */
function readRow({ entry, sources }: RowInTurn, reads: Reads): void {
  reads.add(entry, entry());
  for (const source of sources()) reads.addSource(source);
}

/**
 * Lets only plain data leave the engine. Every entry is paid for each time it is met: a list that holds one list many times would be
 * endless work for whoever walks it. Data itself is frozen and known to be plain.
 */
function checkResult(value: unknown, run: Run, depth = 0): void {
  if (typeof value !== 'object' && typeof value !== 'function') return;
  if (value === null) return;
  if (isOpaque(value)) {
    throw new FormulaError(
      'not-a-value',
      'The formula gives a function instead of a value. Call it: name(…).',
    );
  }
  if (depth > limits.resultDepth) {
    throw new FormulaError('too-large', `The value nests more than ${limits.resultDepth} levels deep.`);
  }
  const entries = Object.values(value);
  run.chargeList(entries.length);
  for (const entry of entries) checkResult(entry, run, depth + 1);
}

import { compileFormula, createBudget, FormulaError, type Bindings } from '../../../model/formula';
import { pathOf, treeOf } from '../import-export/formulaTree';
import { lexFormula } from './lexFormula';
import { fieldIn } from './namesInData';
import type { FormulaText, OpenArrow, Range } from './FormulaText';

/** Methods that call an arrow with `(entry, index, list)`. */
const overEntries = [
  'map',
  'filter',
  'find',
  'findLast',
  'findIndex',
  'findLastIndex',
  'some',
  'every',
  'forEach',
  'flatMap',
];
const overPairs = ['sort', 'toSorted'];
const folds = ['reduce', 'reduceRight'];
/** Methods that give entries of the list itself: where none are left, one of the list stands for them. */
const keepsEntries = ['filter', 'slice', 'reverse', 'toReversed', 'sort', 'toSorted'];

interface Binding {
  /** The parameters as they are written, in brackets. */
  readonly parameters: string;
  /** What they stand for in the example, as formulas. */
  readonly values: readonly string[];
  /** The parameter that goes through the entries of a list, and the list as a formula. */
  readonly entry: { readonly name: string; readonly list: string } | undefined;
}

/**
 * What the names at a place of a formula stand for: inside an arrow, a parameter stands for the first entry of the list the arrow goes
 * through. Everything is evaluated by the interpreter of formulas, with its limits.
 */
export class ExampleScope {
  private readonly bindings: readonly Binding[];

  /** @param index of the piece that stands in the scope */
  constructor(
    private readonly formula: FormulaText,
    index: number,
    readonly data: unknown,
    readonly board: Bindings = new Map(),
  ) {
    const bindings: Binding[] = [];
    this.bindings = bindings;
    // Each is worked out in the scope of those before it.
    for (const arrow of formula.arrowsAround(index)) bindings.push(this.bind(arrow));
  }

  /** Whether anything here is an example: one entry of a list that stands for all. */
  get hasExamples(): boolean {
    return this.bindings.some(({ entry }) => entry !== undefined);
  }

  /** Names of the parameters, the innermost first. */
  get names(): readonly string[] {
    return this.bindings
      .flatMap(({ parameters }) => {
        const pieces = lexFormula(parameters);
        return pieces.filter(({ kind }, index) => kind === 'name' && pieces[index + 1]?.source !== ':');
      })
      .map(({ source }) => source)
      .reverse();
  }

  /** The value of a part of a formula; undefined where it has none. */
  evaluate(source: string): unknown {
    const whole = this.bindings.reduceRight(
      (body, { parameters, values }) => `((${parameters}) => (${body}\n))(${values.join(', ')})`,
      source,
    );
    try {
      // What lies in the data needs no work, and is handed out however much it is.
      const tree = treeOf(whole);
      const path = tree && pathOf(tree);
      if (path) return fieldIn(this.data, ...path);
      return compileFormula(whole).with(this.board).evaluate({ data: this.data }, createBudget());
    } catch (error: unknown) {
      if (error instanceof FormulaError) return undefined;
      throw error;
    }
  }

  /** The value of a chain; where it is an entry that is not there, another one of the list stands for it. */
  valueOf(range: Range): unknown {
    const value = this.evaluate(this.formula.slice(range));
    if (value !== undefined) return value;
    const call = this.methodCall(range);
    if (!call || !['find', 'findLast', 'at'].includes(call.method)) return undefined;
    return this.evaluate(`${this.listWithEntries(call.receiver)}[0]`);
  }

  /** The list that a parameter goes through, as a formula; undefined for all other names. */
  listOf(name: string): string | undefined {
    return this.bindings.map(({ entry }) => entry).find((entry) => entry?.name === name)?.list;
  }

  private bind({ parameters: { first, last }, bracket }: OpenArrow): Binding {
    const { formula } = this;
    const isBracketed = formula.at(first) === '(';
    const parameters = isBracketed
      ? formula.slice({ first, last }).slice(1, -1).trim()
      : formula.slice({ first, last });
    const { list, place = 0, values } = this.given(bracket);
    const name = parameters.split(',')[place]?.trim() ?? '';
    return {
      parameters,
      values: values.length > 0 ? values : ['undefined'],
      entry: list === undefined ? undefined : { name, list },
    };
  }

  /** What the arrow in a bracket is called with, and which list it goes through with the parameter at which place. */
  private given(bracket: number): { list?: string; place?: number; values: readonly string[] } {
    const { formula } = this;
    const callee = formula.at(bracket - 1);
    const unknown = { values: [] };
    if (formula.at(bracket) !== '(') return unknown;
    const [firstPart, secondPart] = formula.partsOf(bracket);
    if (formula.isDot(bracket - 2)) {
      const receiver = formula.chainEndingAt(bracket - 3);
      if (!receiver) return unknown;
      const isFrom = callee === 'from' && formula.slice(receiver) === 'Array';
      const list = this.listWithEntries(isFrom && firstPart ? firstPart : receiver);
      const entry = `${list}[0]`;
      if (isFrom || overEntries.includes(callee)) return { list, values: [entry, '0', list] };
      if (overPairs.includes(callee)) return { list, values: [entry, entry] };
      if (!folds.includes(callee)) return unknown;
      return { list, place: 1, values: [secondPart ? formula.slice(secondPart) : entry, entry, '0', list] };
    }
    if ((callee === 'sum' || callee === 'average') && firstPart) {
      const list = this.listWithEntries(firstPart);
      return { list, values: [`${list}[0]`, '0'] };
    }
    // ((tasks) => …)(value)
    const close = formula.partner(bracket);
    if (close === undefined || formula.at(close + 1) !== '(') return unknown;
    return { values: formula.partsOf(close + 1).map((part) => formula.slice(part)) };
  }

  /** A list as a formula in brackets; where `.filter(…)` and the like leave nothing of it, the list before them. */
  private listWithEntries(range: Range): string {
    const source = this.formula.slice(range);
    const call = this.methodCall(range);
    const isEmpty = call && keepsEntries.includes(call.method) && this.evaluate(`(${source}\n).length`) === 0;
    return isEmpty ? this.listWithEntries(call.receiver) : `(${source}\n)`;
  }

  /** `receiver.method(…)`, where the whole is that. */
  private methodCall({ first, last }: Range): { receiver: Range; method: string } | undefined {
    const { formula } = this;
    const open = formula.at(last) === ')' ? formula.partner(last) : undefined;
    if (open === undefined || !formula.isDot(open - 2) || open - 3 < first) return undefined;
    return { receiver: { first, last: open - 3 }, method: formula.at(open - 1) };
  }
}

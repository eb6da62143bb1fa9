import arrow from '@jsep-plugin/arrow';
import template from '@jsep-plugin/template';
import { Parser } from 'expr-eval-fork';
import { compileExpression as compileFiltrex, useDotAccessOperator } from 'filtrex';
import jseEval from 'jse-eval';
import { compile as compileMath } from 'mathjs';
import { getQuickJS } from 'quickjs-emscripten';
import { compileFormula } from '../src/model/formula';
import { parseFormula } from '../src/model/formula/compileFormula';
import { treeWalker } from './treeWalker';

export type Evaluate = (data: unknown) => unknown;

export interface FormulaEngine {
  readonly name: string;
  readonly compile: (formula: string) => Evaluate;
}

/** Ours and everything it is measured against. Each compiles once and is asked for a value over the same data again and again. */
export async function formulaEngines(): Promise<FormulaEngine[]> {
  return [ours, native, walker, jse, exprEval, filtrex, math, await quickJs()];
}

const ours: FormulaEngine = {
  name: 'ours',
  compile: (formula) => {
    const compiled = compileFormula(formula);
    return (data) => compiled.evaluate({ data });
  },
};

const native: FormulaEngine = {
  name: 'native',
  compile: (formula) => new Function('data', `return (${formula}\n)`) as Evaluate,
};

const walker: FormulaEngine = {
  name: 'tree walk',
  compile: (formula) => {
    const tree = parseFormula(formula);
    return (data) => treeWalker(tree, { data });
  },
};

// jse-eval leaves arrows and templates to plugins.
jseEval.jsep.plugins.register(arrow, template);

const jse: FormulaEngine = {
  name: 'jse-eval',
  compile: (formula) => {
    const tree = jseEval.parse(formula);
    return (data) => jseEval.evaluate(tree, { data });
  },
};

const exprEval: FormulaEngine = {
  name: 'expr-eval-fork',
  compile: (formula) => {
    const expression = new Parser().parse(formula);
    return (data) => expression.evaluate({ data });
  },
};

const filtrex: FormulaEngine = {
  name: 'filtrex',
  compile: (formula) => {
    const evaluate = compileFiltrex(formula, { customProp: useDotAccessOperator });
    return (data) => evaluate({ data });
  },
};

const math: FormulaEngine = {
  name: 'mathjs',
  compile: (formula) => {
    const code = compileMath(formula);
    return (data) => code.evaluate({ data });
  },
};

/** A JavaScript engine of its own, in WebAssembly. The data has to be handed in as text whenever it changes; the values measured leave that out. */
async function quickJs(): Promise<FormulaEngine> {
  const runtime = (await getQuickJS()).newContext();
  let handedIn: unknown;
  const handIn = (data: unknown): void => {
    if (handedIn === data) return;
    runtime.unwrapResult(runtime.evalCode(`globalThis.data = (${JSON.stringify(data)})`)).dispose();
    handedIn = data;
  };
  return {
    name: 'quickjs',
    compile: (formula) => {
      const compiled = runtime.unwrapResult(runtime.evalCode(`((data) => (${formula}\n))`));
      return (data) => {
        handIn(data);
        const given = runtime.getProp(runtime.global, 'data');
        const result = runtime.unwrapResult(runtime.callFunction(compiled, runtime.undefined, given));
        const value: unknown = runtime.dump(result);
        result.dispose();
        given.dispose();
        return value;
      };
    },
  };
}

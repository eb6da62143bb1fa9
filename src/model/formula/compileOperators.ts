import { isAge, isComparison } from './ages';
import { add, isLess, looselyEquals, strictlyEquals, toKey, toNumber } from './coercion';
import type { Compiler } from './Compiler';
import { FormulaError } from './FormulaError';
import { mathBuiltin } from './mathBuiltin';
import type { Run } from './Run';
import type { Scope } from './scope';
import type {
  BinaryExpression,
  BinaryOperator,
  Expression,
  LogicalOperator,
  UnaryExpression,
} from './syntax';
import { Builtin, describeKind, isCallable, isObject } from './values';
import type { Evaluator } from './values';

type Operation = (left: unknown, right: unknown, run: Run) => unknown;

function arithmetic(calculate: (left: number, right: number) => number): Operation {
  return (left, right, run) => {
    const first = toNumber(left, run);
    return calculate(first, toNumber(right, run));
  };
}

const operations: Readonly<Record<BinaryOperator, Operation>> = {
  '+': add,
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => left / right),
  '%': arithmetic((left, right) => left % right),
  '**': arithmetic((left, right) => left ** right),
  '|': arithmetic((left, right) => left | right),
  '^': arithmetic((left, right) => left ^ right),
  '&': arithmetic((left, right) => left & right),
  '<<': arithmetic((left, right) => left << right),
  '>>': arithmetic((left, right) => left >> right),
  '>>>': arithmetic((left, right) => left >>> right),
  '==': looselyEquals,
  '!=': (left, right, run) => !looselyEquals(left, right, run),
  '===': strictlyEquals,
  '!==': (left, right, run) => !strictlyEquals(left, right, run),
  '<': (left, right, run) => isLess(left, right, run) === true,
  '>': (left, right, run) => isLess(right, left, run) === true,
  '<=': (left, right, run) => isLess(right, left, run) === false,
  '>=': (left, right, run) => isLess(left, right, run) === false,
  in: isIn,
};

/** As in JavaScript this sees inherited names too; a truth value lets nobody reach them. */
function isIn(key: unknown, object: unknown, run: Run): boolean {
  if (!isObject(object))
    throw new FormulaError(
      'type',
      `"in" needs an object or a list on its right, and ${describeKind(object)} was given.`,
    );
  return toKey(key, run) in object;
}

/** Numbers, the usual case, without detours; `undefined` for operators that have no short way. */
function shortWay(
  operator: BinaryOperator,
  left: Evaluator,
  right: Evaluator,
  slow: Operation,
): Evaluator | undefined {
  switch (operator) {
    case '+':
      return (frame, run) => {
        const a = left(frame, run);
        const b = right(frame, run);
        return typeof a === 'number' && typeof b === 'number' ? a + b : slow(a, b, run);
      };
    case '-':
      return (frame, run) => {
        const a = left(frame, run);
        const b = right(frame, run);
        return typeof a === 'number' && typeof b === 'number' ? a - b : slow(a, b, run);
      };
    case '*':
      return (frame, run) => {
        const a = left(frame, run);
        const b = right(frame, run);
        return typeof a === 'number' && typeof b === 'number' ? a * b : slow(a, b, run);
      };
    case '/':
      return (frame, run) => {
        const a = left(frame, run);
        const b = right(frame, run);
        return typeof a === 'number' && typeof b === 'number' ? a / b : slow(a, b, run);
      };
    case '>':
      return (frame, run) => {
        const a = left(frame, run);
        const b = right(frame, run);
        return typeof a === 'number' && typeof b === 'number' ? a > b : slow(a, b, run);
      };
    case '<':
      return (frame, run) => {
        const a = left(frame, run);
        const b = right(frame, run);
        return typeof a === 'number' && typeof b === 'number' ? a < b : slow(a, b, run);
      };
    default:
      return undefined;
  }
}

export function compileBinary(compiler: Compiler, node: BinaryExpression, scope: Scope): Evaluator {
  const { operator } = node;
  const side = (part: Expression): Evaluator => {
    const evaluate = compiler.compile(part, scope);
    return isComparison(operator) && isAge(part) ? grown(evaluate) : evaluate;
  };
  const left = side(node.left);
  const right = side(node.right);
  const operation = operations[operator];
  const slow: Operation = (a, b, run) => {
    try {
      return operation(a, b, run);
    } catch (error: unknown) {
      throw error instanceof FormulaError ? error.at(node) : error;
    }
  };
  const fixed = fixedText(node);
  if (fixed !== undefined && operator === '===') return (frame, run) => left(frame, run) === fixed;
  if (fixed !== undefined && operator === '!==') return (frame, run) => left(frame, run) !== fixed;
  return (
    shortWay(operator, left, right, slow) ?? ((frame, run) => slow(left(frame, run), right(frame, run), run))
  );
}

/** A wait is compared as long as it is by now: it has grown since it was collected, unless nothing waits. */
const grown =
  (evaluate: Evaluator): Evaluator =>
  (frame, run) => {
    const value = evaluate(frame, run);
    return typeof value === 'number' && value > 0 ? value + run.age : value;
  };

/** A short text or a number on the right, to which anything can be compared at once. */
function fixedText({ right }: BinaryExpression): string | number | undefined {
  if (right.type !== 'Literal') return undefined;
  if (typeof right.value === 'number') return right.value;
  return typeof right.value === 'string' && right.value.length < 256 ? right.value : undefined;
}

export function compileLogical(operator: LogicalOperator, left: Evaluator, right: Evaluator): Evaluator {
  switch (operator) {
    case '&&':
      return (frame, run) => left(frame, run) && right(frame, run);
    case '||':
      return (frame, run) => left(frame, run) || right(frame, run);
    case '??':
      return (frame, run) => left(frame, run) ?? right(frame, run);
  }
}

export function compileUnary(compiler: Compiler, node: UnaryExpression, scope: Scope): Evaluator {
  const argument = compiler.compile(node.argument, scope);
  const number: Evaluator = (frame, run) => {
    const value = argument(frame, run);
    return typeof value === 'number' ? value : compiler.guard(node, () => toNumber(value, run));
  };
  switch (node.operator) {
    case '!':
      return (frame, run) => !argument(frame, run);
    case '-':
      return (frame, run) => -(number(frame, run) as number);
    case '+':
      return number;
    case '~':
      return (frame, run) => ~(number(frame, run) as number);
    case 'typeof':
      return (frame, run) => typeOf(argument(frame, run));
    case 'void':
      return (frame, run) => void argument(frame, run);
  }
}

/** `typeof`. `Array`, `Object` and `Date` cannot be called here, but functions they are. */
function typeOf(value: unknown): string {
  if (value instanceof Builtin) return value === mathBuiltin ? 'object' : 'function';
  return isCallable(value) ? 'function' : typeof value;
}

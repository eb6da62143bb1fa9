import { readBoard } from './boardValues';
import { builtins } from './builtins';
import { compileArrow } from './compileArrow';
import { compileCall } from './compileCall';
import { compileMember, readFixed } from './compileMember';
import { compileArray, compileObject, compileTemplate } from './compileCollections';
import { compileBinary, compileLogical, compileUnary } from './compileOperators';
import { didYouMean } from './didYouMean';
import { fixedKey } from './fixedKey';
import { FormulaError } from './FormulaError';
import { explainMissing, type Explain } from './explainMissing';
import { explainNaN } from './explainNaN';
import type { Run } from './Run';
import type { Scope } from './scope';
import type { Expression, Identifier, MemberExpression } from './syntax';
import { code, cutShort, quote, unset } from './values';
import type { Evaluator, Frame } from './values';
import { words } from './words';

/** Names people who know JavaScript may try; a suggestion of something similar would mislead them. */
const namesOfThePage = new Set(
  (
    'window document globalThis self top parent frames location localStorage sessionStorage console fetch eval Function JSON Reflect Symbol ' +
    'Promise Proxy RegExp Map Set WeakMap WeakSet Error BigInt Intl setTimeout setInterval alert process require module Flex Twilio React arguments'
  ).split(' '),
);

/** Turns the tree of one formula into closures. What a piece costs is counted on the way. */
export class Compiler {
  /** Nodes compiled since the innermost arrow began: the fuel one evaluation of it takes at least. */
  cost = 0;
  /** Links of chains that may give `cutShort`. */
  readonly mayCutShort = new Set<Expression>();
  private readonly evaluators = new Map<Expression, Evaluator>();

  constructor(readonly text: string) {}

  compile(node: Expression, scope: Scope): Evaluator {
    this.cost++;
    const evaluator = this.compileKind(node, scope);
    this.evaluators.set(node, evaluator);
    return evaluator;
  }

  /** Whether a node is the dashboard data as a whole. */
  isData(node: Expression, scope: Scope): node is Identifier {
    return node.type === 'Identifier' && (scope.find(node.name)?.isData ?? false);
  }

  /** The dashboard data, for who records by himself what is read of it. */
  compileData(node: Identifier, scope: Scope): Evaluator {
    this.cost++;
    const { slot = 1, hops = 0 } = scope.find(node.name) ?? {};
    const read = readSlot(slot, hops);
    this.evaluators.set(node, read);
    return read;
  }

  /** Whether a node is what is chosen on the board, as a whole. */
  isBoard(node: Expression, scope: Scope): boolean {
    return node.type === 'Identifier' && node.name === 'board' && !scope.find(node.name);
  }

  /** `board.queue`: what is chosen for one variable. */
  compileChoice(link: MemberExpression): Evaluator {
    this.cost++;
    const variable = String(fixedKey(link));
    const read: Evaluator = (_frame, run) => this.guard(link, () => readBoard(variable, run));
    this.evaluators.set(link, read);
    return read;
  }

  private compileKind(node: Expression, scope: Scope): Evaluator {
    switch (node.type) {
      case 'Literal':
        return constant(node.value);
      case 'Identifier':
        return this.compileName(node, scope);
      case 'MemberExpression':
        return compileMember(this, node, scope);
      case 'CallExpression':
        return compileCall(this, node, scope);
      case 'ChainExpression':
        return this.compileChain(this.compile(node.expression, scope));
      case 'ConditionalExpression':
        return this.compileConditional(
          this.compile(node.test, scope),
          this.compile(node.consequent, scope),
          this.compile(node.alternate, scope),
        );
      case 'BinaryExpression':
        return compileBinary(this, node, scope);
      case 'LogicalExpression':
        return compileLogical(node.operator, this.compile(node.left, scope), this.compile(node.right, scope));
      case 'UnaryExpression':
        return compileUnary(this, node, scope);
      case 'TemplateLiteral':
        return compileTemplate(this, node, scope);
      case 'ArrayExpression':
        return compileArray(this, node, scope);
      case 'ObjectExpression':
        return compileObject(this, node, scope);
      case 'ArrowFunctionExpression':
        return compileArrow(this, node, scope);
    }
  }

  /** Runs a piece so that an error it raises without a place points at `node`. */
  guard<Value>(node: { start: number; end: number }, piece: () => Value): Value {
    try {
      return piece();
    } catch (error: unknown) {
      throw error instanceof FormulaError ? error.at(node) : error;
    }
  }

  /** The formula's own words for a node, cut to a length that fits a message. */
  source(node: { start: number; end: number }): string {
    const text = this.text.slice(node.start, node.end);
    return text.length > 80 ? `${text.slice(0, 79)}…` : text;
  }

  /** Why `node`, evaluated in `frame`, gives nothing; or, with `explainNaN`, no number. */
  explain(node: Expression, frame: Frame, run: Run, how: Explain = explainMissing): FormulaError {
    const look = (part: Expression): unknown => {
      const evaluate = this.evaluators.get(part);
      if (!evaluate) return part.type === 'MemberExpression' ? readFixed(look(part.object), part) : undefined;
      const value = evaluate(frame, run);
      return value === cutShort ? undefined : value;
    };
    const inside = (part: Expression): FormulaError | undefined =>
      run.firstNaN(
        () => look(part),
        (lambda, inner) => lambda[code].explain(inner, run, explainNaN),
      );
    return how(node, look, (part) => this.source(part), inside);
  }

  /** The value of a name that stands for the same thing in every evaluation; undefined for parameters. */
  builtin(node: Expression, scope: Scope): unknown {
    if (node.type !== 'Identifier' || scope.find(node.name)) return undefined;
    return words.get(node.name) ?? builtins.get(node.name);
  }

  private compileName(node: Identifier, scope: Scope): Evaluator {
    const { name } = node;
    const place = scope.find(name);
    if (!place) {
      if (words.has(name)) return constant(words.get(name));
      if (builtins.has(name)) return constant(builtins.get(name));
      if (this.isBoard(node, scope))
        throw new FormulaError(
          'unsupported',
          'A formula reads one choice of the board by its name, as in board.queue.',
          node,
        );
      throw this.unknownName(node, scope);
    }
    const { slot, hops } = place;
    const read = readSlot(slot, hops);
    if (place.isData)
      return (frame, run) => {
        run.reads?.addWhole();
        return read(frame, run);
      };
    if (place.settled) return read;
    return (frame, run) => {
      const value = read(frame, run);
      if (value === unset) throw new FormulaError('type', `"${name}" is read before it has a value.`, node);
      return value;
    };
  }

  private unknownName(node: Identifier, scope: Scope): FormulaError {
    const name = quote(node.name);
    if (namesOfThePage.has(node.name)) {
      return new FormulaError(
        'unknown-name',
        `A formula has no ${name}: it sees the data and nothing of the page.`,
        node,
      );
    }
    if (node.name === 'row')
      return new FormulaError(
        'unknown-name',
        'There is no "row" here: only the columns of a table have one.',
        node,
      );
    const suggestion = didYouMean(node.name, [...scope.names(), ...words.keys(), ...builtins.keys()]);
    const example = ' The statistics are in "data", as in data.workspace_statistics.realtime.total_tasks.';
    return new FormulaError('unknown-name', `There is no ${name}.${suggestion || example}`, node);
  }

  private compileChain(expression: Evaluator): Evaluator {
    return (frame, run) => {
      const value = expression(frame, run);
      return value === cutShort ? undefined : value;
    };
  }

  private compileConditional(test: Evaluator, consequent: Evaluator, alternate: Evaluator): Evaluator {
    return (frame, run) => (test(frame, run) ? consequent(frame, run) : alternate(frame, run));
  }
}

function constant(value: unknown): Evaluator {
  return () => value;
}

/** Reads a variable `hops` frames out. */
function readSlot(slot: number, hops: number): Evaluator {
  const read = slotReader(slot);
  if (hops === 0) return read;
  return (frame) => {
    let outer = frame;
    for (let i = 0; i < hops; i++) outer = outer.outer as Frame;
    return read(outer);
  };
}

function slotReader(slot: number): (frame: Frame) => unknown {
  switch (slot) {
    case 1:
      return (frame) => frame.first;
    case 2:
      return (frame) => frame.second;
    case 3:
      return (frame) => frame.third;
    default:
      return (frame) => frame.more?.[slot - 4];
  }
}

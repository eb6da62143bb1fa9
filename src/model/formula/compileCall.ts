import { call } from './call';
import { toKey } from './coercion';
import type { Compiler } from './Compiler';
import { isNothing } from './compileMember';
import { spreadInto } from './compileCollections';
import { didYouMean } from './didYouMean';
import { explainMissing } from './explainMissing';
import { explainNaN } from './explainNaN';
import { fixedKey } from './fixedKey';
import { FormulaError } from './FormulaError';
import type { Span } from './FormulaError';
import { methodNames, methodOf, methods } from './methods';
import { checkCount, mostArguments } from './mostArguments';
import { readProperty } from './property';
import type { Run } from './Run';
import type { Scope } from './scope';
import type { CallExpression, Expression, MemberExpression } from './syntax';
import { Builtin, cutShort, describeKind, isCallable, members, name, native, quote } from './values';
import type { Evaluator, Frame } from './values';
import { readsOfData, words } from './words';

type Given = (frame: Frame, run: Run) => unknown[];

export function compileCall(compiler: Compiler, node: CallExpression, scope: Scope): Evaluator {
  const { callee } = node;
  if (callee.type === 'MemberExpression') {
    const known = knownMember(compiler, callee, scope);
    return known ? compileKnown(compiler, node, known, scope) : compileMethod(compiler, node, callee, scope);
  }
  const builtin = compiler.builtin(callee, scope);
  if (builtin instanceof Builtin && builtin[native]) {
    compiler.cost++;
    return compileKnown(compiler, node, builtin, scope);
  }
  return compileValueCall(compiler, node, scope);
}

/** `Math.max` and the like: what is called is known before the formula runs. */
function knownMember(compiler: Compiler, callee: MemberExpression, scope: Scope): Builtin | undefined {
  const holder = compiler.builtin(callee.object, scope);
  const key = fixedKey(callee);
  if (!(holder instanceof Builtin) || key === undefined) return undefined;
  const member = compiler.guard(callee, () => readProperty(holder, key));
  return member instanceof Builtin && member[native] ? member : undefined;
}

function compileKnown(compiler: Compiler, node: CallExpression, known: Builtin, scope: Scope): Evaluator {
  const { [native]: work, [name]: called } = known;
  compiler.guard(surplusOf(node, mostArguments(called)), () => checkCount(called, writtenCount(node)));
  const given = compileGiven(compiler, node, scope);
  const isSpread = hasSpread(node);
  return (frame, run) => {
    const list = given(frame, run);
    try {
      if (isSpread) checkCount(called, list.length);
      return work?.(list, run);
    } catch (error: unknown) {
      throw error instanceof FormulaError ? error.at(node) : error;
    }
  };
}

function compileMethod(
  compiler: Compiler,
  node: CallExpression,
  callee: MemberExpression,
  scope: Scope,
): Evaluator {
  const object = compiler.compile(callee.object, scope);
  const fixed = fixedKey(callee);
  const property = fixed === undefined ? compiler.compile(callee.property, scope) : undefined;
  const fixedMethods = typeof fixed === 'string' ? methods.get(fixed) : undefined;
  const given = compileGiven(compiler, node, scope);
  if (node.optional || callee.optional || compiler.mayCutShort.has(callee.object))
    compiler.mayCutShort.add(node);

  const invoke = (receiver: unknown, frame: Frame, run: Run): unknown => {
    const key = fixed ?? toKey(property?.(frame, run), run);
    const named = property ? methods.get(String(key)) : fixedMethods;
    const method = methodOf(receiver, key, named);
    if (method) {
      const list = given(frame, run);
      checkCount(`.${key}`, list.length);
      return method(receiver as never, list, run);
    }
    const value = readProperty(receiver, key);
    if (value === undefined || value === null) {
      if (node.optional) return cutShort;
      throw noMethod(receiver, key);
    }
    if (!isCallable(value)) throw notCallable(compiler.source(callee), value);
    return call(value, given(frame, run), run);
  };

  return (frame, run) => {
    const receiver = object(frame, run);
    if (receiver === null || receiver === undefined || receiver === cutShort) {
      const key = (): string | number => fixed ?? toKey(property?.(frame, run), run);
      if (isNothing(compiler, callee, receiver, frame, run, key)) return cutShort;
    }
    try {
      return invoke(receiver, frame, run);
    } catch (error: unknown) {
      throw error instanceof FormulaError ? error.at(node) : error;
    }
  };
}

function noMethod(receiver: unknown, key: string | number): FormulaError {
  const suggestion = didYouMean(String(key), methodNames(receiver));
  return new FormulaError(
    'type',
    `There is no ${quote(`${key}`)} to call on ${describeKind(receiver)}.${suggestion}`,
  );
}

function notCallable(source: string, value: unknown): FormulaError {
  if (value instanceof Builtin) {
    return new FormulaError(
      'type',
      `${source} itself cannot be called; its members can, such as ${source}.${[...value[members].keys()][0]}(…).`,
    );
  }
  const reason =
    typeof value === 'function'
      ? 'a function of the page and cannot be called'
      : `${describeKind(value)} and cannot be called like a function`;
  return new FormulaError('type', `${source} is ${reason}.`);
}

/** Calls of anything but a method: a parameter, an arrow in parentheses, what another call gave. */
function compileValueCall(compiler: Compiler, node: CallExpression, scope: Scope): Evaluator {
  const callee = compiler.compile(node.callee, scope);
  const given = compileGiven(compiler, node, scope);
  if (node.optional || compiler.mayCutShort.has(node.callee)) compiler.mayCutShort.add(node);
  return (frame, run) => {
    const value = callee(frame, run);
    if (value === cutShort) return cutShort;
    if (node.optional && (value === null || value === undefined)) return cutShort;
    if (!isCallable(value)) throw notCallable(compiler.source(node.callee), value).at(node);
    const list = given(frame, run);
    try {
      return call(value, list, run);
    } catch (error: unknown) {
      if (!(error instanceof FormulaError)) throw error;
      const lost = lostArgument(compiler, node, list, error);
      throw lost ? compiler.explain(lost, frame, run.toExplain()) : error.at(node);
    }
  };
}

/** What an arrow was given that is nothing, where the error is about the parameter of that name: `((x) => x.y)(data.typo)`. */
function lostArgument(
  compiler: Compiler,
  { callee, arguments: written }: CallExpression,
  list: readonly unknown[],
  error: FormulaError,
): Expression | undefined {
  if (callee.type !== 'ArrowFunctionExpression' || error.code !== 'type') return undefined;
  const about = compiler.text.slice(error.start, error.end);
  const index = callee.params.findIndex((param) => param.type === 'Identifier' && param.name === about);
  const argument = written[index];
  const isLost =
    list[index] === undefined && argument && written.every(({ type }) => type !== 'SpreadElement');
  return isLost ? (argument as Expression) : undefined;
}

const hasSpread = (node: CallExpression): boolean =>
  node.arguments.some((part) => part.type === 'SpreadElement');

/** How many values the text gives for sure. */
const writtenCount = (node: CallExpression): number =>
  node.arguments.filter((part) => part.type !== 'SpreadElement').length;

/** The values that are too many, or the call where there are none. */
function surplusOf(node: CallExpression, most: number): Span {
  const first = node.arguments[most];
  const last = node.arguments[node.arguments.length - 1];
  return first && last ? { start: first.start, end: last.end } : node;
}

/** The values between the parentheses of a call. */
function compileGiven(compiler: Compiler, node: CallExpression, scope: Scope): Given {
  const isWord =
    node.callee.type === 'Identifier' && compiler.builtin(node.callee, scope) === words.get(node.callee.name);
  const recordsReads = isWord && readsOfData.has((node.callee as { name: string }).name);
  const parts = node.arguments.map((part) => {
    const spread = part.type === 'SpreadElement';
    const value = spread ? part.argument : part;
    const evaluate =
      recordsReads && !spread && compiler.isData(value, scope)
        ? compiler.compileData(value, scope)
        : compiler.compile(value, scope);
    return { spread, node: part, evaluate };
  });
  if (parts.some((part) => part.spread)) {
    return (frame, run) => {
      const list: unknown[] = [];
      for (const part of parts) {
        const value = part.evaluate(frame, run);
        if (part.spread) compiler.guard(part.node, () => spreadInto(list, value, run));
        else list.push(value);
      }
      return list;
    };
  }
  const evaluators = parts.map((part) => part.evaluate);
  if (isWord && words.has((node.callee as { name: string }).name))
    return wordGiven(compiler, node, evaluators);
  const [first, second] = evaluators;
  if (!first) return () => [];
  if (!second) return (frame, run) => [first(frame, run)];
  if (evaluators.length === 2) return (frame, run) => [first(frame, run), second(frame, run)];
  return (frame, run) => evaluators.map((evaluate) => evaluate(frame, run));
}

/** A word is never given nothing, nor NaN: a name written wrong is explained where it stands. */
function wordGiven(compiler: Compiler, node: CallExpression, evaluators: readonly Evaluator[]): Given {
  return (frame, run) =>
    evaluators.map((evaluate, index) => {
      const value = evaluate(frame, run);
      const how = value === undefined ? explainMissing : Number.isNaN(value) ? explainNaN : undefined;
      if (how) throw compiler.explain(node.arguments[index] as Expression, frame, run.toExplain(), how);
      return value;
    });
}

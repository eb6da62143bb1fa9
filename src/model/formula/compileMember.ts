import { toKey } from './coercion';
import type { Compiler } from './Compiler';
import { FormulaError } from './FormulaError';
import { fixedKey } from './fixedKey';
import { readProperty } from './property';
import { ownAt } from './Reads';
import type { Run } from './Run';
import type { Scope } from './scope';
import type { Expression, MemberExpression } from './syntax';
import { cutShort, hasOwn, isObject, quote } from './values';
import type { Evaluator, Frame } from './values';
import { isSplits, splitMissing } from './whatIsCollected';

type Keyed = Readonly<Record<string | number, unknown>>;

export function compileMember(compiler: Compiler, node: MemberExpression, scope: Scope): Evaluator {
  const path = pathOf(node);
  if (path.length > 0) return compilePath(compiler, path, scope);
  const object = compiler.compile(node.object, scope);
  if (node.optional || compiler.mayCutShort.has(node.object)) compiler.mayCutShort.add(node);
  return computed(compiler, node, object, scope);
}

/** The links of `x.a.b['c']` whose keys are in the text, the innermost first. They are read in one go. */
function pathOf(node: MemberExpression): MemberExpression[] {
  const links: MemberExpression[] = [];
  for (let link: Expression = node; link.type === 'MemberExpression'; link = link.object) {
    if (fixedKey(link) === undefined) break;
    links.unshift(link);
  }
  return links;
}

function compilePath(compiler: Compiler, links: readonly MemberExpression[], scope: Scope): Evaluator {
  const [first] = links as [MemberExpression];
  if (compiler.isBoard(first.object, scope)) return compileBoardPath(compiler, first, links.slice(1));
  const isData = compiler.isData(first.object, scope);
  const object = isData ? compiler.compileData(first.object, scope) : compiler.compile(first.object, scope);
  let mayCutShort = compiler.mayCutShort.has(first.object);
  for (const link of links) {
    mayCutShort ||= link.optional;
    if (mayCutShort) compiler.mayCutShort.add(link);
  }
  compiler.cost += links.length - 1;
  const keys = links.map((link) => fixedKey(link) as string | number);
  const slowly = (index: number, value: unknown, frame: Frame, run: Run): unknown => {
    const [link, key] = [links[index] as MemberExpression, keys[index] as string | number];
    if (isNothing(compiler, link, value, frame, run, () => key)) return cutShort;
    return compiler.guard(link, () => readProperty(value, key));
  };
  if (isData) return compileDataPath(keys, object, slowly);
  const [only] = keys as [string | number];
  if (keys.length === 1) {
    return (frame, run) => {
      const value = object(frame, run);
      if (typeof value === 'object' && value !== null && hasOwn(value, only)) return (value as Keyed)[only];
      return slowly(0, value, frame, run);
    };
  }
  return (frame, run) => {
    let value = object(frame, run);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string | number;
      if (typeof value === 'object' && value !== null && hasOwn(value, key)) value = (value as Keyed)[key];
      else value = slowly(i, value, frame, run);
    }
    return value;
  };
}

/** `board.queue.length`: what is chosen, and what is read of that. */
function compileBoardPath(
  compiler: Compiler,
  first: MemberExpression,
  links: readonly MemberExpression[],
): Evaluator {
  compiler.cost += links.length;
  const chosen = compiler.compileChoice(first);
  return (frame, run) =>
    links.reduce(
      (value, link) => compiler.guard(link, () => readProperty(value, fixedKey(link) as string | number)),
      chosen(frame, run),
    );
}

/** `data.a.b`. What is at its end is recorded as read; or what is met where the path ends before. */
function compileDataPath(
  keys: readonly (string | number)[],
  object: Evaluator,
  slowly: (index: number, value: unknown, frame: Frame, run: Run) => unknown,
): Evaluator {
  const again = (data: unknown): unknown => ownAt(data, keys);
  return (frame, run) => {
    let value = object(frame, run);
    let isKnown = true;
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string | number;
      if (typeof value === 'object' && value !== null && hasOwn(value, key)) {
        value = (value as Keyed)[key];
        continue;
      }
      if (isKnown && run.reads) {
        const isMissing = typeof value === 'object' && value !== null;
        const count = isMissing ? i + 1 : i;
        run.reads.add((data) => ownAt(data, keys, count), isMissing ? undefined : value);
      }
      isKnown = false;
      value = slowly(i, value, frame, run);
    }
    if (isKnown) run.reads?.add(again, value);
    return value;
  };
}

/** What a link with a fixed key gives for explanations: its own properties, without complaint. */
export function readFixed(object: unknown, link: MemberExpression): unknown {
  const key = fixedKey(link);
  return key !== undefined && isObject(object) && hasOwn(object, key) ? (object as Keyed)[key] : undefined;
}

function computed(compiler: Compiler, node: MemberExpression, object: Evaluator, scope: Scope): Evaluator {
  const property = compiler.compile(node.property, scope);
  return (frame, run) => {
    const value = object(frame, run);
    const key = (): string | number => toKey(property(frame, run), run);
    if (isNothing(compiler, node, value, frame, run, key)) return cutShort;
    return compiler.guard(node, () => readProperty(value, key()));
  };
}

/** True where `?.` cuts the chain short; throws where nothing can be read. */
export function isNothing(
  compiler: Compiler,
  node: MemberExpression,
  value: unknown,
  frame: Frame,
  run: Run,
  key: () => string | number,
): boolean {
  if (value === cutShort) return true;
  if (value !== null && value !== undefined) return false;
  if (node.optional) return true;
  if (value === undefined) {
    const reason = compiler.explain(node.object, frame, run.toExplain());
    throw new FormulaError('type', reason.message, reason);
  }
  const name = compiler.guard(node, key);
  const source = compiler.source(node.object);
  if (isSplits(source)) throw new FormulaError('type', splitMissing(name, value), node);
  throw new FormulaError(
    'type',
    `${source} is null, so ${quote(String(name))} cannot be read from it. If that can happen, write ?. instead of the full stop.`,
    node,
  );
}

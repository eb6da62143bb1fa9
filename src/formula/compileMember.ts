import { toKey } from './coercion';
import type { Compiler } from './Compiler';
import { FormulaError } from './FormulaError';
import { readProperty } from './property';
import type { Run } from './Run';
import type { Scope } from './scope';
import type { MemberExpression } from './syntax';
import { cutShort, hasOwn, quote } from './values';
import type { Evaluator, Frame } from './values';

export function compileMember(compiler: Compiler, node: MemberExpression, scope: Scope): Evaluator {
  const object = compiler.compile(node.object, scope);
  if (node.optional || compiler.mayCutShort.has(node.object)) compiler.mayCutShort.add(node);
  const fixed = fixedKey(node);
  return fixed === undefined ? computed(compiler, node, object, scope) : named(compiler, node, object, fixed);
}

/** The key, where the text says it. */
export function fixedKey({ property }: MemberExpression): string | number | undefined {
  if (property.type !== 'Literal') return undefined;
  return typeof property.value === 'number' ? property.value : String(property.value);
}

function named(
  compiler: Compiler,
  node: MemberExpression,
  object: Evaluator,
  key: string | number,
): Evaluator {
  const read = (value: unknown, frame: Frame, run: Run): unknown =>
    isNothing(compiler, node, value, frame, run, () => key)
      ? cutShort
      : compiler.guard(node, () => readProperty(value, key));
  return (frame, run) => {
    const value = object(frame, run);
    if (typeof value === 'object' && value !== null && hasOwn(value, key)) {
      return (value as Record<string | number, unknown>)[key];
    }
    return read(value, frame, run);
  };
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
    const reason = compiler.explain(node.object, frame, run.data);
    throw new FormulaError('type', reason.message, reason);
  }
  const name = compiler.guard(node, key);
  throw new FormulaError(
    'type',
    `${compiler.source(node.object)} is null, so ${quote(String(name))} cannot be read from it. If that can happen, write ?. instead of the full stop.`,
    node,
  );
}

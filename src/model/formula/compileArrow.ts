import { toKey } from './coercion';
import type { Compiler } from './Compiler';
import { entriesOf } from './entriesOf';
import { FormulaError } from './FormulaError';
import { patternNames } from './patternNames';
import { readProperty } from './property';
import type { Run } from './Run';
import { keysOf, define } from './objectBuiltin';
import { Scope } from './scope';
import type { ArrayPattern, ArrowFunctionExpression, Identifier, ObjectPattern, Pattern } from './syntax';
import { describeKind, Frame, Lambda, unset } from './values';
import type { Evaluator, LambdaCode } from './values';

/** Gives the names of a parameter their values. */
type Binder = (frame: Frame, value: unknown, run: Run) => void;

export function compileArrow(compiler: Compiler, node: ArrowFunctionExpression, outer: Scope): Evaluator {
  const around = compiler.cost;
  compiler.cost = 1;
  const scope = new Scope(outer);
  const isPlain = node.params.every((param) => param.type === 'Identifier');
  const bind = isPlain
    ? bindPlain(node.params as readonly Identifier[], scope)
    : bindPatterns(compiler, node, scope);
  const body = compiler.compile(node.body, scope);
  const code: LambdaCode = {
    body,
    cost: compiler.cost,
    plain: isPlain ? node.params.length : -1,
    bind,
    explain: (frame, run, how) => compiler.explain(node.body, frame, run.toExplain(), how),
  };
  compiler.cost = around;
  return (frame) => new Lambda(code, frame);
}

function bindPlain(params: readonly Identifier[], scope: Scope): LambdaCode['bind'] {
  for (const { name } of params) scope.declare(name);
  const { length } = params;
  return (outer, list) => {
    const more = length > 3 ? Array.from({ length: length - 3 }, (_, i) => list[i + 3]) : undefined;
    return new Frame(outer, list[0], list[1], list[2], more);
  };
}

function bindPatterns(compiler: Compiler, node: ArrowFunctionExpression, scope: Scope): LambdaCode['bind'] {
  for (const { name } of node.params.flatMap(patternNames)) scope.declare(name);
  scope.settled = false;
  const binders = node.params.map((param) => ({ param, bind: compileBinder(compiler, param, scope) }));
  scope.settled = true;
  return (outer, list, run) => {
    const more = scope.size > 3 ? Array.from({ length: scope.size - 3 }, () => unset) : undefined;
    const frame = new Frame(outer, unset, unset, unset, more);
    binders.forEach(({ param, bind }, index) =>
      bind(frame, param.type === 'RestElement' ? list.slice(index) : list[index], run),
    );
    return frame;
  };
}

function compileBinder(compiler: Compiler, pattern: Pattern, scope: Scope): Binder {
  switch (pattern.type) {
    case 'Identifier': {
      return writeSlot(scope.find(pattern.name)?.slot ?? 0);
    }
    case 'AssignmentPattern': {
      const bind = compileBinder(compiler, pattern.left, scope);
      const fallback = compiler.compile(pattern.right, scope);
      return (frame, value, run) => bind(frame, value === undefined ? fallback(frame, run) : value, run);
    }
    case 'RestElement':
      return compileBinder(compiler, pattern.argument, scope);
    case 'ArrayPattern':
      return bindList(compiler, pattern, scope);
    case 'ObjectPattern':
      return bindObject(compiler, pattern, scope);
  }
}

function writeSlot(slot: number): Binder {
  switch (slot) {
    case 1:
      return (frame, value) => void (frame.first = value);
    case 2:
      return (frame, value) => void (frame.second = value);
    case 3:
      return (frame, value) => void (frame.third = value);
    default:
      return (frame, value) => void (frame.more && (frame.more[slot - 4] = value));
  }
}

function bindList(compiler: Compiler, pattern: ArrayPattern, scope: Scope): Binder {
  const binders = pattern.elements.map(
    (element) =>
      element && { rest: element.type === 'RestElement', bind: compileBinder(compiler, element, scope) },
  );
  return (frame, value, run) => {
    const entries = compiler.guard(pattern, () => entriesOf(value, run));
    binders.forEach((binder, index) => {
      if (!binder) return;
      if (binder.rest) run.charge(entries.length);
      binder.bind(frame, binder.rest ? [...entries].slice(index) : entries[index], run);
    });
  };
}

function bindObject(compiler: Compiler, pattern: ObjectPattern, scope: Scope): Binder {
  const binders = pattern.properties.map((property) =>
    property.type === 'Property'
      ? {
          key: compiler.compile(property.key, scope),
          span: property,
          bind: compileBinder(compiler, property.value, scope),
        }
      : { key: undefined, span: property, bind: compileBinder(compiler, property, scope) },
  );
  return (frame, value, run) => {
    if (value === null || value === undefined) {
      throw new FormulaError(
        'type',
        `${describeKind(value)} was given for ${compiler.source(pattern)}.`,
        pattern,
      );
    }
    const taken = new Set<string>();
    for (const { key, span, bind } of binders) {
      if (key) {
        const name = compiler.guard(span, () => toKey(key(frame, run), run));
        taken.add(String(name));
        bind(
          frame,
          compiler.guard(span, () => readProperty(value, name)),
          run,
        );
      } else
        bind(
          frame,
          compiler.guard(span, () => restOf(value, taken, run)),
          run,
        );
    }
  };
}

/** `{ a, ...rest }`: everything that was not taken. */
function restOf(value: unknown, taken: ReadonlySet<string>, run: Run): unknown {
  const rest: Record<string, unknown> = {};
  for (const key of keysOf(value, run)) {
    if (!taken.has(key)) define(rest, key, (value as Record<string, unknown>)[key]);
  }
  return rest;
}

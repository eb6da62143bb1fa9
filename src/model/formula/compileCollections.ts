import { toKey, toText } from './coercion';
import type { Compiler } from './Compiler';
import { entriesOf } from './entriesOf';
import { copyInto, define } from './objectBuiltin';
import type { Run } from './Run';
import type { Scope } from './scope';
import type { ArrayExpression, ObjectExpression, TemplateLiteral } from './syntax';
import type { Evaluator, Frame } from './values';

/** `...value`; holes become undefined. */
export function spreadInto(list: unknown[], value: unknown, run: Run): void {
  const entries = entriesOf(value, run);
  run.charge(entries.length);
  run.checkList(list.length + entries.length);
  for (let i = 0; i < entries.length; i++) list.push(entries[i]);
}

export function compileArray(compiler: Compiler, node: ArrayExpression, scope: Scope): Evaluator {
  type Step = (list: unknown[], frame: Frame, run: Run) => void;
  const steps = node.elements.map((element): Step => {
    if (element === null) return (list) => void list.length++;
    if (element.type === 'SpreadElement') {
      const argument = compiler.compile(element.argument, scope);
      return (list, frame, run) => {
        const value = argument(frame, run);
        compiler.guard(element, () => spreadInto(list, value, run));
      };
    }
    const evaluate = compiler.compile(element, scope);
    return (list, frame, run) => void list.push(evaluate(frame, run));
  });
  return (frame, run) => {
    const list: unknown[] = [];
    for (let i = 0; i < steps.length; i++) steps[i]?.(list, frame, run);
    return list;
  };
}

export function compileObject(compiler: Compiler, node: ObjectExpression, scope: Scope): Evaluator {
  type Step = (object: Record<string, unknown>, frame: Frame, run: Run) => void;
  const steps = node.properties.map((property): Step => {
    if (property.type === 'SpreadElement') {
      const argument = compiler.compile(property.argument, scope);
      return (object, frame, run) => {
        const value = argument(frame, run);
        compiler.guard(property, () => copyInto(object, value, run));
      };
    }
    const key = compiler.compile(property.key, scope);
    const value = compiler.compile(property.value, scope);
    return (object, frame, run) => {
      const name = compiler.guard(property.key, () => toKey(key(frame, run), run));
      compiler.guard(property, () => define(object, name, value(frame, run)));
    };
  });
  return (frame, run) => {
    const object: Record<string, unknown> = {};
    for (const step of steps) step(object, frame, run);
    return object;
  };
}

export function compileTemplate(compiler: Compiler, node: TemplateLiteral, scope: Scope): Evaluator {
  const { texts, expressions } = node;
  const parts = expressions.map((expression) => compiler.compile(expression, scope));
  return (frame, run) => {
    let text = texts[0] ?? '';
    for (let i = 0; i < parts.length; i++) {
      const value = parts[i]?.(frame, run);
      text += compiler.guard(expressions[i] ?? node, () => toText(value, run)) + (texts[i + 1] ?? '');
      run.checkText(text.length);
    }
    run.chargeText(text.length);
    return text;
  };
}

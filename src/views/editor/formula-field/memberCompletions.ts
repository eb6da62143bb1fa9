import { builtins } from '../../../model/formula/builtins';
import type { Span } from '../../../model/formula';
import { methodNames } from '../../../model/formula/methods';
import { Builtin, members, native } from '../../../model/formula/values';
import type { Completion } from './Completion';
import { documentationOf } from './documentation';
import type { ExampleScope } from './ExampleScope';
import type { FormulaText } from './FormulaText';
import { isName, quoted } from './spelling';

/** What may follow a dot: fields and methods of the value before it. */
export function memberCompletions(
  formula: FormulaText,
  dot: number,
  part: Span,
  scope: ExampleScope,
): readonly Completion[] {
  const receiver = formula.chainEndingAt(dot - 1);
  if (!receiver) return [];
  const isCalled = formula.text[part.end] === '(';
  const source = formula.slice(receiver);
  const builtin = builtins.get(source);
  if (builtin instanceof Builtin && !scope.names.includes(source)) return membersOf(builtin, part, isCalled);

  if (source === 'board' && !scope.names.includes(source))
    return [...scope.board].map(([name, { value }]) => ({
      label: name,
      kind: 'field',
      ...part,
      insert: name,
      value,
    }));

  const value = scope.valueOf(receiver);
  if (value === undefined || value === null) return [];
  const start = formula.lexemes[dot]?.start ?? part.start;
  return [
    ...fieldsOf(value, part, { start, isOptional: formula.at(dot) === '?.' }),
    ...methodNames(value)
      .filter((name) => !seldom.includes(name))
      .map((name) => methodCompletion(name, value, part, isCalled)),
  ];
}

/** They are there for completeness of the language, and nobody looks for them. */
const seldom = [
  'forEach',
  'hasOwnProperty',
  'toString',
  'valueOf',
  'toExponential',
  'charCodeAt',
  'codePointAt',
  'substr',
];

function fieldsOf(
  value: unknown,
  part: Span,
  dot: { readonly start: number; readonly isOptional: boolean },
): readonly Completion[] {
  const keys =
    Array.isArray(value) || typeof value === 'string'
      ? ['length']
      : typeof value === 'object'
        ? Object.keys(value as object)
        : [];
  return keys.map((key) => ({
    label: key,
    kind: 'field',
    ...(isName(key)
      ? { ...part, insert: key }
      : { start: dot.start, end: part.end, insert: `${dot.isOptional ? '?.' : ''}[${quoted(key)}]` }),
    ...documentationOf(key),
    value: Object.getOwnPropertyDescriptor(value, key)?.value as unknown,
  }));
}

/** Methods that take an arrow. */
const takesArrow = [
  'every',
  'filter',
  'find',
  'findIndex',
  'findLast',
  'findLastIndex',
  'flatMap',
  'map',
  'some',
];

function methodCompletion(name: string, receiver: unknown, part: Span, isCalled: boolean): Completion {
  const parameter = takesArrow.includes(name) ? `(${parameterFor(receiver)}) => ` : '';
  const insert = isCalled ? name : `${name}(${parameter})`;
  return {
    label: name,
    kind: 'method',
    ...part,
    insert,
    ...(isCalled ? {} : { caret: insert.length - 1 }),
    ...documentationOf(`.${name}`),
  };
}

/** `q` for queues, `a` for activities, `x` for all else. */
function parameterFor(list: unknown): string {
  const entry: unknown = Array.isArray(list) ? list[0] : undefined;
  if (typeof entry !== 'object' || entry === null) return 'x';
  return 'workers' in entry ? 'a' : 'friendly_name' in entry ? 'q' : 'x';
}

function membersOf(builtin: Builtin, part: Span, isCalled: boolean): readonly Completion[] {
  return [...builtin[members]].map(([name, member]) => {
    if (!(member instanceof Builtin) || member[native] === null)
      return { label: name, kind: 'name', ...part, insert: name, value: member };
    const insert = isCalled ? name : `${name}()`;
    return {
      label: name,
      kind: 'method',
      ...part,
      insert,
      ...(isCalled ? {} : { caret: insert.length - 1 }),
    };
  });
}

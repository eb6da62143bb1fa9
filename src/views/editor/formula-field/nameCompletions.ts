import { builtins } from '../../../model/formula/builtins';
import type { Span } from '../../../model/formula';
import { Builtin, members, native } from '../../../model/formula/values';
import { words } from '../../../model/formula/words';
import type { Completion } from './Completion';
import { documentationOf } from './documentation';
import type { ExampleScope } from './ExampleScope';
import type { FormulaText } from './FormulaText';
import { activitiesIn, queuesIn } from './namesInData';
import { quoted, readOf } from './spelling';

/** From so many characters on, names deep in the data are looked for as well. */
const fewest = 2;

/** What an expression may begin with: parameters, the data and what lies in it, words, and the names of JavaScript. */
export function nameCompletions(
  formula: FormulaText,
  part: Span,
  typed: string,
  scope: ExampleScope,
  data: unknown,
): readonly Completion[] {
  const isCalled = formula.text[part.end] === '(';
  const { names } = scope;
  const parameters = names.map((name): Completion => {
    return { label: name, kind: 'parameter', ...part, insert: name, value: scope.evaluate(name) };
  });
  const plain = (name: string): Completion => ({ label: name, kind: 'name', ...part, insert: name });
  const whole: Completion = { ...plain('data'), kind: 'field', ...documentationOf('data'), value: data };
  const chosen: readonly Completion[] =
    scope.board.size > 0 ? [{ ...plain('board'), kind: 'field', ...documentationOf('board') }] : [];
  const own = [
    whole,
    ...chosen,
    ...[...words.keys()].map((name) => callCompletion(name, 'word', part, isCalled)),
    ...[...builtins].map(([name, value]) => {
      const isFunction = value instanceof Builtin && value[native] !== null && value[members].size === 0;
      return isFunction ? callCompletion(name, 'name', part, isCalled) : plain(name);
    }),
    ...['true', 'false', 'null', 'typeof'].map(plain),
  ].filter(({ label }) => !names.includes(label));
  return [...parameters, ...own, ...(typed.length < fewest || isCalled ? [] : found(part, data))];
}

/** Words whose only argument is a name: the quotes are typed for the user. */
const takesName = ['queue', 'activity', 'agents', 'longestIn'];

function callCompletion(name: string, kind: 'word' | 'name', part: Span, isCalled: boolean): Completion {
  const insert = isCalled ? name : `${name}(${takesName.includes(name) ? "''" : ''})`;
  const caret = name.length + (takesName.includes(name) ? 2 : 1);
  return { label: name, kind, ...part, insert, ...(isCalled ? {} : { caret }), ...documentationOf(name) };
}

/** Queues and activities by their names, and every single figure of the workspace with the way to it. */
function found(part: Span, data: unknown): readonly Completion[] {
  return [
    ...queuesIn(data).map(([name, value]): Completion => ({
      label: name,
      kind: 'queue',
      ...part,
      insert: `queue(${quoted(name)})`,
      value,
    })),
    ...activitiesIn(data).map(([name, value]): Completion => ({
      label: name,
      kind: 'activity',
      ...part,
      insert: `activity(${quoted(name)})`,
      value,
    })),
    ...figuresIn(
      Object.getOwnPropertyDescriptor(data ?? {}, 'workspace_statistics')?.value,
      'data.workspace_statistics',
      part,
    ),
  ];
}

function figuresIn(value: unknown, place: string, part: Span): readonly Completion[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]): readonly Completion[] => {
    const path = place + readOf(key);
    if (typeof entry === 'object' && entry !== null) return figuresIn(entry, path, part);
    // Nobody makes a tile of these.
    if (key.endsWith('_sid')) return [];
    return [
      { label: key, kind: 'field', ...part, insert: path, place, ...documentationOf(key), value: entry },
    ];
  });
}

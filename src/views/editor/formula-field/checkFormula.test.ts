import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { inEnglish } from '../../../testing/inEnglish';
import { checkFormula } from './checkFormula';

/** The message, and the part of the formula that it is about. */
function problemOf(
  text: string,
  data: unknown = busyDay,
): readonly [message: string, part: string] | undefined {
  const check = checkFormula(text, data);
  if (check.kind !== 'problem') return undefined;
  return [inEnglish(check.problem), text.slice(check.span.start, check.span.end)];
}

it('gives the value that a tile would show', () => {
  expect(checkFormula('waiting(data)', busyDay)).toEqual({ kind: 'value', value: 7 });
  expect(checkFormula('percent(0, 0)', busyDay)).toEqual({ kind: 'value', value: null });
  expect(checkFormula('"a"', busyDay)).toEqual({ kind: 'value', value: 'a' });
  expect(checkFormula('1 > 2', busyDay)).toEqual({ kind: 'value', value: false });
});

it('names the part that is no formula', () => {
  expect(problemOf('1 = 2')).toEqual(['Unexpected "=". To compare, write ===.', '=']);
});

it('names the part that lost its value, and what was probably meant', () => {
  expect(problemOf('1 + data.workspace_statistics.realtime.total_taskz')?.[1]).toBe('total_taskz');
  expect(problemOf('data.workspace_statistics.realtime.total_taskz')).toEqual([
    'data.workspace_statistics.realtime has no "total_taskz". Did you mean "total_tasks"?',
    'total_taskz',
  ]);
  expect(problemOf('total_tasks')).toEqual([
    'There is no "total_tasks" by itself. Did you mean data.workspace_statistics.realtime.total_tasks?',
    'total_tasks',
  ]);
  expect(problemOf("activity('Lunch') + 1")?.[1]).toBe("activity('Lunch')");
});

it('refuses lists and objects, which no tile shows', () => {
  expect(problemOf('data.queues')).toEqual([
    'The formula gives a list; a tile shows one value, such as its .length.',
    'data.queues',
  ]);
  expect(problemOf('data')).toEqual(['The formula gives an object; a tile shows one value of it.', 'data']);
});

it('finds mistakes in the text while there is no data, and no others', () => {
  expect(problemOf('1 +', undefined)).toBeDefined();
  expect(checkFormula('data.nothing', undefined)).toEqual({ kind: 'no-data' });
});

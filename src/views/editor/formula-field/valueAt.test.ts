import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { valueAt } from './valueAt';

/** The part and its value where `|` stands, or between two of them. */
function at(marked: string, data: unknown = busyDay): readonly unknown[] | undefined {
  const start = marked.indexOf('|');
  const end = marked.indexOf('|', start + 1);
  const text = marked.split('|').join('');
  const found = valueAt(text, { start, end: end < 0 ? start : end - 1 }, data);
  return found && [found.text, found.value, ...(found.isExample ? ['example'] : [])];
}

it('gives the value of the chain up to the name at the cursor', () => {
  const total = ['data.workspace_statistics.realtime.total_workers', 40];
  expect(at('data.workspace_statistics.realtime.total_wor|kers / 2')).toEqual(total);
  expect(at('data.workspace_statistics.realtime.total_workers| / 2')).toEqual(total);
  expect(at('1 + data.workspace_statistics.realtime.|total_workers')).toEqual(total);
  expect(at('da|ta.queues.length')).toEqual(['data', busyDay]);
});

it('gives the value of a call at its name, its brackets, and behind it', () => {
  const available = ["activity('Available')", 16];
  for (const formula of [
    "act|ivity('Available') * 2",
    "activity|('Available') * 2",
    "activity('Available')| * 2",
  ])
    expect([formula, at(formula)]).toEqual([formula, available]);
  expect(at('data.queues.fil|ter((q) => q.realtime.total_tasks > 5).length')?.[0]).toBe(
    'data.queues.filter((q) => q.realtime.total_tasks > 5)',
  );
});

it('gives the value for the first entry inside an arrow, and says so', () => {
  expect(at('data.queues.map((q) => q.friendly_na|me)')).toEqual(['q.friendly_name', 'Support', 'example']);
  expect(at('data.queues.map((|q|) => 1)')).toBeUndefined();
});

it('gives the value of what is selected', () => {
  expect(at('1 + |2 * 3| + 4')).toEqual(['2 * 3', 6]);
  expect(at('1 + | 2 * 3 |+ 4')).toEqual(['2 * 3', 6]);
  expect(at('|5| + 1')).toEqual(['5', 5]);
});

it('gives nothing given a selection that is no part by itself', () => {
  for (const formula of ['|wai|ting(data)', '1 |+| 2', 'data.queues|.length|'])
    expect([formula, at(formula)]).toEqual([formula, undefined]);
});

it('gives nothing on signs, numbers, texts, in mistakes and without data', () => {
  for (const formula of [
    '|',
    '1 +| 2',
    '12|',
    "'a|b'",
    'da|tum',
    'data.nothing|',
    'waiting|',
    'queue|("Nobody")',
  ])
    expect([formula, at(formula)]).toEqual([formula, undefined]);
  expect(valueAt('data', { start: 1, end: 1 }, undefined)).toBeUndefined();
});

it('works in a formula that is only half typed', () => {
  expect(at('data.queues.length| + (')).toEqual(['data.queues.length', 3]);
});

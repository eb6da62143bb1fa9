import { busyDay as afternoon } from '../../../model/formula/test-data/exampleDays';
import type { Completion } from './Completion';
import { completionsAt } from './completionsAt';

/** Completions where `|` stands. */
function at(marked: string, data: unknown = afternoon): readonly Completion[] {
  const position = marked.indexOf('|');
  return completionsAt(marked.slice(0, position) + marked.slice(position + 1), position, data);
}
const labels = (marked: string, data: unknown = afternoon): readonly string[] =>
  at(marked, data).map(({ label }) => label);
/** The formula after the completion of that label was taken where `|` stands; `|` is the cursor. */
function taken(marked: string, label: string, data: unknown = afternoon): string {
  const text = marked.replace('|', '');
  const found = at(marked, data).find((completion) => completion.label === label);
  if (!found) throw new Error(`No ${label} among ${labels(marked, data).join(', ')}`);
  const { start, end, insert, caret = insert.length } = found;
  return `${text.slice(0, start)}${insert.slice(0, caret)}|${insert.slice(caret)}${text.slice(end)}`;
}

it('offers the data and the words first given an empty formula', () => {
  expect(labels('|').slice(0, 10)).toEqual([
    'data',
    'queue',
    'activity',
    'waiting',
    'longestWait',
    'serviceLevel',
    'percent',
    'sum',
    'average',
    'seconds',
  ]);
});

it('offers names that begin as typed, at the start, in the middle and at the end', () => {
  expect(labels('wai|')[0]).toBe('waiting');
  expect(labels('1 + per|')[0]).toBe('percent');
  expect(labels('wai| + 1')[0]).toBe('waiting');
  expect(labels('Math.max(av|, 2)')[0]).toBe('average');
});

it('replaces the whole name given a cursor in the middle of it', () => {
  expect(taken('wai|tin(data)', 'waiting')).toBe('waiting|(data)');
  expect(taken('data.wo|_x.realtime', 'workspace_statistics')).toBe('data.workspace_statistics|.realtime');
});

it('offers the fields of the data after a dot, with what they are now', () => {
  expect(labels('data.|')).toEqual(Object.keys(afternoon));
  expect(at('data.workspace_statistics.realtime.total_w|')).toEqual([
    expect.objectContaining({
      label: 'total_workers',
      kind: 'field',
      value: 40,
      documentation: 'DocTotalWorkers',
    }),
  ]);
});

it('offers the same after a question mark and a dot, across lines and before a dot that is typed already', () => {
  expect(labels('data?.|')).toEqual(Object.keys(afternoon));
  expect(labels('data\n  .|')).toEqual(Object.keys(afternoon));
  expect(labels('data.|.realtime')).toEqual(Object.keys(afternoon));
  expect(labels('1 + data.|')).toEqual(Object.keys(afternoon));
});

it('puts a key that is no name into brackets, in place of the dot', () => {
  expect(taken('data.workspace_statistics.cumulative.split_by_wait_time.|', '20')).toBe(
    "data.workspace_statistics.cumulative.split_by_wait_time['20']|",
  );
  expect(taken('data.workspace_statistics.cumulative.split_by_wait_time?.|', '20')).toBe(
    "data.workspace_statistics.cumulative.split_by_wait_time?.['20']|",
  );
});

it('offers the keys of what is read in brackets', () => {
  expect(labels("data.workspace_statistics.cumulative.split_by_wait_time['|']")).toEqual(['5', '20']);
  expect(taken("data.workspace_statistics.cumulative.split_by_wait_time['|", '5')).toBe(
    "data.workspace_statistics.cumulative.split_by_wait_time['5']|",
  );
});

it('offers names of queues in the words that take one', () => {
  for (const formula of [
    "queue('|')",
    "queue('|",
    'queue("|',
    "waiting('|')",
    "serviceLevel('|', 20)",
    "waiting(['Sales', '|'])",
  ])
    expect([formula, labels(formula)]).toEqual([formula, ['Support', 'Sales', 'Billing']]);
  expect(labels("queue('Su|')")).toEqual(['Support']);
  expect(labels("queue('pp|')")).toEqual(['Support']);
});

it('offers names of activities in activity, with how many workers are in each', () => {
  expect(labels("activity('|')")).toContain('Lunch Break');
  expect(at("activity('Avail|')")[0]).toEqual(expect.objectContaining({ label: 'Available', value: 16 }));
});

it('closes the text and the call unless they are closed', () => {
  expect(taken("queue('Su|", 'Support')).toBe("queue('Support')|");
  expect(taken("queue('Su|')", 'Support')).toBe("queue('Support'|)");
  expect(taken('waiting("Su|', 'Support')).toBe('waiting("Support")|');
  expect(taken("serviceLevel('Su|', 20)", 'Support')).toBe("serviceLevel('Support'|, 20)");
});

it('escapes what would end the text', () => {
  const data = { queues: [{ friendly_name: "Joe's \\ queue" }] };
  expect(taken("queue('|", "Joe's \\ queue", data)).toBe("queue('Joe\\'s \\\\ queue')|");
  expect(taken('queue("|', "Joe's \\ queue", data)).toBe('queue("Joe\'s \\\\ queue")|');
});

it('offers nothing in other texts, numbers, comments and after a value', () => {
  for (const formula of [
    "'Su|'",
    "['|']",
    '12|',
    '1.|',
    '// da|',
    '/* da| */',
    'data |',
    ') |',
    '`da|`',
    'foo.|',
    'null.|',
  ])
    expect([formula, labels(formula)]).toEqual([formula, []]);
});

it('offers names in the part of a template that is code', () => {
  expect(labels('`a ${wai|} b`')[0]).toBe('waiting');
  expect(labels('`a ${data.| b')).toEqual(Object.keys(afternoon));
});

it('offers methods by the kind of the value before the dot', () => {
  expect(labels('data.queues.|')).toEqual(expect.arrayContaining(['length', 'filter', 'map']));
  expect(labels("'abc'.|")).toContain('toUpperCase');
  expect(labels('waiting(data).|')).toContain('toFixed');
  expect(labels('waiting(data).|')).not.toContain('map');
  expect(labels('Math.|')).toContain('max');
  expect(labels('[1, 2].|')).toContain('reduce');
});

it('takes a method with its brackets, unless they are there', () => {
  expect(taken('data.queues.fil|', 'filter')).toBe('data.queues.filter((q) => |)');
  expect(taken('data.queues.fil|(x)', 'filter')).toBe('data.queues.filter|(x)');
  expect(taken('waiting(data).toF|', 'toFixed')).toBe('waiting(data).toFixed(|)');
});

it('takes a word with its brackets, and with quotes where it needs a name', () => {
  expect(taken('wai|', 'waiting')).toBe('waiting(|)');
  expect(taken('que|', 'queue')).toBe("queue('|')");
});

it('offers the fields of an entry inside an arrow over a list', () => {
  const fields = ['task_queue_sid', 'friendly_name', 'realtime', 'cumulative'];
  for (const formula of [
    'data.queues.map((q) => q.|',
    'data.queues.map((q) => q.|)',
    'data.queues.filter(q => 1 > q.|).length',
    'data.queues.filter((q, i) => i > 0 && q.|',
    'sum(data.queues, (q) => q.|)',
    'data.queues.reduce((total, q) => total + q.|, 0)',
    'data.queues.map((a) => data.queues.map((q) => q.|))',
    'data.queues.filter((q) => q.realtime.total_tasks > 9999).map((q) => q.|',
    "data.queues.find((q) => q.friendly_name === 'Nobody').|",
    '((q) => q.|)(data.queues[1])',
    'data.queues.sort((a, q) => q.|)',
    'data.queues.map((q) => ({ a: q.|',
  ])
    expect([formula, labels(formula).slice(0, 4)]).toEqual([formula, fields]);
});

it('offers parameters first inside an arrow, and no more after it', () => {
  expect(labels('data.queues.map((q) => |)')[0]).toBe('q');
  expect(labels('data.queues.map((queue) => q|)')).toEqual(['queue']);
  expect(labels('data.queues.map((quaint) => 1) + q|')).not.toContain('quaint');
  expect(labels('data.queues.map(({ friendly_name: title }) => t|)')[0]).toBe('title');
  expect(labels('[(quaint) => 1, q|]')).not.toContain('quaint');
});

it('offers what the entries of a list have on the other side of a comparison', () => {
  expect(labels("data.queues.find((q) => q.friendly_name === '|')")).toEqual(['Support', 'Sales', 'Billing']);
  expect(labels("data.queues.filter((q) => q.friendly_name !== 'S|")).toEqual(['Support', 'Sales']);
});

it('finds names deep in the data by any of their words, from two characters on', () => {
  expect(at('longest|')[2]).toEqual(
    expect.objectContaining({
      insert: 'data.workspace_statistics.realtime.longest_task_waiting_age',
      place: 'data.workspace_statistics.realtime',
      value: 75,
    }),
  );
  expect(taken('1 + supp|', 'Support')).toBe("1 + queue('Support')|");
  expect(taken('avail|', 'Available')).toBe("activity('Available')|");
  expect(labels('l|')).not.toContain('longest_task_waiting_age');
});

it('offers only what the language has while there is no data', () => {
  expect(labels('|', null)).toContain('waiting');
  expect(labels("queue('|')", null)).toEqual([]);
  expect(labels('data.|', null)).toEqual([]);
});

it('offers what lies in the data however much there is of it', () => {
  const [queue] = afternoon.queues;
  const data = { ...afternoon, queues: Array.from({ length: 5_000 }, () => queue) };
  expect(labels('data.queues.|', data)).toContain('filter');
  expect(labels('data.queues.map((q) => q.|', data)).toContain('realtime');
});

it('offers something or nothing, and never fails, at every position of formulas cut off anywhere', () => {
  const formula =
    "((day) => day.a > 0 ? `x${queue('Su\\'pport').realtime?.['a']}` : [1, ...data.queues.map(({ a: b = 1 }, i) => ({ b }))][0])(data) // z";
  for (let length = 0; length <= formula.length; length++) {
    const cut = formula.slice(0, length);
    for (const position of [0, Math.floor(length / 2), length])
      for (const { start, end } of completionsAt(cut, position, afternoon)) {
        expect(start).toBeLessThanOrEqual(position);
        expect(end).toBeGreaterThanOrEqual(position);
      }
  }
});

describe('what is chosen on a board', () => {
  const board = new Map([
    ['queue', { type: 'queue', value: 'Sales' }],
    ['limit', { type: 'number', value: 20 }],
  ]);
  const offered = (text: string) => completionsAt(text, text.length, afternoon, board);

  it('is offered after board, with its value', () => {
    expect(offered('board.').map(({ label, value }) => [label, value])).toEqual([
      ['queue', 'Sales'],
      ['limit', 20],
    ]);
    expect(offered('waiting(boa').map(({ label }) => label)[0]).toBe('board');
    expect(offered('queue(board.queue).re').map(({ label }) => label)).toContain('realtime');
  });

  it('is not offered where nothing can be chosen', () => {
    expect(labels('boa|')).not.toContain('board');
    expect(labels('board.|')).toEqual([]);
  });
});

import { compileFormula } from '../../../model/formula';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { childrenOf, topOf, type DataNode } from './dataTree';
import { findRows, treeRows } from './treeRows';

const everything = (nodes: readonly DataNode[]): readonly DataNode[] =>
  nodes.flatMap((node) => [node, ...everything(childrenOf(node))]);
const paths = (nodes: readonly DataNode[]): readonly string[] => nodes.map(({ path }) => path);

it('gives paths that formulas read the very values with', () => {
  const nodes = everything(topOf(busyDay));
  expect(nodes.length).toBeGreaterThan(100);
  for (const { path, value } of nodes) {
    expect([path, compileFormula(path).evaluate({ data: busyDay })]).toEqual([path, value]);
  }
});

it('gives every place a path of its own', () => {
  const all = paths(everything(topOf(busyDay)));
  expect(new Set(all).size).toBe(all.length);
});

it('reads queues and activities by the words of the language', () => {
  const all = paths(everything(topOf(busyDay)));
  expect(all).toContain("queue('Support').realtime.total_tasks");
  expect(all).toContain("activity('Lunch Break')");
  expect(all).toContain(
    "data.workspace_statistics.cumulative.split_by_wait_time['20'].below.reservations_accepted",
  );
});

it('finds other named entries by their names, and those without, or with one that is taken, by number', () => {
  const data = {
    channels: { voice: { activity_statistics: [{ friendly_name: "O'Neill", workers: 2 }] } },
    queues: [{ friendly_name: 'A', x: 1 }, { friendly_name: 'A', x: 2 }, { x: 3 }],
  };
  const nodes = everything(topOf(data));
  expect(paths(nodes)).toEqual([
    'data.channels',
    'data.channels.voice',
    'data.channels.voice.activity_statistics',
    "data.channels.voice.activity_statistics.find((x) => x.friendly_name === 'O\\'Neill').workers",
    'data.queues',
    "queue('A')",
    "queue('A').friendly_name",
    "queue('A').x",
    'data.queues[1]',
    'data.queues[1].friendly_name',
    'data.queues[1].x',
    'data.queues[2]',
    'data.queues[2].x',
  ]);
  for (const { path, value } of nodes) expect(compileFormula(path).evaluate({ data })).toEqual(value);
});

it('has nothing while there is no data', () => {
  expect(topOf(undefined)).toEqual([]);
  expect(topOf(null)).toEqual([]);
});

it('shows what is open only', () => {
  const top = topOf({ a: { b: { c: 1 } }, d: 2 });
  const shown = (open: readonly string[]) =>
    treeRows(top, new Set(open)).map(({ node, level }) => `${level} ${node.label}`);
  expect(shown([])).toEqual(['1 a', '1 d']);
  expect(shown(['data.a'])).toEqual(['1 a', '2 b', '1 d']);
  expect(shown(['data.a.b'])).toEqual(['1 a', '1 d']);
  expect(shown(['data.a', 'data.a.b'])).toEqual(['1 a', '2 b', '3 c', '1 d']);
});

it('finds by the words of a name, with the way to it', () => {
  const { rows, count } = findRows(topOf(busyDay), 'support eligible', 100);
  expect(rows.map(({ node }) => node.label)).toEqual([
    'queues',
    'Support',
    'realtime',
    'total_eligible_workers',
  ]);
  expect(count).toBe(1);
});

it('stops looking when it found as many as may be shown', () => {
  const data = { list: [{ x: 1 }, { x: 2 }, { x: 3 }] };
  const found = (most: number) => {
    const { rows, count, hasMore } = findRows(topOf(data), 'x', most);
    return [rows.filter(({ node }) => node.label === 'x').length, count, hasMore];
  };
  expect(found(2)).toEqual([2, 2, true]);
  expect(found(3)).toEqual([3, 3, false]);
  expect(findRows(topOf(data), 'nothing like it', 3)).toEqual({ rows: [], count: 0, hasMore: false });
});

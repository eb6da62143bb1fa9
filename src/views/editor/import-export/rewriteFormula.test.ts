import { rewriteFormula } from './rewriteFormula';

const statistics = 'data.workspace_statistics.realtime';

it.each([
  [
    `${statistics}.activity_statistics.find((e) => e.friendly_name === 'Lunch').workers`,
    "activity('Lunch')",
    ['activity'],
  ],
  [
    `${statistics}.activity_statistics.find(function (e) { return e.friendly_name == "Lunch" }).workers * 2`,
    "activity('Lunch') * 2",
    ['activity'],
  ],
  [
    `${statistics}.total_workers - ${statistics}.activity_statistics.find(a => 'Offline' === a.friendly_name).workers`,
    `sum(${statistics}.activity_statistics.filter((a) => a.friendly_name !== 'Offline'), (a) => a.workers)`,
    ['all-but-activity'],
  ],
  [
    "data.queues.find((q) => q.friendly_name === 'A').realtime.total_tasks",
    "queue('A').realtime.total_tasks",
    ['queue'],
  ],
])('writes %s as %s', (formula, written, reasons) => {
  expect(rewriteFormula(formula)).toEqual({ formula: written, reasons });
});

it.each([
  ['data.workspace.realtime.total_tasks', 'data.workspace_statistics.realtime.total_tasks', ['later-shape']],
  [
    "data['workspace'].realtime.total_tasks",
    "data['workspace_statistics'].realtime.total_tasks",
    ['later-shape'],
  ],
  [
    "data.workspace.realtime.activity_statistics.find((e) => e.friendly_name === 'Break').workers",
    "activity('Break')",
    ['activity', 'later-shape'],
  ],
  [
    "data.queues.find((q) => q.friendlyName === 'A').data.realtime.total_tasks + 1",
    "queue('A').realtime.total_tasks + 1",
    ['queue', 'later-shape'],
  ],
  [
    'data.queues.map((q) => q.data.realtime.total_tasks)[0]',
    'data.queues.map((q) => q.realtime.total_tasks)[0]',
    ['later-shape'],
  ],
  ['data.queues[0].friendlyName', 'data.queues[0].friendly_name', ['later-shape']],
  ["data.queues[0]['data'].realtime.total_tasks", 'data.queues[0].realtime.total_tasks', ['later-shape']],
  ['(data.queues[0]).data.realtime.total_tasks', '(data.queues[0]).realtime.total_tasks', ['later-shape']],
])('writes %s, of the later shape, as %s', (formula, written, reasons) => {
  expect(rewriteFormula(formula)).toEqual({ formula: written, reasons });
});

it.each([
  'data.queues[0].targetWorkers',
  'data.queues.map(({ friendlyName }) => friendlyName)[0]',
  'data.queues.find((q) => q.friendlyName === "A")?.data.x.taskOrder',
  'data.queues[0]?.data.realtime.total_tasks',
  '((data) => data.workspace)(data.workspace)',
  '((queue) => queue.friendlyName)(data.queues[0])',
])('leaves %s, of the later shape, to a person', (formula) => {
  expect(rewriteFormula(formula)).toEqual({ formula: undefined, reasons: ['later-shape'] });
});

it.each([
  'waiting(data)',
  'data.workspace_statistics.cumulative.tasks_completed',
  `${statistics}.activity_statistics.find((e) => e.friendly_name === 'Lunch')?.workers ?? 0`,
  `${statistics}.activity_statistics.find((e) => e.friendly_name !== 'Lunch').workers`,
  `${statistics}.activity_statistics.find((e) => other.friendly_name === 'Lunch').workers`,
  `${statistics}.activity_statistics.find((e) => e.friendly_name === 'Lunch').sid`,
  "data.queues.find((q) => q.friendly_name === 'A')?.realtime.total_tasks",
  "((activity) => data.workspace_statistics.realtime.activity_statistics.find((e) => e.friendly_name === 'A').workers)(1)",
  'not a formula (',
  '',
])('leaves %s as it is', (formula) => {
  expect(rewriteFormula(formula)).toEqual({ formula, reasons: [] });
});

it('writes a name with a quote in it as that name', () => {
  expect(rewriteFormula('data.queues.find((q) => q.friendly_name === "L\'A").sid').formula).toBe(
    "queue('L\\'A').sid",
  );
});

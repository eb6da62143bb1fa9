import { checkDefinitions } from '../../../../serverless/setup/checkDefinitions';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import { aMoment } from '../../../testing/anEvaluatedMetric';
import { saveProblems } from '../edit-mode/saveProblems';
import { edit } from '../draft/edit';
import { beginEditing } from '../draft/EditingSession';
import { aBoard } from '../draft/testing/aBoard';
import { planImport } from './planImport';

const moment = aMoment({ data: busyDay, now: Date.parse('2026-01-31T14:00:00Z') });

/** What a formula asks for and is not there, as each of the three says. */
const inSaving = (formula: string): readonly string[] =>
  saveProblems(
    edit(beginEditing(aBoard({ a: {} })), { type: 'change-metric', key: 'a', changes: { formula } }),
    moment,
  ).flatMap((problem) =>
    problem.kind === 'broken' ? [`${problem.reference.kind} ${problem.reference.name}`] : [],
  );

function inImport(formula: string): readonly string[] {
  const text = JSON.stringify({ a: { metric: { label: 'A', formula } } });
  const plan = planImport(text, aBoard({}), moment);
  if (!('metrics' in plan)) throw new Error(plan.status);
  return plan.metrics.flatMap((metric) =>
    'broken' in metric ? metric.broken.map(({ kind, name }) => `${kind} ${name}`) : [],
  );
}

const said = /no (queue and no activity|queue|activity) "([^"]+)"|counted at (\d+) seconds/;

const inDoctor = (formula: string): readonly string[] =>
  checkDefinitions(
    { a: { metric: { label: 'A', formula } } },
    {
      document: 'dashboard-definitions',
      isOnly: true,
      data: busyDay,
      queues: ['Support', 'Sales', 'Billing'],
      activities: ['Offline', 'Available', 'Break', 'Lunch Break', 'Personal Break', 'Training'],
    },
  ).flatMap(({ kind, what }) => {
    const [, of, name, seconds] = said.exec(what) ?? [];
    if (kind !== 'wrong') return [];
    return seconds === undefined
      ? [`${of?.includes(' and ') ? 'name' : of} ${name}`]
      : [`seconds ${seconds}`];
  });

it('names a choice that the board does not offer, but no queue, channel or activity', () => {
  for (const find of [inSaving, inImport]) {
    expect(find('board.limit')).toEqual(['variable limit']);
    expect(find('waiting(board.queue) + board.channel.length + activity(board.activity)')).toEqual([]);
  }
});

describe('saving, import and the doctor agree on what is missing', () => {
  it.each([
    ["queue('Old').sid", ['queue Old']],
    ["true ? 1 : queue('Old').sid", ['queue Old']],
    ["waiting('Old') + waiting('Old')", ['queue Old']],
    ["longestWait('Old')", ['queue Old']],
    ["serviceLevel(['Support', 'Old', 'Older'], 20)", ['queue Old', 'queue Older']],
    ["waiting(['Support', 'Sales'])", []],
    ["serviceLevel('Support', 30)", ['seconds 30']],
    ['serviceLevel(data, 20)', []],
    [
      "data.workspace_statistics.cumulative.split_by_wait_time['30']?.below.tasks_canceled ?? 0",
      ['seconds 30'],
    ],
    ["activity('Siesta')", ['activity Siesta']],
    ["activity('Support')", ['activity Support']],
    ["data.queues.find((q) => q.friendly_name === 'Old')?.sid ?? null", ['name Old']],
    ["data.queues.filter((q) => q.friendly_name !== 'Old').length", []],
    ["((queue) => queue('Old'))((name) => name)", []],
    ["((waiting) => waiting('Support'))(queue).realtime.total_tasks", []],
  ])('in %s: %j', (formula, missing) => {
    expect(inSaving(formula)).toEqual(missing);
    expect(inImport(formula)).toEqual(missing);
    expect(inDoctor(formula)).toEqual(missing);
  });
});

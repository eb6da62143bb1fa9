import { checkTiles } from '../../../../serverless/setup/checkTiles';
import type { StoredTile } from '../../../schema/boardDocuments';
import { busyDay } from '../../../model/formula/test-data/exampleDays';
import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { aMoment } from '../../../testing/anEvaluatedMetric';
import { saveProblems, type SaveProblem } from '../edit-mode/saveProblems';
import { edit } from '../draft/edit';
import { beginEditing } from '../draft/EditingSession';
import { aBoard } from '../draft/testing/aBoard';
import { exportText } from './exportText';
import { planImport } from './planImport';

const moment = aMoment({ data: busyDay, now: Date.parse('2026-01-31T14:00:00Z') });
const before: StoredTile = { key: 't', visual: { kind: 'text', text: 'Hello' }, label: 'Floor' };
const boardOf = (tile: StoredTile): BoardDocuments => ({
  ...aBoard({ a: {} }),
  index: { name: 'dashboard-boards', value: { boards: [{ id: 'k3f9x2ab' }] } },
  layout: { name: 'dashboard-board-k3f9x2ab', value: { sections: [{ tiles: [tile] }] } },
});

const saving = ({ visual, with: fixed }: StoredTile): readonly SaveProblem[] =>
  saveProblems(
    edit(beginEditing(boardOf(before)), { type: 'change-tile', key: 't', changes: { visual, with: fixed } }),
    moment,
  );

const inSaving = (tile: StoredTile): readonly string[] =>
  saving(tile).flatMap((problem) =>
    problem.kind === 'broken' ? [`${problem.reference.kind} ${problem.reference.name}`] : [],
  );

function inImport(tile: StoredTile): readonly string[] {
  const plan = planImport(exportText(boardOf(tile), { kind: 'board' }), boardOf(before), moment);
  if (!('tiles' in plan)) throw new Error('no tiles');
  return plan.tiles.flatMap((problem) =>
    problem.kind === 'broken' ? [`${problem.reference.kind} ${problem.reference.name}`] : [],
  );
}

const said = /no (queue and no activity|queue|activity) "([^"]+)"|counted at (\d+) seconds/;

const checked = (tile: StoredTile): readonly string[] =>
  checkTiles([{ name: 'dashboard-board-k3f9x2ab', data: boardOf(tile).layout?.value }], {
    data: busyDay,
    queues: ['Support', 'Sales', 'Billing'],
    activities: ['Offline', 'Available', 'Break', 'Lunch Break', 'Personal Break', 'Training'],
  }).map(({ what }) => what);

const inDoctor = (tile: StoredTile): readonly string[] =>
  checked(tile).flatMap((what) => {
    const [, of, name, seconds] = said.exec(what) ?? [];
    if (seconds !== undefined) return [`seconds ${seconds}`];
    return of === undefined ? [] : [`${of.includes(' and ') ? 'name' : of} ${name}`];
  });

const column = { label: 'Waiting', formula: 'waiting(row)' };
const table = { kind: 'table', rows: 'data.queues', columns: [column] };
const agents = { kind: 'agents', columns: [{ label: 'Since', formula: 'secondsSince(row.since)' }] };

describe('saving, import and the doctor agree on what the formulas of tiles lack', () => {
  it.each([
    ['a column of a table', { ...table, columns: [{ ...column, formula: "waiting('Old')" }] }, ['queue Old']],
    [
      'the sample of a column',
      { ...table, columns: [{ ...column, sampleFormula: "waiting('Old')", minimumSample: 1 }] },
      ['queue Old'],
    ],
    ['the list of a table', { ...table, rows: "[queue('Support'), queue('Old')]" }, ['queue Old']],
    ['the names of its rows', { ...table, rowKey: "waiting('Old') + row.sid" }, ['queue Old']],
    [
      'the parts of a breakdown',
      { kind: 'breakdown', parts: "({ Siesta: activity('Siesta') })" },
      ['activity Siesta'],
    ],
    ['the activities of an agent table', { ...agents, activity: 'Break, Siesta' }, ['activity Siesta']],
    ['the queue of an agent table', { ...agents, queue: 'Old' }, ['queue Old']],
    ['the limits of an agent table', { ...agents, limits: 'Break: 10\nSiesta: 30, 45' }, ['activity Siesta']],
    ['a table as it should be', { ...table, sort: { column: 'Waiting' } }, []],
    ['agents as they should be', { ...agents, activity: 'Break', queue: 'Support', limits: 'Break: 5' }, []],
  ])('%s', (_what, visual, missing) => {
    const tile = { ...before, visual };
    expect(inSaving(tile)).toEqual(missing);
    expect(inImport(tile)).toEqual(missing);
    expect(inDoctor(tile)).toEqual(missing);
    expect(checked(tile)).toHaveLength(missing.length);
  });

  it('what a tile has fixed', () => {
    const tile = {
      ...before,
      visual: table,
      with: { queue: ['Support', 'Old'], activity: 'Siesta', limit: 3 },
    };
    for (const find of [inSaving, inImport, inDoctor])
      expect(find(tile)).toEqual(['queue Old', 'activity Siesta']);
    expect(inSaving({ ...before, visual: table, with: { queue: '*' } })).toEqual([]);
  });
});

describe('a mistake in a formula of a tile', () => {
  const broken = { ...before, visual: { ...table, columns: [{ ...column, formula: 'row.n +' }] } };

  it('is in the way of saving, and told by import and doctor with the name of the tile', () => {
    expect(saving(broken)).toMatchObject([{ kind: 'wrong', labels: ['Floor'] }]);
    const plan = planImport(exportText(boardOf(broken), { kind: 'board' }), boardOf(before), moment);
    expect(plan).toMatchObject({ tiles: [{ kind: 'wrong', labels: ['Floor'] }] });
    expect(checked(broken)).toEqual([
      expect.stringMatching(/^The tile "Floor" of the board in dashboard-board-k3f9x2ab: ./),
    ]);
  });

  it('that shows with the numbers of now is asked about', () => {
    const visual = { ...table, columns: [{ ...column, formula: 'row.nothing.of.this' }] };
    expect(saving({ ...before, visual })).toMatchObject([{ kind: 'doubtful', labels: ['Floor'] }]);
    expect(checked({ ...before, visual })).toHaveLength(1);
  });

  it('is left alone on a tile that nobody changed', () => {
    const session = edit(beginEditing(boardOf(broken)), {
      type: 'change-metric',
      key: 'a',
      changes: { formula: '2' },
    });
    expect(saveProblems(session, moment)).toEqual([]);
  });
});

import { mostBytes } from '../../../schema/defaults';
import { aDashboardData } from '../../../testing/aDashboardData';
import { bytesOf } from '../../../persistence/bytesOf';
import { aBoard } from '../draft/testing/aBoard';
import { edit } from '../draft/edit';
import { beginEditing, documentsOf } from '../draft/EditingSession';
import { isInTheWay, saveProblems, type SaveProblem } from './saveProblems';

const data = aDashboardData();
const moment = {
  data,
  now: Date.parse(data.collected_at),
  staleAfterSeconds: 150,
  locale: 'en-GB',
  colours: new Map<string, string>(),
};

/** What is said of a board on which the metric `a`, and no other, gets this formula. */
const given = (formula: string): readonly SaveProblem[] =>
  saveProblems(
    edit(beginEditing(aBoard({ a: {}, b: { formula: '1 +' } })), {
      type: 'change-metric',
      key: 'a',
      changes: { formula },
    }),
    moment,
  );

it('finds nothing given a formula that gives a value, and leaves alone what nobody changed', () => {
  expect(given('2 + 2')).toEqual([]);
});

it.each(['1 +', 'nonsense(1)'])('is in the way of saving given %s', (formula) => {
  const problems = given(formula);
  expect(problems).toMatchObject([{ kind: 'wrong', labels: ['a'] }]);
  expect(problems.every(isInTheWay)).toBe(true);
});

it.each([['[1, 2]'], ['data.no_such_thing']])(
  'only asks given %s, which may be right another time',
  (formula) => {
    const problems = given(formula);
    expect(problems).toMatchObject([{ kind: 'doubtful', labels: ['a'] }]);
    expect(problems.some(isInTheWay)).toBe(false);
  },
);

it('names a queue that does not exist, also where the formula does not come to it now', () => {
  expect(given("true ? 1 : waiting(queue('Nobody'))")).toEqual([
    { kind: 'broken', reference: { kind: 'queue', name: 'Nobody' }, labels: ['a'] },
  ]);
});

it('says once what two tiles have in common', () => {
  const session = ['a', 'b'].reduce(
    (before, key) => edit(before, { type: 'change-metric', key, changes: { formula: '[]' } }),
    beginEditing(aBoard({ a: {}, b: {} })),
  );
  expect(saveProblems(session, moment)).toMatchObject([{ labels: ['a', 'b'] }]);
});

it('says by how much a document is too large for Sync, and which tiles take most of it, the largest first', () => {
  const long = (length: number) => ({ description: 'x'.repeat(length) });
  const session = edit(beginEditing(aBoard({ a: {}, b: long(50), c: long(60), d: long(70) })), {
    type: 'change-metric',
    key: 'b',
    changes: long(mostBytes),
  });
  expect(saveProblems(session, moment)).toEqual([
    {
      kind: 'too-large',
      document: 'dashboard-definitions',
      bytesOver: bytesOf(documentsOf(session).definitions[0]?.value ?? {}) - mostBytes,
      largest: ['b', 'd', 'c'],
    },
  ]);
});

it('names no tile given board settings that are too large', () => {
  const session = edit(beginEditing(aBoard({ a: {} })), {
    type: 'change-settings',
    changes: { title: 'x'.repeat(mostBytes) },
  });
  expect(saveProblems(session, moment)).toMatchObject([{ document: 'dashboard-board', largest: [] }]);
});

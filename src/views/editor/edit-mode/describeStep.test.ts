import { createStrings } from '../../../strings/createStrings';
import { edit } from '../draft/edit';
import type { EditingCommand } from '../draft/EditingCommand';
import { beginEditing, copyOf, redo, undo } from '../draft/EditingSession';
import { aBoard, aMetric } from '../draft/testing/aBoard';
import { describeStep } from './describeStep';

const strings = createStrings('en');
const begun = beginEditing(
  aBoard({ x: {}, a: { section: 'A' }, b: { section: 'A' } }, { sections: ['A', 'Empty'] }),
);

/** What is said of doing this, of undoing it, and of doing it again. */
function said(command: EditingCommand): readonly (string | undefined)[] {
  const done = edit(begun, command);
  const undone = undo(done);
  return [
    describeStep(begun, done, strings),
    describeStep(done, undone, strings),
    describeStep(undone, redo(undone), strings),
  ];
}

it.each<[string, EditingCommand, readonly (string | undefined)[]]>([
  [
    'where a tile is now',
    { type: 'move-tile', key: 'b', place: { section: 'A', before: 'a' } },
    ['b: now 1 of 2 in A', 'Undone. b: now 2 of 2 in A', 'Redone. b: now 1 of 2 in A'],
  ],
  [
    'that a tile left all sections',
    { type: 'move-tile', key: 'b', place: { section: undefined } },
    [
      'b: now 2 of 2, before all sections',
      'Undone. b: now 2 of 2 in A',
      'Redone. b: now 2 of 2, before all sections',
    ],
  ],
  [
    'what was added and where',
    { type: 'add-metric', metric: aMetric('New'), place: { section: 'A', before: 'b' } },
    ['New: added, 2 of 3 in A', 'Undone. New: removed', 'Redone. New: added, 2 of 3 in A'],
  ],
  [
    'what a copy is called and where it stands',
    { type: 'duplicate-metric', key: 'a', label: 'Copy' },
    ['Copy: added, 2 of 3 in A', 'Undone. Copy: removed', 'Redone. Copy: added, 2 of 3 in A'],
  ],
  [
    'what was taken away',
    { type: 'remove-metric', key: 'x' },
    ['x: removed', 'Undone. x: added, 1 of 1, before all sections', 'Redone. x: removed'],
  ],
  [
    'the new order of sections',
    { type: 'move-section', section: 'Empty', before: 'A' },
    ['Sections: Empty, A', 'Undone. Sections: A, Empty', 'Redone. Sections: Empty, A'],
  ],
  [
    'the new name of a section',
    { type: 'rename-section', from: 'A', to: 'Z' },
    ['Sections: Z, Empty', 'Undone. Sections: A, Empty', 'Redone. Sections: Z, Empty'],
  ],
  [
    'nothing of what is typed, for the field says it, but which field was taken back',
    { type: 'change-metric', key: 'a', changes: { unit: 's' } },
    [undefined, 'Undone. a: changed (unit)', 'Redone. a: changed (unit)'],
  ],
  [
    'each of three changes',
    { type: 'put-metrics', metrics: { p: aMetric('P'), q: aMetric('Q'), a: aMetric('A', { section: 'A' }) } },
    [
      'A: changed (label), P: added, Q: added',
      'Undone. a: changed (label), P: removed, Q: removed',
      'Redone. A: changed (label), P: added, Q: added',
    ],
  ],
  [
    'the number of more than three',
    {
      type: 'put-metrics',
      metrics: Object.fromEntries(['p', 'q', 'r', 's'].map((key) => [key, aMetric(key)])),
    },
    ['4 changes', 'Undone. 4 changes', 'Redone. 4 changes'],
  ],
])('says %s', (_what, command, wanted) => {
  expect(said(command)).toEqual(wanted);
});

it('says that there are no sections left', () => {
  const only = beginEditing(aBoard({ a: { section: 'A' } }));
  const removed = edit(only, { type: 'remove-section', section: 'A' });
  expect(describeStep(only, removed, strings)).toBe('There are no sections');
});

it('says nothing of a session that is the same, and of saving, which is no step', () => {
  expect(describeStep(begun, begun, strings)).toBeUndefined();
  const done = edit(begun, { type: 'remove-metric', key: 'x' });
  const theirs = aBoard({ newcomer: {} });
  expect(describeStep(done, { ...done, base: theirs, ...copyOf(theirs) }, strings)).toBeUndefined();
});

it('does not call it done again when something else is done after undoing', () => {
  const undone = undo(edit(begun, { type: 'remove-metric', key: 'x' }));
  expect(describeStep(undone, edit(undone, { type: 'remove-metric', key: 'b' }), strings)).toBe('b: removed');
});

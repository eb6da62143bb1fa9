import type { DashboardSnapshot, DashboardSource } from '../../dashboard-source/DashboardSource';
import { Subject } from '../../dashboard/Observable';
import { aBoard } from '../session/testing/aBoard';
import { editedSource } from './editedSource';

const begun: DashboardSnapshot = {
  connection: 'connected',
  definitions: { status: 'present', value: { saved: {} } },
  furtherDefinitions: [{ name: 'more', state: { status: 'failed', problem: 'no longer there' } }],
  data: { status: 'present', value: { collected_at: '2026-11-22T11:42:15.000Z' } },
  board: { status: 'missing' },
  boards: { status: 'missing' },
  boardDocument: undefined,
  refresh: { status: 'idle' },
  clockDifference: 0,
};
const saved = new Subject<DashboardSnapshot>(begun);
const source: DashboardSource = { getSnapshot: saved.get, now: () => 0, subscribe: saved.subscribe };
const first = aBoard({ a: {} }, { title: 'Mine', definitionDocuments: ['more'] }, { more: undefined });
const documents = new Subject(first);
const edited = editedSource(source, documents);
beforeEach(() => {
  saved.set(begun);
  documents.set(first);
});

it('shows the documents of the working copy in place of the saved ones, and all else as it comes', () => {
  expect(edited.getSnapshot()).toEqual({
    ...begun,
    definitions: { status: 'present', value: first.definitions[0]?.value },
    furtherDefinitions: [{ name: 'more', state: { status: 'missing' } }],
    board: { status: 'present', value: { title: 'Mine', definitionDocuments: ['more'] } },
  });
});

it('shows the document of the working copy, where its list names it', () => {
  const layout = { name: 'dashboard-board-k3f9x2ab', value: { sections: [] } };
  const index = { name: 'dashboard-boards', value: { boards: [{ id: 'k3f9x2ab' }] } };
  documents.set({ ...first, layout, index });
  expect(edited.getSnapshot()).toMatchObject({
    boards: { status: 'present', value: index.value },
    boardDocument: { name: layout.name, state: { status: 'present', value: layout.value } },
  });
  documents.set({ ...first, layout, index: { ...index, value: { boards: [] } } });
  expect(edited.getSnapshot().boardDocument).toBeUndefined();
});

it('gives the same snapshot until something changed, as every source does', () => {
  expect(edited.getSnapshot()).toBe(edited.getSnapshot());
});

it('keeps the very documents when only data come, so that no formula is parsed anew for them', () => {
  const before = edited.getSnapshot();
  const data = { status: 'present', value: { collected_at: '2026-11-22T11:42:20.000Z' } } as const;
  saved.set({ ...begun, data, connection: 'disconnected' });
  const after = edited.getSnapshot();
  expect(after).toMatchObject({ data, connection: 'disconnected' });
  expect(after.definitions).toBe(before.definitions);
  expect(after.furtherDefinitions).toBe(before.furtherDefinitions);
  expect(after.board).toBe(before.board);
});

it('does not show what somebody else saves meanwhile: that is for saving to bring in', () => {
  saved.set({ ...begun, definitions: { status: 'present', value: { theirs: {} } } });
  expect(edited.getSnapshot().definitions).toEqual({ status: 'present', value: first.definitions[0]?.value });
});

it('shows what is changed in the working copy', () => {
  documents.set(aBoard({ b: {} }));
  expect(edited.getSnapshot()).toMatchObject({
    definitions: { status: 'present', value: { b: {} } },
    furtherDefinitions: [],
    board: { status: 'missing' },
  });
});

it('calls back after changes of either, until nobody listens', () => {
  let calls = 0;
  const leave = edited.subscribe(() => (calls += 1));
  saved.set({ ...begun, connection: 'disconnected' });
  expect(calls).toBe(1);
  documents.set(aBoard({ c: {} }));
  expect(calls).toBe(2);
  leave();
  saved.set(begun);
  documents.set(first);
  expect(calls).toBe(2);
});

import { Store } from '../../../model/store/Store';
import { memorySources } from '../../../sources/memory/memorySources';
import { followSources, snapshotIn } from '../../../testing/followSources';
import { aBoard } from '../draft/testing/aBoard';
import { editedSources } from './editedSources';

const first = aBoard({ a: {} }, { title: 'Mine', definitionDocuments: ['more'] }, { more: undefined });
const setUp = () => {
  const saved = memorySources({ definitions: { saved: {} }, data: { version: 1 } });
  saved.setFurtherDefinitions([{ name: 'more', state: { status: 'failed', problem: 'no longer there' } }]);
  const documents = new Store(first);
  return { saved, documents, edited: editedSources(saved, documents) };
};

it('shows the documents of the working copy in place of the saved ones, and all else as it comes', () => {
  const { saved, edited } = setUp();
  expect(snapshotIn(edited)).toEqual({
    ...snapshotIn(saved),
    definitions: { status: 'ready', value: first.definitions[0]?.value },
    furtherDefinitions: [{ name: 'more', state: { status: 'missing' } }],
    boardSettings: { status: 'ready', value: { title: 'Mine', definitionDocuments: ['more'] } },
  });
});

it('keeps the very documents when only data come, so that no formula is parsed anew for them', () => {
  const { saved, edited } = setUp();
  const before = snapshotIn(edited);
  saved.setData({ version: 2 });
  saved.setConnection('disconnected');
  const after = snapshotIn(edited);
  expect(after).toMatchObject({
    data: { status: 'ready', value: { version: 2 } },
    connection: 'disconnected',
  });
  expect(after.definitions).toBe(before.definitions);
  expect(after.furtherDefinitions).toBe(before.furtherDefinitions);
  expect(after.boardSettings).toBe(before.boardSettings);
});

it('does not show what somebody else saves meanwhile: that is for saving to bring in', () => {
  const { saved, edited } = setUp();
  saved.setDefinitions({ theirs: {} });
  expect(edited.definitions.get()).toEqual({ status: 'ready', value: first.definitions[0]?.value });
});

it('shows what is changed in the working copy', () => {
  const { documents, edited } = setUp();
  documents.set(aBoard({ b: {} }));
  expect(snapshotIn(edited)).toMatchObject({
    definitions: { status: 'ready', value: { b: {} } },
    furtherDefinitions: [],
    boardSettings: { status: 'missing' },
  });
});

it('calls back after changes of either, until nobody follows', () => {
  const { saved, documents, edited } = setUp();
  const onChange = jest.fn();
  const leave = followSources(edited, onChange);
  saved.setConnection('disconnected');
  expect(onChange).toHaveBeenCalledTimes(1);
  documents.set(aBoard({ c: {} }));
  expect(onChange.mock.calls.length).toBeGreaterThan(1);
  leave();
  onChange.mockClear();
  saved.setConnection('connected');
  documents.set(first);
  expect(onChange).not.toHaveBeenCalled();
});

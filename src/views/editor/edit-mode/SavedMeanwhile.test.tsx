import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import { memorySources } from '../../../sources/memory/memorySources';
import { useStore } from '../../board/useStore';
import type { JsonObject } from '../../../persistence/DocumentService';
import { renderInPaste } from '../../../testing/renderInPaste';
import { metricOf } from '../../../model/board/Board';
import { aBoard, aDocument } from '../draft/testing/aBoard';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import { EditingModel } from '../editing/EditingModel';
import { SavedMeanwhile } from './SavedMeanwhile';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };
const board = aBoard({ a: {}, b: {} }, { title: 'T' });
const onConflicts = jest.fn();

let source: ReturnType<typeof memorySources>;
let documents: Map<string, JsonObject>;
let model: EditingModel;
beforeEach(() => {
  jest.useFakeTimers();
  onConflicts.mockClear();
  const definitions = board.definitions[0]?.value ?? {};
  source = memorySources({ definitions, boardSettings: board.board.value });
  documents = new Map([
    [names.definitions, definitions],
    [names.board, board.board.value ?? {}],
  ]);
  model = new EditingModel(source, memoryDefinitionStore({ names, documents }), board, 'ann');
  renderInPaste(<Notice />);
});
afterEach(() => {
  model.end();
  jest.useRealTimers();
});

function Notice(): React.ReactElement {
  return <SavedMeanwhile model={model} state={useStore(model.state)} onConflicts={onConflicts} />;
}
const relabel = (key: string, label: string): void =>
  act(() => model.do({ type: 'change-metric', key, changes: { label } }));
const theySave = (metrics: Readonly<Record<string, JsonObject>>): void =>
  act(() => source.setDefinitions(aDocument(metrics)));
const settle = (): void => act(() => void jest.advanceTimersByTime(1_000));
const said = (): string => screen.getByRole('status').textContent ?? '';

it('says nothing given nobody else who saves', () => {
  relabel('a', 'mine');
  settle();
  expect(said()).toBe('');
  expect(screen.queryByRole('button')).toBeNull();
});

it('says what somebody else has saved, and that mine is kept', () => {
  relabel('a', 'mine');
  theySave({ a: {}, b: { label: 'Theirs' } });
  expect(said()).toBe('');
  settle();
  expect(said()).toBe(
    'Somebody else saved 1 change meanwhile: Theirs. Your changes are kept; saving combines both.',
  );
});

it('names three tiles and settings of many, and says nothing of changes that I have not made', () => {
  theySave({ a: { label: 'A' }, c: {}, d: {} });
  act(() => source.setBoardSettings({ title: 'U' }));
  settle();
  expect(said()).toBe('Somebody else saved 5 changes meanwhile: A, c, d, ….');
});

it('is silent again once they have taken it back', () => {
  theySave({ a: {} });
  settle();
  expect(said()).toMatch(/^Somebody/);
  theySave({ a: {}, b: {} });
  settle();
  expect(said()).toBe('');
});

it('brings in at once what they have saved, with mine on top', () => {
  relabel('a', 'mine');
  theySave({ a: {}, b: { label: 'Theirs' } });
  settle();
  userEvent.click(screen.getByRole('button', { name: 'Merge now' }));
  settle();
  expect(['a', 'b'].map((key) => metricOf(model.session.current, key)?.label)).toEqual(['mine', 'Theirs']);
  expect(said()).toBe('');
  expect(onConflicts).not.toHaveBeenCalled();
});

it('foretells a clash, and shows it given that both are brought together', () => {
  relabel('a', 'mine');
  theySave({ a: { label: 'Theirs' }, b: {} });
  settle();
  expect(said()).toMatch(/Both of you changed 1 thing; you will be asked which to keep\.$/);
  userEvent.click(screen.getByRole('button', { name: 'Merge now' }));
  expect(onConflicts).toHaveBeenCalledTimes(1);
  expect(model.session.conflicts).toMatchObject([{ key: 'a' }]);
});

it('does not take for somebody else what I save myself, and what comes back a moment later', async () => {
  relabel('a', 'mine');
  settle();
  await act(() => model.save());
  expect(said()).toBe('');
  act(() => source.setDefinitions(documents.get(names.definitions)));
  settle();
  await waitFor(() => expect(model.state.get().saved).toEqual({ status: 'saved', rebased: false }));
  expect(said()).toBe('');
});

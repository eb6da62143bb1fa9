import { memorySources } from '../../../sources/memory/memorySources';
import type { JsonObject } from '../../../model/board/BoardDocuments';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import { aBoard, aDocument } from '../draft/testing/aBoard';
import type { EditingCommand } from '../draft/EditingCommand';
import { documentsOf } from '../draft/EditingSession';
import { EditingModel } from './EditingModel';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };
const begun = aBoard({ a: {}, b: {} });
const sources = memorySources();
const label = (key: string, text: string): EditingCommand => ({
  type: 'change-metric',
  key,
  changes: { label: text },
});

let documents: Map<string, JsonObject>;
let isConnected: boolean;
let model: EditingModel;
beforeEach(() => {
  documents = new Map([[names.definitions, aDocument({ a: {}, b: {} })]]);
  isConnected = true;
  const store = memoryDefinitionStore({ names, documents, isConnected: () => isConnected });
  model = new EditingModel(sources, store, begun, 'ann');
});
afterEach(() => model.end());

const isAskedOnLeaving = (): boolean =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
const savedLabel = (key: string): unknown =>
  (documents.get(names.definitions)?.[key] as { metric?: { label?: string } } | undefined)?.metric?.label;

it('tells of each change once, with a board that shows it already', () => {
  const seen: string[] = [];
  model.state.subscribe(() => seen.push(JSON.stringify(model.sources.definitions.get())));
  model.do(label('a', 'Mine'));
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain('"Mine"');
});

it('tells of nothing given a command that changes nothing', () => {
  let calls = 0;
  model.state.subscribe(() => (calls += 1));
  model.do(label('a', 'a'));
  model.undo();
  model.redo();
  expect(calls).toBe(0);
});

it('undoes what was typed at once, and does it again', () => {
  for (const typed of ['M', 'Mi', 'Min']) model.do(label('a', typed), true);
  model.undo();
  expect(documentsOf(model.session)).toBe(begun);
  model.redo();
  expect(JSON.stringify(documentsOf(model.session))).toContain('"Min"');
});

it('has the browser ask before the page is left with work that is not saved, and not otherwise', async () => {
  expect(isAskedOnLeaving()).toBe(false);
  model.do(label('a', 'Mine'));
  expect(isAskedOnLeaving()).toBe(true);
  model.undo();
  expect(isAskedOnLeaving()).toBe(false);
  model.redo();
  await model.save();
  expect(isAskedOnLeaving()).toBe(false);
});

it('has it ask no more once the work was let go of', () => {
  model.do(label('a', 'Mine'));
  model.end();
  expect(isAskedOnLeaving()).toBe(false);
});

it('saves, says so until the next change, and can still undo what it saved', async () => {
  model.do(label('a', 'Mine'));
  const saving = model.save();
  expect(model.state.get().isSaving).toBe(true);
  await saving;
  expect(model.state.get()).toMatchObject({ isSaving: false, saved: { status: 'saved', rebased: false } });
  expect(savedLabel('a')).toBe('Mine');
  model.undo();
  expect(model.state.get().saved).toBeUndefined();
  expect(documentsOf(model.session)).toEqual(begun);
});

it('changes nothing while it saves, so that what is saved is what was seen', async () => {
  model.do(label('a', 'Mine'));
  const saving = model.save();
  const { current } = model.session;
  model.do(label('b', 'Too early'));
  expect(model.session.current).toBe(current);
  model.undo();
  expect(model.session.current).toBe(current);
  await saving;
  expect([savedLabel('a'), savedLabel('b')]).toEqual(['Mine', 'b']);
});

it('keeps the work and the reason when it cannot save, and saves it later', async () => {
  model.do(label('a', 'Mine'));
  isConnected = false;
  await model.save();
  expect(model.state.get().saved).toMatchObject({ status: 'failed', reason: 'offline' });
  expect(JSON.stringify(documentsOf(model.session))).toContain('"Mine"');
  isConnected = true;
  await model.save();
  expect(savedLabel('a')).toBe('Mine');
});

it('brings in what somebody else saved to other metrics, and asks about the same one before anything is saved', async () => {
  model.do(label('a', 'Mine'));
  documents.set(names.definitions, aDocument({ a: {}, b: { unit: 's' } }));
  await model.save();
  expect(model.state.get().saved).toEqual({ status: 'saved', rebased: true });

  model.do(label('a', 'Mine again'));
  const theirs = aDocument({ a: { label: 'Theirs' }, b: { unit: 's' } });
  documents.set(names.definitions, theirs);
  await model.save();
  expect(model.state.get().saved).toEqual({ status: 'conflicts' });
  expect(documents.get(names.definitions)).toEqual(theirs);

  const [conflict] = model.session.conflicts;
  if (!conflict) throw new Error('There is no conflict.');
  model.decide(conflict, 'theirs');
  expect(model.session.conflicts).toEqual([]);
  await model.save();
  expect(savedLabel('a')).toBe('Theirs');
});

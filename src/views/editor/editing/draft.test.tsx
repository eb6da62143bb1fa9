import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources } from '../../../sources/memory/memorySources';
import { browserStorage } from '../../board/safeStorage';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import { PasteProvider } from '../../../paste/PasteProvider';
import { aDashboardData } from '../../../testing/aDashboardData';
import { aBoard, aDocument } from '../draft/testing/aBoard';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import { draftSlot } from './draft';
import type { EditingModel } from './EditingModel';

const slot = draftSlot(browserStorage, 'ann', 'dashboard-definitions');
const board = aBoard({ a: {}, b: {} }, {});

afterEach(() => {
  cleanup();
  window.localStorage.clear();
  jest.useRealTimers();
});

/** Opens a page of its own, as after a logout, a reload or a crash; what it kept in memory is gone. */
function openPage(
  metrics = aDocument({ a: {}, b: {} }),
  person = 'ann',
): React.MutableRefObject<EditingModel | undefined> {
  cleanup();
  jest.useFakeTimers().setSystemTime(new Date('2026-11-22T11:42:15Z'));
  const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };
  render(
    <PasteProvider isDark={false}>
      <EditableDashboard
        isAdmin
        sources={memorySources({ definitions: metrics, data: aDashboardData(), boardSettings: {} })}
        documents={defaultDocuments}
        version="1.2.3"
        login={{ hasEnded: () => false, subscribe: () => () => undefined }}
        person={() => person}
        openStore={() => memoryDefinitionStore({ names: defaultDocuments, documents: new Map() })}
        kept={kept}
        mayEdit
      />
    </PasteProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
  return kept;
}
const relabel = (kept: ReturnType<typeof openPage>, key: string, label: string): void =>
  act(() => kept.current?.do({ type: 'change-metric', key, changes: { label } }));
const tile = (key: string): string | null | undefined =>
  document.querySelector(`[data-tile="${key}"]`)?.getAttribute('aria-label');
const press = (button: string): void => void fireEvent.click(screen.getByRole('button', { name: button }));
const offer = (): HTMLElement | null => screen.queryByText(/^Continue with your /);

it('offers what was not saved when the page went, and restores it', () => {
  relabel(openPage(), 'a', 'Mine');
  const kept = openPage();
  expect(tile('a')).toBe('a, 2');
  expect(offer()).not.toBeNull();
  press('Restore changes');
  expect(tile('a')).toBe('Mine, 2');
  expect(offer()).toBeNull();
  expect(kept.current?.session.base.definitions).toEqual(board.definitions);
});

it('restores it on top of what somebody else saved meanwhile', () => {
  relabel(openPage(), 'a', 'Mine');
  openPage(aDocument({ a: {}, b: { label: 'Theirs' } }));
  press('Restore changes');
  expect([tile('a'), tile('b')]).toEqual(['Mine, 2', 'Theirs, 2']);
});

it('offers nothing once it is saved, discarded, or was not wanted', async () => {
  const kept = openPage();
  relabel(kept, 'a', 'Mine');
  act(() => kept.current?.undo());
  openPage();
  expect(offer()).toBeNull();

  relabel(openPage(), 'a', 'Mine');
  openPage();
  press('Discard changes');
  expect(offer()).toBeNull();
  openPage();
  expect(offer()).toBeNull();
});

it('keeps the draft of before while nobody has decided about it', () => {
  relabel(openPage(), 'a', 'Mine');
  openPage();
  openPage();
  expect(offer()).not.toBeNull();
});

it('says how many changes it kept, and when', () => {
  const kept = openPage();
  relabel(kept, 'a', 'Mine');
  relabel(kept, 'b', 'Mine too');
  openPage();
  expect(offer()).toHaveTextContent(/^Continue with your 2 unsaved changes from Nov 22, 2026, 11:42 AM\?$/);
});

it('offers nothing of somebody else who used this browser', () => {
  relabel(openPage(), 'a', 'Mine');
  openPage(undefined, 'bob');
  expect(offer()).toBeNull();
  relabel(openPage(undefined, 'bob'), 'a', 'His');
  openPage();
  press('Restore changes');
  expect(tile('a')).toBe('Mine, 2');
});

it('keeps what was changed while nobody had decided about the draft of before', () => {
  relabel(openPage(), 'a', 'Mine');
  relabel(openPage(), 'b', 'Mine too');
  openPage();
  press('Restore changes');
  expect([tile('a'), tile('b')]).toEqual(['Mine, 2', 'Mine too, 2']);
});

it('keeps the draft of before when only what was changed since is discarded', () => {
  relabel(openPage(), 'a', 'Mine');
  const kept = openPage();
  relabel(kept, 'b', 'Not wanted');
  act(() => kept.current?.end());
  openPage();
  press('Restore changes');
  expect([tile('a'), tile('b')]).toEqual(['Mine, 2', 'b, 2']);
});

it.each([
  'null',
  '5',
  '{',
  '{"keptAt":1}',
  '{"keptAt":"soon","base":{},"current":{}}',
  '{"keptAt":1,"base":{"definitions":[]},"current":{"definitions":{}}}',
  '{"keptAt":1e99,"base":{"definitions":[{"name":"a"}],"board":{"name":"b"}},"current":{"definitions":[{"name":"a"}],"board":{"name":"b"}}}',
])('takes %s in storage for no draft', (stored) => {
  slot.keep({ keptAt: 1, base: board, current: { ...board, definitions: [] } });
  const [name] = Object.keys(window.localStorage);
  window.localStorage.setItem(String(name), stored);
  expect(slot.read()).toBeUndefined();
});

it('edits as usual where nothing can be stored', () => {
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  relabel(openPage(), 'a', 'Mine');
  expect(tile('a')).toBe('Mine, 2');
});

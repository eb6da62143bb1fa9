/** The keyboard in the editor: where the focus is after each step, and keys of other layouts and systems. */
import { fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources } from '../../../sources/memory/memorySources';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import { PasteProvider } from '../../../paste/PasteProvider';
import { aDashboardData } from '../../../testing/aDashboardData';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import type { EditingModel } from '../editing/EditingModel';

const metric = (label: string, section?: string) => ({ metric: { label, formula: '1', section } });
const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };

beforeEach(() => {
  jest.useFakeTimers();
  window.matchMedia = () => ({ matches: false }) as MediaQueryList;
  window.ResizeObserver = class {
    observe(): void {}
    disconnect(): void {}
    unobserve(): void {}
  };
  const definitions = { a: metric('A', 'Now'), b: metric('B', 'Today') };
  render(
    <PasteProvider isDark={false}>
      <EditableDashboard
        isAdmin
        sources={memorySources({ definitions, data: aDashboardData(), boardSettings: {} })}
        documents={defaultDocuments}
        version="1.2.3"
        login={{ hasEnded: () => false, subscribe: () => () => undefined }}
        person={() => 'ann'}
        openStore={() => memoryDefinitionStore({ names: defaultDocuments, documents: new Map() })}
        kept={kept}
        mayEdit
      />
    </PasteProvider>,
  );
});
afterEach(() => {
  kept.current?.end();
  kept.current = undefined;
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  jest.useRealTimers();
});

const press = (name: string): void => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};
const tile = (key: string): HTMLElement => document.querySelector(`[data-tile="${key}"]`) as HTMLElement;
const focused = (): string | null | undefined => document.activeElement?.textContent;

it('has the focus on the heading after Edit, Done and the wall', () => {
  press('Edit');
  expect(focused()).toBe('Editing: Realtime Dashboard');
  press('Done');
  expect(focused()).toBe('Realtime Dashboard');
  press('Wall display');
  expect(document.activeElement).toHaveAttribute('data-wall');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(focused()).toBe('Realtime Dashboard');
});

it.each(['Delete', 'Backspace'])('removes tiles by %s, and never drops the focus', (key) => {
  press('Edit');
  tile('a').focus();
  fireEvent.keyDown(tile('a'), { key });
  expect(document.activeElement).toBe(tile('b'));
  fireEvent.keyDown(tile('b'), { key });
  expect(document.querySelector('[data-tile]')).toBeNull();
  expect(focused()).toBe('Add tile');
});

it('keeps the focus on Undo and Redo when there is nothing more to undo or redo', () => {
  press('Edit');
  tile('a').focus();
  fireEvent.keyDown(tile('a'), { key: 'Delete' });
  press('Undo');
  for (const name of ['Undo', 'Redo']) {
    press(name);
    const button = screen.getByRole('button', { name });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    // A button that is disabled drops the focus in a browser.
    expect(button).toBeEnabled();
    expect(document.activeElement).toBe(button);
  }
});

it.each([
  ['Russian', 'я', 'н'],
  ['Greek', 'ζ', 'υ'],
  ['Hebrew', 'ז', 'ט'],
  ['Arabic', 'ئ', 'غ'],
])('undoes and redoes on a %s layout', (_layout, z, y) => {
  press('Edit');
  tile('a').focus();
  fireEvent.keyDown(tile('a'), { key: 'Delete' });
  fireEvent.keyDown(document.body, { key: z, code: 'KeyZ', ctrlKey: true });
  expect(tile('a')).not.toBeNull();
  fireEvent.keyDown(document.body, { key: y, code: 'KeyY', ctrlKey: true });
  expect(tile('a')).toBeNull();
});

it('lets each label find its own direction', () => {
  for (const text of ['A', 'Now', 'Realtime Dashboard'])
    expect(screen.getByText(text, { selector: '[dir="auto"]' })).toBeTruthy();
});

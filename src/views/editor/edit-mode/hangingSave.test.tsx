/** A save that takes long, never ends, or has no connection: what the editor says meanwhile, and what can be done. */
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { act, fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources } from '../../../sources/memory/memorySources';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import type { DocumentService, JsonObject } from '../../../persistence/DocumentService';
import { sameJson } from '../../../persistence/sameJson';
import { saveDocuments } from '../../../persistence/saveDocuments';
import { aDashboardData } from '../../../testing/aDashboardData';
import { aDocument } from '../draft/testing/aBoard';
import { createDefinitionStore } from '../repository/createDefinitionStore';
import type { DefinitionStore } from '../repository/DefinitionStore';
import { failureOf } from '../repository/failureOf';
import type { EditingModel } from '../editing/EditingModel';

const { definitions: name } = defaultDocuments;
const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };

let source: ReturnType<typeof memorySources>;
let isConnected: boolean;
/** What is saved. */
let documents: Map<string, JsonObject>;
/** Writes that hang, to be let go in their order; undefined while none hangs. */
let hanging: ((error?: Error) => void)[] | undefined;

beforeEach(() => {
  jest.useFakeTimers();
  isConnected = true;
  hanging = [];
  const begun = aDocument({ a: {}, b: {} });
  documents = new Map([[name, begun]]);
  source = memorySources({ definitions: begun, data: aDashboardData(), boardSettings: {} });
  render(
    <CustomizationProvider baseTheme="default">
      <EditableDashboard
        isAdmin
        sources={source}
        documents={defaultDocuments}
        version="1.2.3"
        login={{ hasEnded: () => false, subscribe: () => () => undefined }}
        person={() => 'ann'}
        openStore={aHangingStore}
        kept={kept}
        mayEdit
      />
    </CustomizationProvider>,
  );
  press('Edit');
});
afterEach(() => {
  kept.current?.end();
  kept.current = undefined;
  window.localStorage.clear();
  jest.useRealTimers();
});

/** Saves as every store does; each write of a document waits until it is let go. */
function aHangingStore(): DefinitionStore {
  const service: DocumentService = {
    async read(document) {
      const value = documents.get(document);
      return value && { value, updatedAt: '2026-11-22T16:00:00.000Z' };
    },
    async write(document, value, replaced) {
      if (hanging && !document.includes('-version'))
        await new Promise<void>((resolve, reject) =>
          hanging?.push((error) => (error ? reject(error) : resolve())),
        );
      if (!sameJson(documents.get(document), replaced?.value)) return false;
      documents.set(document, value);
      return true;
    },
    remove: async (document) => void documents.delete(document),
  };
  return createDefinitionStore({
    names: defaultDocuments,
    service: () => (isConnected ? service : undefined),
    write: (connected, changes) =>
      saveDocuments(connected, changes, { ...defaultDocuments, author: 'ann', now: () => new Date(0) }),
  });
}

function press(button: string): void {
  const found = screen.getByRole('button', { name: button });
  found.focus();
  fireEvent.click(found);
}
const relabel = (key: string, label: string): void =>
  act(() => kept.current?.do({ type: 'change-metric', key, changes: { label } }));
const setTitle = (title: string): void =>
  act(() => kept.current?.do({ type: 'change-settings', changes: { title } }));
const status = (): string | null | undefined => document.querySelector('[data-edit-status]')?.textContent;
const meanwhile = (): string | null | undefined =>
  document.querySelector('[data-saved-meanwhile]')?.textContent;
const pass = (seconds: number): void => act(() => void jest.advanceTimersByTime(seconds * 1000));
/** Lets all run that waits for nothing but its turn. */
const settle = async (): Promise<void> => {
  await act(async () => {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  });
};
/** Begins to save, as far as the first write that hangs. */
async function beginSaving(): Promise<void> {
  press('Save');
  await settle();
}
const letGo = async (error?: Error): Promise<void> => {
  hanging?.shift()?.(error);
  await settle();
};
const labelOf = (key: string): unknown =>
  (documents.get(name)?.[key] as { metric?: { label?: string } } | undefined)?.metric?.label;

it('says after a few seconds that it is still trying', async () => {
  relabel('a', 'Mine');
  await beginSaving();
  expect(status()).toBe('Saving…');
  pass(5);
  expect(status()).toBe('Still saving: Twilio is slow to answer…');
  pass(10);
  expect(status()).toMatch(/^Still saving: Twilio hasn’t confirmed it/);
  await letGo();
  expect(status()).toBe('Saved');
});

it('can be cancelled, says what that means, and lets the work go on', async () => {
  relabel('a', 'Mine');
  await beginSaving();
  pass(5);
  press('Stop saving');
  expect(status()).toMatch(/^You stopped saving\. .*may or may not be saved/);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Save' }));
  relabel('b', 'Mine too');
  expect(status()).toBe('2 unsaved changes');
});

it('writes no further document once it is cancelled', async () => {
  relabel('a', 'Mine');
  setTitle('My floor');
  await beginSaving();
  expect(hanging).toHaveLength(1);
  pass(5);
  press('Stop saving');
  await letGo();
  expect(hanging).toHaveLength(0);
  expect(documents.get('dashboard-board')).toBeUndefined();
});

it('takes what arrives after it was cancelled for saved, not for a change of somebody else', async () => {
  relabel('a', 'Mine');
  await beginSaving();
  pass(5);
  press('Stop saving');
  relabel('a', 'Mine, and better');
  await letGo();
  act(() => source.setDefinitions(documents.get(name) ?? {}));
  pass(2);
  expect(meanwhile()).toBe('');
  hanging = undefined;
  await beginSaving();
  expect(status()).toBe('Saved');
  expect(labelOf('a')).toBe('Mine, and better');
});

it('says that it is saved once what was cancelled has arrived', async () => {
  relabel('a', 'Mine');
  await beginSaving();
  pass(5);
  press('Stop saving');
  await letGo();
  expect(status()).toBe('Saved');
});

it.each([
  [
    'nothing',
    Object.assign(new Error('Maximum attempt time limit reached (status: 0, code: 0)'), { status: 0 }),
  ],
  ['an outage', Object.assign(new Error('Error from server'), { status: 503 })],
])('blames no connection when Twilio answers %s', async (_answer, error) => {
  relabel('a', 'Mine');
  await beginSaving();
  await letGo(error);
  expect(status()).toMatch(/may or may not be saved/);
  expect(status()).not.toMatch(/connection|status: 0/i);
  expect(labelOf('a')).toBe('a');
});

it('tells an outage of Twilio from no answer, with what Twilio said', () => {
  expect(failureOf({ status: 0, message: 'x' }).reason).toBe('unknown');
  expect(failureOf({ status: 503, message: 'x' })).toMatchObject({ reason: 'outage', problem: 'x' });
});

it('says when the connection is back after an offline save, and saves again', async () => {
  hanging = undefined;
  isConnected = false;
  act(() => source.setConnection('disconnected'));
  relabel('a', 'Mine');
  await beginSaving();
  expect(status()).toMatch(/^Not saved: there is no connection/);
  isConnected = true;
  act(() => source.setConnection('connected'));
  expect(status()).toBe('The connection is back. Your changes are not saved yet: save again.');
  await beginSaving();
  expect(status()).toBe('Saved');
  expect(labelOf('a')).toBe('Mine');
});

/** A board with a document of its own in edit mode: what stands where, what is on no tile, and tiles whose metric is gone. */
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { fireEvent, render, screen, within } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources } from '../../../sources/memory/memorySources';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import type { JsonObject } from '../../../persistence/DocumentService';
import { aDashboardData } from '../../../testing/aDashboardData';
import { documentsOf } from '../draft/EditingSession';
import { aDocument } from '../draft/testing/aBoard';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import type { EditingModel } from '../editing/EditingModel';

const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };
const shows = (metric: string) => ({ key: metric, visual: { kind: 'number', metric } });
const list = { boards: [{ id: 'k3f9x2ab' }] };
const layout = {
  of_2031: 1,
  sections: [{ title: 'Now', tiles: [shows('b'), shows('a'), shows('gone')] }],
};
const name = 'dashboard-board-k3f9x2ab';
const stored = new Map<string, JsonObject>();

beforeEach(() => {
  jest.useFakeTimers();
  const definitions = aDocument({ a: { section: 'Old' }, b: { section: 'Old' }, added: {} });
  stored.clear();
  stored.set('dashboard-definitions', definitions).set('dashboard-boards', list).set(name, layout);
  const sources = memorySources({ definitions, data: aDashboardData(), boardSettings: {} });
  sources.setBoards(list, { name, state: { status: 'ready', value: layout } });
  render(
    <CustomizationProvider baseTheme="default">
      <EditableDashboard
        isAdmin
        sources={sources}
        documents={defaultDocuments}
        version="1.2.3"
        login={{ hasEnded: () => false, subscribe: () => () => undefined }}
        openStore={() => memoryDefinitionStore({ names: defaultDocuments, documents: stored })}
        person={() => 'ann'}
        kept={kept}
        mayEdit
      />
    </CustomizationProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Edit' }));
});
afterEach(() => {
  kept.current?.end();
  kept.current = undefined;
  jest.useRealTimers();
});

const tile = (key: string): HTMLElement =>
  document.querySelector<HTMLElement>(`[data-tile="${key}"]`) ?? document.body;
const order = (): readonly (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-tile]')].map(({ dataset }) => dataset.tile);

it('has its tiles where its document says, and says that a metric was deleted', () => {
  expect(order()).toEqual(['b', 'a', 'gone']);
  fireEvent.click(tile('gone'));
  const dialog = screen.getByRole('dialog');
  within(dialog).getByText(/The metric "gone" was deleted/);
  fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(order()).toEqual(['b', 'a']);
});

it('moves a tile in the document alone', () => {
  tile('a').focus();
  fireEvent.keyDown(tile('a'), { key: 'ArrowLeft', shiftKey: true });
  expect(order()).toEqual(['a', 'b', 'gone']);
  const session = kept.current?.session;
  const saved = session && documentsOf(session);
  expect(saved?.layout?.value).toEqual({
    ...layout,
    sections: [{ title: 'Now', tiles: [shows('a'), shows('b'), shows('gone')] }],
  });
  expect(saved?.definitions[0]?.value).toBe(session?.base.definitions[0]?.value);
});

it('lists what is on no tile, and shows it when asked to', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Show added' }));
  expect(order()).toEqual(['b', 'a', 'gone', 'added']);
  expect(screen.queryByText('Metrics on no tile')).toBeNull();
});

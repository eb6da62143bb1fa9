/** Pasting on the board: what becomes a tile, and what is said of what does not. */
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources } from '../../../sources/memory/memorySources';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import { aDashboardData } from '../../../testing/aDashboardData';
import { aDocument } from '../draft/testing/aBoard';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import type { EditingModel } from '../editing/EditingModel';

const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };

beforeEach(() => {
  jest.useFakeTimers();
  const definitions = aDocument({ a: {} });
  render(
    <CustomizationProvider baseTheme="default">
      <EditableDashboard
        isAdmin
        sources={memorySources({ definitions, data: aDashboardData(), boardSettings: {} })}
        documents={defaultDocuments}
        version="1.2.3"
        login={{ hasEnded: () => false, subscribe: () => () => undefined }}
        openStore={() => memoryDefinitionStore({ names: defaultDocuments, documents: new Map() })}
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

const paste = (text: string): void =>
  void fireEvent.paste(document.body, { clipboardData: { getData: () => text } });
const said = (): string | null | undefined => document.querySelector('[data-paste-problem] p')?.textContent;
const tiles = (): number => document.querySelectorAll('[data-tile]').length;
const metric = (label: string, fields: object = { formula: '1' }) => ({ metric: { label, ...fields } });

it.each([
  ['', /^Nothing pasted\. Nothing to import\. Copy a tile/],
  [' \n ', /^Nothing pasted\. Nothing to import/],
  ['calls waiting', /^Nothing pasted\. .*Line 1, column 1: .*double quotes/],
  ['```json\n{"a":1}\n```', /Line 1, column 1: there is text before the first bracket\. Remove it/],
  ['{"a": {"metric": {"label": "A", "formula": "1"}},}', /Line 1, column \d+: .*comma/],
  ['{"a": {"metric": {"label": "A", "formula"', /ends too early\. Copy all of it/],
  ['{"a": 1}', /^Nothing pasted\. This is JSON, but there are no metrics in it\. Paste what/],
  ['[]', /there are no metrics in it/],
  ['{"realtime-dashboard": 1, "definitions": {}}', /there are no metrics in it/],
  ['{"realtime-dashboard": 99, "definitions": {}}', /later version .* Update this one first/],
])('says what is wrong with %j, where, and what to do', (text, words) => {
  paste(text);
  expect(said()).toMatch(words);
  expect(tiles()).toBe(1);
});

it('names the tiles that it left out, and why, beside those it pasted', () => {
  paste(JSON.stringify({ b: metric('B'), c: metric('Broken', {}) }));
  expect(tiles()).toBe(2);
  expect(said()).toMatch(/^1 tile not pasted: Broken\. .*"formula" is missing/);
});

it('says nothing more once a paste went well, or it is hidden', () => {
  paste('x');
  paste(JSON.stringify(metric('B')));
  expect([said(), tiles()]).toEqual([undefined, 2]);
  paste('x');
  fireEvent.click(screen.getByRole('button', { name: 'Hide' }));
  expect(said()).toBeUndefined();
});

it('leaves text boxes their own paste', () => {
  fireEvent.click(screen.getByRole('button', { name: 'Import' }));
  fireEvent.paste(screen.getByRole('textbox'), { clipboardData: { getData: () => 'x' } });
  expect(said()).toBeUndefined();
});

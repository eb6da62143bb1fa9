/**
 * Browsers translate a page by putting other elements around its text nodes. React goes on to write to the text nodes that it
 * made, which then stand nowhere: numbers freeze. Each screen is taken through the same changes twice, and must say the same.
 */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources, type MemorySources } from '../../../sources/memory/memorySources';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import { PasteProvider } from '../../../paste/PasteProvider';
import { aDashboardData } from '../../../testing/aDashboardData';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import type { EditingModel } from '../editing/EditingModel';

const waiting = 'data.workspace_statistics.realtime.tasks_by_status.pending';
const definitions = (label = 'Waiting', formula = waiting) => ({
  waiting: {
    metric: {
      label,
      formula,
      unit: 'calls',
      firstThresholdValue: 5,
      firstThresholdStyle: 'Warn',
      secondThresholdValue: 10,
      secondThresholdStyle: 'Error',
    },
  },
  longest: {
    metric: {
      label: 'Longest',
      formula: 'data.workspace_statistics.realtime.longest_task_waiting_age',
      format: 'seconds',
      increment: true,
    },
  },
  rate: {
    metric: { label: 'Rate', formula: waiting, sampleFormula: waiting, minimumSample: 4, section: 'Today' },
  },
});
const began = Date.parse('2026-11-22T11:42:15.000Z');
const data = (pending: number) => ({
  ...aDashboardData({
    collectedAt: new Date(Date.now()).toISOString(),
    realtime: { tasks_by_status: { pending }, longest_task_waiting_age: pending * 7 },
  }),
  notices:
    pending === 12 ? [{ code: 'queues-capped', text: `150 of 200 queues are left out, ${pending}.` }] : [],
});
const pass = (seconds: number) => (): void => void jest.advanceTimersByTime(seconds * 1000);

/** What happens to a screen, one thing after the other. */
const changes: readonly ((source: MemorySources) => void)[] = [
  (source) => source.setData(data(3)),
  (source) => source.setData(data(7)),
  (source) => source.setData(data(12)),
  pass(7),
  (source) => source.setRefresh({ status: 'asking' }),
  (source) => source.setRefresh({ status: 'failed', problem: 'No answer.', retryAt: Date.now() + 60_000 }),
  pass(50),
  pass(60),
  (source) => source.setConnection('disconnected'),
  pass(5),
  (source) => source.setConnection('connected'),
  (source) => source.setDefinitions(definitions('Calls', '1 +')),
  (source) => source.setBoardSettings({ title: 'Sales' }),
  (source) => source.setDefinitions(definitions('Calls', 'null')),
  (source) => source.setData(data(5)),
  (source) => source.setData({ ...data(5), collected_at: 'soon' }),
  (source) => source.setDefinitions(definitions('Waiting')),
  (source) => source.setData(data(20)),
  pass(700),
  (source) => source.setData(data(0)),
];

/** As Google Translate does, but into the same words. */
function translate(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  for (const node of found) {
    const parent = node.parentElement;
    const isLeft = parent?.closest('font, style, script, textarea, .prism-code-editor, [translate="no"]');
    if (node.data.trim() === '' || isLeft) continue;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    parent?.replaceChild(outer, node);
    outer.append(inner);
    inner.textContent = node.data;
  }
}

const login = { hasEnded: () => false, subscribe: () => () => undefined };

/** What a screen says after each change, its tiles by their accessible names too. */
function wordsOf(way: () => void, isTranslated: boolean): readonly string[] {
  jest.useFakeTimers().setSystemTime(began);
  const source = memorySources({ definitions: definitions(), data: data(1), boardSettings: {} });
  const kept: React.MutableRefObject<EditingModel | undefined> = { current: undefined };
  render(
    <PasteProvider isDark={false}>
      <EditableDashboard
        isAdmin
        sources={source}
        documents={defaultDocuments}
        version="1.2.3"
        login={login}
        person={() => 'ann'}
        openStore={() => memoryDefinitionStore({ names: defaultDocuments, documents: new Map() })}
        kept={kept}
        mayEdit
      />
    </PasteProvider>,
  );
  way();
  const said = changes.map((change) => {
    if (isTranslated) translate();
    act(() => void change(source));
    return document.body.textContent ?? '';
  });
  kept.current?.end();
  cleanup();
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  jest.useRealTimers();
  return said;
}

beforeEach(() => {
  window.matchMedia = () => ({ matches: false }) as MediaQueryList;
  window.ResizeObserver = class {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe(): void {
      act(() => this.tell([{ contentRect: { width: 1900, height: 900 } } as ResizeObserverEntry], this));
    }
    disconnect(): void {}
    unobserve(): void {}
  };
});

const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const openTile = (key: string): void =>
  void fireEvent.click(document.querySelector(`[data-tile="${key}"]`) ?? document.body);

it.each<[string, () => void]>([
  ['the board', () => undefined],
  ['the details of a tile', () => openTile('waiting')],
  ['the wall', () => press('Wall display')],
  ['the editor', () => press('Edit')],
  ['the workbench', () => (press('Edit'), openTile('waiting'))],
  ['the gallery', () => (press('Edit'), press('Add tile'))],
])('says the same when the page is translated: %s', (_name, way) => {
  const plain = wordsOf(way, false);
  expect(new Set(plain).size).toBeGreaterThan(changes.length / 2);
  const translated = wordsOf(way, true);
  const index = plain.findIndex((words, at) => words !== translated[at]);
  expect([index, translated[index]]).toEqual([-1, plain[index]]);
});

it('asks translators to leave values and times alone', () => {
  jest.useFakeTimers().setSystemTime(began);
  const source = memorySources({ definitions: definitions(), data: data(1), boardSettings: {} });
  render(
    <PasteProvider isDark={false}>
      <EditableDashboard
        isAdmin
        sources={source}
        documents={defaultDocuments}
        version="1.2.3"
        login={login}
        person={() => 'ann'}
        openStore={() => memoryDefinitionStore({ names: defaultDocuments, documents: new Map() })}
        kept={{ current: undefined }}
        mayEdit
      />
    </PasteProvider>,
  );
  const values = [...document.querySelectorAll('.tile-value')];
  expect(values.length).toBe(3);
  expect(values.every((value) => value.getAttribute('translate') === 'no')).toBe(true);
  press('Wall display');
  expect(document.querySelector('[data-wall] time')?.getAttribute('translate')).toBe('no');
  cleanup();
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  jest.useRealTimers();
});

/** What breaks while it is drawn stays what breaks: each part of the screen in turn, with everything around it alive. */
import { act, fireEvent, render, screen, within } from '@testing-library/react';
import * as React from 'react';
import { defaultDocuments } from '../../../schema/defaults';
import { memorySources } from '../../../sources/memory/memorySources';
import { EditableDashboard } from '../../../plugin/EditableDashboard';
import { PasteProvider } from '../../../paste/PasteProvider';
import { aDashboardData } from '../../../testing/aDashboardData';
import { memoryDefinitionStore } from '../repository/memoryDefinitionStore';
import type { EditingModel } from '../editing/EditingModel';

/** Names of components that throw, or `ReadingTile a` for the tile of one metric. */
const mockBroken = new Set<string>();

function mockBreakable(module: Record<string, unknown>): Record<string, unknown> {
  const react = jest.requireActual<typeof React>('react');
  const breakable = (name: string, part: unknown) =>
    react.forwardRef(function Breakable(props: { reading?: { key: string; status: string } }, ref) {
      const { reading } = props;
      const isBroken =
        mockBroken.has(name) || (reading?.status === 'value' && mockBroken.has(`${name} ${reading.key}`));
      if (isBroken) throw new Error(`${name} broke`);
      return react.createElement(part as React.ComponentType<object>, { ...props, ...(ref && { ref }) });
    });
  return Object.fromEntries(
    Object.entries(module).map(([name, part]) => [
      name,
      /^[A-Z]/.test(name) && ['function', 'object'].includes(typeof part) ? breakable(name, part) : part,
    ]),
  );
}

jest.mock('../../desk/FreshnessChip', () => mockBreakable(jest.requireActual('../../desk/FreshnessChip')));
jest.mock('../../desk/AttentionFilter', () =>
  mockBreakable(jest.requireActual('../../desk/AttentionFilter')),
);
jest.mock('../../desk/FirstData', () => mockBreakable(jest.requireActual('../../desk/FirstData')));
jest.mock('../../desk/BoardFooter', () => mockBreakable(jest.requireActual('../../desk/BoardFooter')));
jest.mock('../../desk/Board', () => mockBreakable(jest.requireActual('../../desk/Board')));
jest.mock('../../../visuals/TileGrid', () => mockBreakable(jest.requireActual('../../../visuals/TileGrid')));
jest.mock('../../../visuals/ReadingTile', () =>
  mockBreakable(jest.requireActual('../../../visuals/ReadingTile')),
);
jest.mock('../../desk/OpenTile', () => mockBreakable(jest.requireActual('../../desk/OpenTile')));
jest.mock('../../desk/BoardPage', () => mockBreakable(jest.requireActual('../../desk/BoardPage')));
jest.mock('../../wall/WallBar', () => mockBreakable(jest.requireActual('../../wall/WallBar')));
jest.mock('../../wall/WallTiles', () => mockBreakable(jest.requireActual('../../wall/WallTiles')));
jest.mock('./EditToolbar', () => mockBreakable(jest.requireActual('./EditToolbar')));
jest.mock('./EditAnnouncer', () => mockBreakable(jest.requireActual('./EditAnnouncer')));
jest.mock('./SavedMeanwhile', () => mockBreakable(jest.requireActual('./SavedMeanwhile')));
jest.mock('./SectionsInEditing', () => mockBreakable(jest.requireActual('./SectionsInEditing')));
jest.mock('./SectionDialog', () => mockBreakable(jest.requireActual('./SectionDialog')));
jest.mock('./VersionsDialog', () => mockBreakable(jest.requireActual('./VersionsDialog')));
jest.mock('./AddTile', () => mockBreakable(jest.requireActual('./AddTile')));
jest.mock('./ImportTiles', () => mockBreakable(jest.requireActual('./ImportTiles')));
jest.mock('./EditedBoard', () => mockBreakable(jest.requireActual('./EditedBoard')));
jest.mock('../import-export/ExportDialog', () =>
  mockBreakable(jest.requireActual('../import-export/ExportDialog')),
);
jest.mock('../tile-editor/TilePanel', () => mockBreakable(jest.requireActual('../tile-editor/TilePanel')));

const total = 'data.workspace_statistics.realtime.total_tasks';
const metrics = {
  a: { metric: { label: 'A', formula: total } },
  b: { metric: { label: 'B', formula: total, section: 'Now' } },
};
const login = { hasEnded: () => false, subscribe: () => () => undefined };

let source: ReturnType<typeof memorySources>;
let kept: React.MutableRefObject<EditingModel | undefined>;
beforeEach(() => {
  mockBroken.clear();
  jest.useFakeTimers().setSystemTime(new Date('2026-11-22T11:42:16Z'));
  // React reports what a boundary has caught; that is expected here.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  window.matchMedia = () => ({ matches: false }) as MediaQueryList;
  // The room of a wall is measured by what jsdom does not have.
  window.ResizeObserver = class {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe(): void {
      const entry = { contentRect: { width: 1900, height: 900 } } as ResizeObserverEntry;
      act(() => this.tell([entry], this));
    }
    disconnect(): void {}
    unobserve(): void {}
  };
  source = memorySources({ definitions: metrics, data: aDashboardData(), boardSettings: {} });
  kept = { current: undefined };
});
afterEach(() => {
  kept.current?.end();
  window.sessionStorage.clear();
  window.history.replaceState(null, '', '/');
  jest.useRealTimers();
});

const open = (): void =>
  void render(
    <PasteProvider isDark={false}>
      <p>Flex</p>
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
const press = (name: string): void =>
  void fireEvent.click(screen.getByRole('button', { name, hidden: true }));
const tile = (key: string): HTMLElement | null => document.querySelector(`[data-tile="${key}"]`);
const openTile = (): void => void fireEvent.click(tile('a') ?? document.body);
const isHere = (text: string): boolean => document.body.textContent?.includes(text) ?? false;
const failures = (): number => document.querySelectorAll('[data-failed]').length;

const desk = (): void => undefined;
const wall = (): void => press('Wall display');
const editing = (): void => press('Edit');
const dialogOf = (name: string) => (): void => {
  editing();
  press(name);
};

it.each<[string, () => void, readonly string[]]>([
  ['FreshnessChip', desk, ['a', 'b']],
  ['AttentionFilter', desk, ['a', 'b']],
  ['FirstData', desk, ['a', 'b']],
  ['BoardFooter', desk, ['a', 'b']],
  ['Board', desk, []],
  ['BoardPage', desk, []],
  ['OpenTile', openTile, ['a', 'b']],
  ['WallBar', wall, ['a', 'b']],
  ['WallTiles', wall, []],
  ['EditToolbar', editing, ['a', 'b']],
  ['EditAnnouncer', editing, ['a', 'b']],
  ['SavedMeanwhile', editing, ['a', 'b']],
  ['SectionsInEditing', editing, []],
  ['EditedBoard', editing, []],
  ['TilePanel', () => (editing(), openTile()), ['a', 'b']],
  ['SectionDialog', dialogOf('Add section'), ['a', 'b']],
  ['VersionsDialog', dialogOf('Versions'), ['a', 'b']],
  ['AddTile', dialogOf('Add tile'), ['a', 'b']],
  ['ImportTiles', dialogOf('Import'), ['a', 'b']],
  ['ExportDialog', dialogOf('Export'), ['a', 'b']],
])('a broken %s leaves Flex and the tiles beside it', (part, way, alive) => {
  // What is on screen from the start is broken from the start.
  if (way === desk) mockBroken.add(part);
  open();
  mockBroken.add(part);
  way();
  act(() => source.setData(aDashboardData({ realtime: { total_tasks: 66 } })));
  expect(isHere('Flex')).toBe(true);
  expect(failures()).toBeGreaterThan(0);
  for (const key of alive) expect(tile(key)?.getAttribute('aria-label')).toContain('66');
  expect(isHere(`${part} broke`)).toBe(true);

  mockBroken.clear();
  const [failed] = document.querySelectorAll<HTMLElement>('[data-failed]');
  if (failed) fireEvent.click(within(failed).getByText('Try again'));
  expect(failures()).toBe(0);
});

it.each([
  ['desk', desk],
  ['wall', wall],
  ['editor', editing],
])('a broken tile of the %s is ERR, and comes back with the next reading', (_name, way) => {
  mockBroken.add('ReadingTile a');
  open();
  way();
  expect(tile('a')?.getAttribute('aria-label')).toMatch(/^A, ERR, .*ReadingTile broke/);
  expect(tile('b')?.getAttribute('aria-label')).toBe('B, 65');
  mockBroken.clear();
  act(() => source.setData(aDashboardData({ realtime: { total_tasks: 66 } })));
  expect(tile('a')?.getAttribute('aria-label')).toBe('A, 66');
});

it('draws a wall that broke anew by itself, and lets it be left', () => {
  mockBroken.add('WallTiles').add('WallBar');
  open();
  wall();
  expect(isHere('Flex')).toBe(true);
  expect(failures()).toBeGreaterThan(0);
  mockBroken.clear();
  act(() => void jest.advanceTimersByTime(10_000));
  expect(failures()).toBe(0);
  expect(tile('b')).not.toBeNull();
});

it('keeps the work of an editor that broke', () => {
  mockBroken.add('EditedBoard');
  open();
  editing();
  expect(failures()).toBe(1);
  act(() => kept.current?.do({ type: 'change-metric', key: 'a', changes: { label: 'Mine' } }));
  mockBroken.clear();
  press('Try again');
  expect(tile('a')?.getAttribute('aria-label')).toBe('Mine, 65');
});

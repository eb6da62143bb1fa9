import { act, fireEvent, screen, within } from '@testing-library/react';
import * as React from 'react';
import { createStrings } from '../../strings/createStrings';
import { lookAt } from '../../views/board/useLook';
import { aMoment } from '../../testing/anEvaluatedMetric';
import { aTile, lookOf, readTiles } from '../../testing/aBoardOfTiles';
import { renderInPaste } from '../../testing/renderInPaste';
import { roomIn } from './useRoom';

const english = createStrings('en');
const said = (...tile: Parameters<typeof lookOf>): string => lookOf(...tile).describe(english).sentence;

const rows = `[
  { name: 'Sales', n: 0, wait: null, free: 2 },
  { name: 'Support', n: 31, wait: 245, free: 0 },
  { name: 'Chat', n: 3, wait: 38, free: 0 },
  { name: 'Billing', n: 9, wait: 107, free: 0 },
]`;
const waiting = {
  label: 'Waiting',
  formula: 'row.n',
  firstThresholdValue: 5,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: 10,
  secondThresholdStyle: 'Error',
};
const longest = { label: 'Longest', formula: 'row.wait', format: 'seconds' };
const visual = { kind: 'table', rows, title: 'Queue', columns: [waiting, longest] };

describe('table', () => {
  it('says how many rows there are, how bad it is, and the worst three', () => {
    expect(said(visual)).toBe(
      'Tile, 4 rows, Critical, Support: Waiting 31, Critical, Billing: Waiting 9, Warning, Chat: Waiting 3',
    );
  });

  it('has the level of its worst cell', () => {
    expect(lookOf(visual).level).toBe('critical');
    expect(lookOf({ ...visual, rows: `${rows}.filter((q) => q.n < 10)` }).level).toBe('warning');
    expect(lookOf({ ...visual, rows: `${rows}.filter((q) => q.n < 5)` }).level).toBe('normal');
    expect(lookOf({ ...visual, rows: '[]' }).level).toBeUndefined();
  });

  it('asks for attention where a cell is broken and nothing alarms', () => {
    const columns = [{ label: 'Waiting', formula: 'row.n.x' }];
    expect(lookOf({ ...visual, columns }).level).toBe('broken');
  });

  it('says that an empty list has nothing to show', () => {
    expect(said({ ...visual, rows: '[]' })).toBe('Tile, Nothing to show');
  });

  it.each([
    ['null', {}, 'Tile, No traffic'],
    [rows, { data: undefined }, 'Tile, No data yet'],
    [rows, { now: Date.parse('2026-11-22T11:52:15.000Z') }, /^Tile, 4 rows, Stale, 10 min old, Support: /],
  ])('tells the state of %s', (formula, moment, sentence) => {
    expect(said({ ...visual, rows: formula }, {}, moment)).toEqual(
      typeof sentence === 'string' ? sentence : expect.stringMatching(sentence),
    );
  });

  it.each([
    [
      { rows: 'data.workspace_statistics.realtime.total_tasks' },
      'Formula error, A table needs a list, such as data.queues; the formula gives 65. To turn an object into a list, write Object.values(...).',
    ],
    [{ columns: [] }, 'Definition error, "columns" must be a list of 1 to 12 columns'],
    [{ columns: [waiting, waiting] }, 'Definition error, "columns" must be a list of 1 to 12 columns'],
    [
      { columns: [{ ...waiting, decimals: 'two' }] },
      'Definition error, In the column "Waiting": "decimals" must be a whole number from 0 to 6; it is "two".',
    ],
    [
      { sort: { column: 'Wait' } },
      'Definition error, The table cannot be sorted by "Wait". Its columns are "Queue", "Waiting", "Longest".',
    ],
    [{ sort: 'Waiting' }, 'Definition error, "sort" must name a column'],
  ])('explains on the tile what is wrong with %j', (part, problem) => {
    const sentence = said({ ...visual, ...part });
    expect(sentence).toContain(`Tile, ERR, ${problem}`);
  });

  describe('when its data grows old', () => {
    const longAgo = (minutes: number): number => Date.parse('2026-11-22T11:42:15.000Z') + minutes * 60_000;

    it.each([
      ['critical', 'error', { rows }, 'Stale, Was critical at 11:42'],
      ['warning', 'warning', { rows: `${rows}.filter((q) => q.n < 10)` }, 'Stale, Was warning at 11:42'],
      ['calm', undefined, { rows: `${rows}.filter((q) => q.n < 5)` }, 'Stale, 10 min old'],
    ])('says what and when it was last: %s', (_level, was, part, words) => {
      const tile = aTile({ ...visual, ...part });
      const readings = readTiles([tile]);
      readings.tick(aMoment({ now: longAgo(10) }));
      const content = lookAt(tile, readings).describe(english);
      expect(content.was).toBe(was);
      expect(content.sentence).toContain(words);
    });
  });

  it('explains a wrong list in Spanish', () => {
    expect(lookOf({ ...visual, rows: '5' }).describe(createStrings('es')).sentence).toContain(
      'Una tabla necesita una lista, como data.queues; la fórmula da 5.',
    );
  });
});

describe('the tile of a table', () => {
  const onOpen = jest.fn();
  beforeEach(() => {
    onOpen.mockClear();
    window.ResizeObserver = class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    };
    // Room for three rows and all columns.
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(600);
    jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(140);
    jest
      .spyOn(window, 'getComputedStyle')
      .mockReturnValue({ fontSize: '15px', getPropertyValue: () => '' } as unknown as CSSStyleDeclaration);
  });
  const show = (part: object = {}, setting: object = {}) =>
    renderInPaste(
      <div role="list">
        {lookOf({ ...visual, ...part }).tile({ tile: 't', size: 'wide', onOpen, ...setting })}
      </div>,
    );
  const names = (): readonly (string | null)[] =>
    [...document.querySelectorAll('tbody th')].map(({ textContent }) => textContent);
  const heading = (name: string): HTMLElement =>
    [...document.querySelectorAll<HTMLElement>('thead button')].find(
      ({ textContent }) => textContent === name,
    ) ?? document.body;

  it('shows the worst rows that fit, and counts the others', () => {
    show();
    expect(names()).toEqual(['Support', 'Billing', 'Chat']);
    expect(document.querySelector('.tile-foot')).toHaveTextContent('1 more, not critical');
  });

  it('says how many of the rows that do not fit are critical', () => {
    show({ sort: { column: 'Queue', direction: 'ascending' } });
    expect(names()).toEqual(['Billing', 'Chat', 'Sales']);
    expect(document.querySelector('.tile-foot')).toHaveTextContent('1 more, 1 critical');
  });

  it('sorts by a heading, the other way, and then as before', () => {
    show();
    const order = (): unknown => {
      fireEvent.click(heading('Longest'));
      return [names(), heading('Longest').closest('th')?.getAttribute('aria-sort')];
    };
    expect(order()).toEqual([['Support', 'Billing', 'Chat'], 'descending']);
    expect(order()).toEqual([['Chat', 'Billing', 'Support'], 'ascending']);
    expect(order()).toEqual([['Support', 'Billing', 'Chat'], null]);
    expect(onOpen).not.toHaveBeenCalled();
  });

  it('says the level of a cell in words and by an icon', () => {
    show();
    const cell = document.querySelector('tbody td');
    expect(cell).toHaveTextContent('31, Critical · over 10');
    expect(cell?.querySelector('svg')).not.toBeNull();
  });

  it('opens by its button and by a click beside it', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Open Tile' }));
    fireEvent.click(document.querySelector('tbody td') ?? document.body);
    expect(onOpen.mock.calls).toEqual([['t'], ['t']]);
  });

  it('has no headings to press on a wall', () => {
    show({}, { labelSize: 20 });
    expect(document.querySelectorAll('thead button')).toHaveLength(0);
    expect(document.querySelector('button.tile')).toHaveAttribute('aria-label', said(visual));
  });

  it('marks beside the name an alarm in a column without room', () => {
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(180);
    show({ columns: [longest, waiting] });
    expect(document.querySelectorAll('thead th')).toHaveLength(2);
    expect([...document.querySelectorAll('tbody [data-hidden]')].map((name) => name.textContent)).toEqual([
      'Support',
      'Billing',
    ]);
  });

  it('marks no name where a cell that is shown is as bad', () => {
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(180);
    show({ columns: [waiting, { ...waiting, label: 'Again' }] });
    expect(document.querySelectorAll('tbody td')).toHaveLength(3);
    expect(document.querySelectorAll('tbody [data-hidden]')).toHaveLength(0);
  });

  it('greys zeros and dashes', () => {
    show({ sort: { column: 'Waiting', direction: 'ascending' } });
    const [sales] = document.querySelectorAll('tbody tr');
    expect(sales).toHaveTextContent('Sales0–');
    expect(sales?.querySelectorAll('[data-quiet]')).toHaveLength(2);
  });

  it('begins words at the left, their heading too, and ends numbers at the right', () => {
    show({ columns: [{ label: 'Activity', formula: "'Lunch'" }, waiting] });
    const columns = [...document.querySelectorAll('thead th')].map((heading) => [
      heading.textContent,
      heading.hasAttribute('data-words'),
    ]);
    expect(columns).toEqual([
      [expect.any(String), false],
      ['Activity', true],
      ['Waiting', false],
    ]);
    expect(document.querySelectorAll('tbody td[data-words]')).toHaveLength(
      document.querySelectorAll('tbody tr').length,
    );
  });

  it('lists every row in its details, with the limits of each column', () => {
    const { unmount } = renderInPaste(
      lookOf(visual).details({
        definition: undefined,
        collectedAt: undefined,
        now: 0,
        timeZone: undefined,
        onClose: jest.fn(),
      }),
    );
    const dialog = screen.getByRole('dialog', { name: 'Tile' });
    expect(within(dialog).getAllByRole('row')).toHaveLength(5);
    expect(dialog).toHaveTextContent('over 10');
    act(() => void unmount());
  });
});

describe('roomIn', () => {
  const content = { rows: 40, columns: 6 };

  it.each([
    [858, 280, { rows: 7, columns: 10 }],
    [180, 140, { rows: 3, columns: 1 }],
  ] as const)(
    'finds in %d by %d how much type of 15 px there is room for at a desk',
    (width, height, room) => {
      expect(roomIn(width, height, 15, 'desk', content)).toMatchObject({ ...room, fontSize: undefined });
    },
  );

  it('makes type smaller until three rows fit', () => {
    expect(roomIn(600, 105.6, 15, 'desk', content).rows).toBe(3);
    expect(roomIn(600, 105.6, 15, 'desk', content).fontSize).toBeCloseTo(12);
  });

  it('makes rows higher to fill the room, within limits', () => {
    expect(roomIn(600, 145, 15, 'desk', content).rowHeight).toBe(2.41);
    expect(roomIn(600, 2000, 15, 'desk', { rows: 3, columns: 2 }).rowHeight).toBeLessThanOrEqual(3.4);
  });

  it('fills a tile at a desk with three rows, in type a little larger than usual', () => {
    const { rowHeight, fontSize = 15 } = roomIn(600, 300, 15, 'desk', { rows: 3, columns: 2 });
    expect(fontSize).toBeLessThanOrEqual(21);
    expect(4 * rowHeight * fontSize).toBeGreaterThan(0.9 * 300);
    expect(roomIn(300, 300, 15, 'desk', { rows: 3, columns: 4 }).fontSize).toBeUndefined();
  });

  it('shows at most eight rows and four columns on a wall, as large as fits', () => {
    expect(roomIn(1600, 1000, 15, 'wall', content)).toMatchObject({ rows: 8, columns: 4 });
    expect(roomIn(1600, 1000, 15, 'wall', content).fontSize).toBeCloseTo(1000 / 9 / 2.2);
  });

  it('gives a column with a trend the room of two', () => {
    expect(roomIn(300, 280, 15, 'desk', { rows: 3, columns: 2 }).columns).toBe(2);
    expect(roomIn(300, 280, 15, 'desk', { rows: 3, columns: 2, wide: '12' }).columns).toBe(1);
    expect(roomIn(462, 900, 15, 'wall', { rows: 3, columns: 2, wide: '22' }).fontSize).toBeCloseTo(20);
  });

  it('draws few rows larger on a wall, but none wider than its columns', () => {
    expect(roomIn(1200, 300, 15, 'wall', { rows: 3, columns: 4 }).fontSize).toBeCloseTo(300 / 4 / 2.2);
    expect(roomIn(462, 900, 15, 'wall', { rows: 3, columns: 4 }).fontSize).toBeCloseTo(20);
  });
});

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as React from 'react';
import type { ThresholdStyle, TileSize } from '../schema/metricDefinition';
import type { Reading, ValueReading } from '../model/metric/Reading';
import { renderInPaste } from '../testing/renderInPaste';
import { ReadingTile } from './ReadingTile';
import { TileGrid } from './TileGrid';

const named = { key: 'waiting', label: 'Tasks waiting' };
const value: ValueReading = {
  ...named,
  status: 'value',
  freshness: { status: 'fresh' },
  text: '18',
  value: 18,
  level: 'normal',
  styleProblems: [],
};

function draw(reading: Reading, size: TileSize = 'normal', onOpen = jest.fn()): HTMLElement {
  renderInPaste(
    <TileGrid aria-label="Metrics">
      <ReadingTile tile={reading.key} reading={reading} size={size} onOpen={onOpen} />
    </TileGrid>,
  );
  return screen.getByRole('button');
}

const styleOf = (element: HTMLElement, property: string): string => element.style.getPropertyValue(property);

it('is a button in a list, which says all there is to see in one sentence', () => {
  const tile = draw({
    ...named,
    status: 'formula-error',
    problem: { kind: 'formula', message: 'No "Lunch".' },
  });
  expect(tile).toHaveAccessibleName('Tasks waiting, ERR, Formula error, No "Lunch".');
  expect(screen.getByRole('list', { name: 'Metrics' })).toContainElement(screen.getByRole('listitem'));
  expect(screen.getByRole('listitem')).toContainElement(tile);
});

it('shows label, value, unit, word and context', () => {
  const tile = draw({
    ...value,
    unit: 'calls',
    level: 'critical',
    style: 'Error',
    crossed: { direction: 'over', limit: '10' },
  });
  expect(tile).toHaveTextContent('Tasks waiting 18 calls Critical · over 10');
  expect(tile).toHaveAttribute('data-state', 'error');
});

it.each([
  [undefined, 'Default', false],
  ['Warn', 'Warn', false],
  ['Error Strong', 'Error Strong', true],
  ['Danger', 'Default', false],
] as const)('leaves the colours of the style %s to the sheet', (style, named, isStrong) => {
  const tile = draw({ ...value, style: style as ThresholdStyle | undefined });
  expect(tile).toHaveAttribute('data-style', named);
  expect(tile.hasAttribute('data-strong')).toBe(isStrong);
  expect(tile).not.toHaveAttribute('style');
});

it('gives the sheet the colours of every named style', () => {
  draw(value);
  const grid = screen.getByRole('list', { name: 'Metrics' });
  for (const name of ['default', 'success', 'warn', 'error', 'error-strong'])
    expect(styleOf(grid, `--${name}-value`)).toMatch(/^(rgb|#)/);
  expect(styleOf(grid, '--error-strong-ground')).toMatch(/^rgb/);
  expect(styleOf(grid, '--warn-ground')).toBe('#fff3d4');
  expect(styleOf(grid, '--default-ground')).toBe('');
});

it.each([
  ['a normal 0', { text: '0', value: 0 }, true],
  ['a 0 that is alarming', { text: '0', value: 0, level: 'critical', style: 'Error' }, false],
  ['0 that is text', { text: '0', value: '0' }, false],
  ['1', { text: '1', value: 1 }, false],
] as const)('tells by its digits whether it is quiet, given %s', (_what, part, isQuiet) => {
  const digits = draw({ ...value, ...part }).querySelector('.tile-value');
  expect(digits?.classList.contains('quiet')).toBe(isQuiet);
});

it('draws the colours that a metric brings along', () => {
  const tile = draw({
    ...value,
    style: { statColour: 'colorTextError', backgroundColour: 'colorBackgroundWarning' },
  });
  expect(styleOf(tile, '--value')).toMatch(/^rgb/);
  expect(styleOf(tile, '--caption')).toMatch(/^rgb/);
  expect(styleOf(tile, '--ground')).toMatch(/^rgb/);
  expect(tile).not.toHaveAttribute('data-style');
  expect(tile).toHaveAttribute('data-strong');
});

it.each(['stale', 'previous-day'] as const)('gives up its colours given a %s reading', (status) => {
  const freshness =
    status === 'stale' ? ({ status, age: { amount: 4, unit: 'minute' } } as const) : ({ status } as const);
  const tile = draw({
    ...value,
    freshness,
    level: 'critical',
    style: { backgroundColour: 'colorBackgroundError' },
  });
  expect(tile).toHaveAttribute('data-state', status);
  expect(tile).not.toHaveAttribute('data-style');
  expect(styleOf(tile, '--value')).toBe('');
  expect(styleOf(tile, '--ground')).toBe('');
});

it.each(['critical', 'warning', 'normal'] as const)(
  'keeps the outline of what was %s given stale data',
  (level) => {
    const tile = draw({
      ...value,
      freshness: { status: 'stale', age: { amount: 4, unit: 'minute' } },
      level,
      levelAt: Date.UTC(2026, 10, 27, 13, 14),
    });
    const was = { critical: 'error', warning: 'warning', normal: null }[level];
    expect(tile.getAttribute('data-was')).toBe(was);
  },
);

it.each<[TileSize, string, boolean]>([
  ['small', '12:47', false],
  ['small', 'Billing and Returns', true],
  ['normal', '12:47', false],
  ['normal', 'Billing, Refund', false],
  ['normal', 'Billing, Returns and Refunds', true],
  ['wide', 'Billing, Returns and Refunds', false],
  ['wide', 'Billing, Returns, Refunds and everything else', true],
])('on a %s tile "%s" wraps: %s', (size, text, wraps) => {
  const drawn = draw({ ...value, text }, size).querySelector('.tile-value > span');
  expect(drawn?.classList.contains('tile-long')).toBe(wraps);
});

it('opens by click, Enter and Space, and says which metric it is', () => {
  const onOpen = jest.fn();
  const tile = draw(value, 'normal', onOpen);
  userEvent.tab();
  expect(tile).toHaveFocus();
  userEvent.keyboard('{enter}');
  userEvent.keyboard('{space}');
  userEvent.click(tile);
  expect(onOpen.mock.calls).toEqual([['waiting'], ['waiting'], ['waiting']]);
});

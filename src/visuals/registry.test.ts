import { lookOf } from '../testing/aBoardOfTiles';
import { createStrings } from '../strings/createStrings';
import { kinds, spansOf } from './registry';

const sentence = (...tile: Parameters<typeof lookOf>): string =>
  lookOf(...tile).describe(createStrings('en')).sentence;
const waiting = { label: 'Tile', formula: '7' };

describe('openVisual', () => {
  it('shows a metric as a number', () => {
    expect(sentence({ kind: 'number', metric: 'waiting' }, { waiting })).toBe('Tile, 7');
  });

  it('explains a kind that this version does not have', () => {
    expect(sentence({ kind: 'pie', metric: 'waiting' }, { waiting })).toBe(
      `Tile, ERR, Definition error, This version has no visual "pie"; it has ${kinds.map(({ kind }) => kind).join(', ')}. Choose one of these, or update the dashboard.`,
    );
  });

  it.each([
    [{ kind: 'number' }, 'A tile of the kind "number" needs "metric". Add it to the board.'],
    [{ kind: 'number', metric: null }, 'A tile of the kind "number" needs "metric". Add it to the board.'],
    [{ kind: 'number', metric: 5 }, '"metric" must be text that is not empty; it is 5.'],
    [
      { kind: 'number', metric: 'gone' },
      'The metric "gone" was deleted. Restore an earlier version, or delete this tile.',
    ],
    [
      { kind: 'gauge', metric: 'waiting', target: [6, 4] },
      '"target" must be a number, or two in ascending order; it is [6,4].',
    ],
    [
      { kind: 'text', text: 'Hello', level: 'loud' },
      '"level" must be one of "normal", "warning", "critical"; it is "loud".',
    ],
  ])('explains on the tile what is wrong with %j', (visual, problem) => {
    expect(sentence(visual as never, { waiting })).toBe(`Tile, ERR, Definition error, ${problem}`);
    expect(lookOf(visual as never, { waiting }).level).toBe('broken');
  });

  it('ignores fields that nobody knows', () => {
    expect(sentence({ kind: 'number', metric: 'waiting', glow: true }, { waiting })).toBe('Tile, 7');
  });

  it.each([
    [
      'number',
      { kind: 'number', metric: 'list' },
      'The formula gives a list; a tile shows one value, such as its .length.',
    ],
    [
      'gauge',
      { kind: 'gauge', metric: 'list', target: 5 },
      'The formula gives a list; a tile shows one value, such as its .length.',
    ],
    [
      'breakdown',
      { kind: 'breakdown', parts: '5' },
      'A breakdown needs named counts, such as { Lunch: 12, Free: 2 }; the formula gives 5.',
    ],
  ])('explains a formula of the wrong shape on a %s', (_kind, visual, problem) => {
    const list = { label: 'Tile', formula: '[1, 2]' };
    expect(sentence(visual, { list })).toBe(`Tile, ERR, Formula error, ${problem}`);
  });
});

it('has kinds of different names', () => {
  expect(new Set(kinds.map(({ kind }) => kind)).size).toBe(kinds.length);
});

describe('spansOf', () => {
  it.each(kinds)('gives a $kind no less than its least span in 12 columns', ({ kind }) => {
    const { usual, least } = spansOf(kind);
    expect(least.columns).toBeGreaterThanOrEqual(1);
    expect(least.rows).toBeGreaterThanOrEqual(1);
    expect(usual.columns).toBeGreaterThanOrEqual(least.columns);
    expect(usual.rows).toBeGreaterThanOrEqual(least.rows);
    expect(usual.columns).toBeLessThanOrEqual(12);
  });

  it('gives a kind that this version does not have the span of a number', () => {
    expect(spansOf('pie')).toBe(spansOf('number'));
  });
});

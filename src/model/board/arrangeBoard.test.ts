import { arrangeBoard } from './arrangeBoard';
import { parseMetricDefinitions } from '../metric/parseMetricDefinitions';

type Place = { readonly section?: string; readonly order?: number; readonly size?: string };

const arrange = (places: Readonly<Record<string, Place>>, sections: readonly string[] = []) =>
  arrangeBoard(
    parseMetricDefinitions(
      Object.fromEntries(
        Object.entries(places).map(([key, place]) => [
          key,
          { metric: { label: key, formula: '1', ...place } },
        ]),
      ),
    ),
    sections,
  );
const keys = (...given: Parameters<typeof arrange>): unknown =>
  arrange(...given).map(({ name, tiles }) => [name, tiles.map(({ key }) => key).join(' ')]);

it('has no section given no tile', () => {
  expect(keys({}, ['Now'])).toEqual([]);
});

it('gives the tiles by their order, and those without one after them as they were given', () => {
  expect(keys({ c: {}, b: { order: 2 }, a: { order: -1 }, d: {}, e: { order: 1.5 } })).toEqual([
    [undefined, 'a e b c d'],
  ]);
});

it('keeps tiles of one order as they were given', () => {
  expect(keys({ b: { order: 1 }, a: { order: 1 }, c: { order: 1 } })).toEqual([[undefined, 'b a c']]);
});

it('does not depend on the order of JSON keys given orders: keys that are numbers come first there', () => {
  expect(keys({ b: { order: 1 }, '10': { order: 3 }, '2': { order: 2 } })).toEqual([[undefined, 'b 2 10']]);
});

it('puts tiles without a section before all sections', () => {
  expect(keys({ a: { section: 'Now' }, b: {} })).toEqual([
    [undefined, 'b'],
    ['Now', 'a'],
  ]);
});

it('gives sections as the settings list them, then the others by their first tile, none of them empty', () => {
  const places = {
    a: { section: 'Late', order: 9 },
    b: { section: 'Agents', order: 5 },
    c: { section: 'Today', order: 6 },
    d: { section: 'Now', order: 7 },
    e: { section: 'Agents', order: 1 },
  };
  expect(keys(places, ['Now', 'Nothing', 'Today'])).toEqual([
    ['Now', 'd'],
    ['Today', 'c'],
    ['Agents', 'e b'],
    ['Late', 'a'],
  ]);
});

it('gives each tile its label, its metric as a number, and a span by its size', () => {
  expect(arrange({ a: { size: 'wide' }, b: {}, c: { size: 'large' } })).toEqual([
    {
      name: undefined,
      tiles: [
        { key: 'a', label: 'a', span: { columns: 4, rows: 1 }, visual: { kind: 'number', metric: 'a' } },
        { key: 'b', label: 'b', span: { columns: 2, rows: 1 }, visual: { kind: 'number', metric: 'b' } },
        { key: 'c', label: 'c', span: { columns: 2, rows: 1 }, visual: { kind: 'number', metric: 'c' } },
      ],
    },
  ]);
});

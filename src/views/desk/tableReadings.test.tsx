import { act, render } from '@testing-library/react';
import * as React from 'react';
import { aTile, tileMeasures } from '../../testing/aBoardOfTiles';
import { aDashboardData } from '../../testing/aDashboardData';
import { aMoment } from '../../testing/anEvaluatedMetric';
import { parseMetricDefinitions } from '../../model/metric/parseMetricDefinitions';
import { readingsIn } from '../../model/metric/Reading';
import { Announcer } from './Announcer';
import { ReadingsStore } from '../board/ReadingsStore';

const waiting = { label: 'Waiting', formula: 'row.n', firstThresholdValue: 5, firstThresholdStyle: 'Error' };
const tableOf = (...columns: readonly object[]) =>
  aTile({ kind: 'table', rows: 'data.queues', columns }, 'Queues');
const collected = Date.parse('2026-11-22T11:42:15.000Z');
const momentOf = (counts: Readonly<Record<string, number>>, now = collected) => {
  const data = aDashboardData({ collectedAt: new Date(now).toISOString() });
  const queues = Object.entries(counts).map(([friendly_name, n]) => ({ friendly_name, n }));
  return aMoment({ data: { ...data, queues }, now });
};

let store: ReadingsStore;
beforeEach(() => {
  store = new ReadingsStore();
});
const read = (counts: Readonly<Record<string, number>>, now?: number, tile = tableOf(waiting)): void =>
  store.evaluate(tileMeasures([tile]), momentOf(counts, now));
const told = (): readonly unknown[] =>
  store.transitions.all.get().map(({ reading, from, to }) => [(/ (\S+)$/.exec(reading) ?? [])[1], from, to]);

describe('transitions of a table', () => {
  it('are those of each column and row', () => {
    read({ Support: 6, Sales: 1 });
    read({ Sales: 7, Support: 1 });
    expect(told()).toEqual([
      ['Support', undefined, 'critical'],
      ['Sales', 'normal', 'critical'],
      ['Support', 'critical', 'normal'],
    ]);
  });

  it('end when a row leaves the list, and begin afresh when it comes back', () => {
    read({ Support: 6 });
    read({});
    read({ Support: 6 });
    expect(told()).toEqual([
      ['Support', undefined, 'critical'],
      ['Support', 'critical', 'normal'],
      ['Support', undefined, 'critical'],
    ]);
  });

  it('begin and end nothing while data is stale', () => {
    const moment = momentOf({ Support: 6 });
    const measures = tileMeasures([tableOf(waiting)]);
    store.evaluate(measures, moment);
    store.evaluate(measures, { ...moment, now: collected + 200_000 });
    store.evaluate(measures, momentOf({ Support: 6 }, collected + 210_000));
    expect(told()).toEqual([['Support', undefined, 'critical']]);
  });

  it('are not told again when another column is added', () => {
    read({ Support: 6 });
    read({ Support: 6 }, collected, tableOf(waiting, { label: 'Twice', formula: 'row.n * 2' }));
    expect(told()).toEqual([['Support', undefined, 'critical']]);
  });

  it('forget the cells of a table that is gone', () => {
    read({ Support: 6 });
    const reading = store.shaped(store.keys()[0] ?? '');
    const [cell] = reading ? readingsIn(reading) : [];
    expect(store.transitions.standing(cell?.key ?? '')).toBeDefined();
    store.evaluate([], momentOf({}));
    expect(store.transitions.standing(cell?.key ?? '')).toBeUndefined();
  });
});

it('announces a table when its worst cell becomes worse', () => {
  read({ Support: 1, Sales: 1 });
  render(<Announcer readings={store} />);
  act(() => read({ Support: 1, Sales: 6 }));
  expect(document.querySelector('[data-announcer]')).toHaveTextContent('Queues: Critical');
});

it('leaves an ordinary tile its work beside a greedy table', () => {
  const greedy = { label: 'Greedy', formula: 'Array.from({ length: 23_700 }).length + row.n' };
  const counts = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`Queue ${index}`, index]));
  store.evaluate(
    [
      ...tileMeasures([tableOf(greedy)]),
      ...parseMetricDefinitions({ last: { metric: { label: 'Last', formula: 'waiting(data)' } } }),
    ],
    momentOf(counts),
  );
  expect(store.get('last')).toMatchObject({ status: 'value' });
});

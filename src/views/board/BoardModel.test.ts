import { memorySources } from '../../sources/memory/memorySources';
import type { Loaded } from '../../model/metric/Loaded';
import { Store } from '../../model/store/Store';
import { aDashboardData } from '../../testing/aDashboardData';
import * as Measure from '../../visuals/Measure';
import { BoardModel } from './BoardModel';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('leaves no timer behind given a board that is left while further definitions are still gathered', () => {
  const sources = memorySources({ definitions: {}, data: {} });
  const model = new BoardModel({
    sources,
    definitionsDocument: 'dashboard-definitions',
    looks: { colours: new Map(), locale: 'en' },
  });
  const leave = model.start();
  const ticking = jest.getTimerCount();
  sources.setFurtherDefinitions([{ name: 'more', state: { status: 'ready', value: {} } }]);
  expect(jest.getTimerCount()).toBe(ticking + 1);

  leave();

  expect(jest.getTimerCount()).toBe(0);
});

test('keeps in mind how a value stood to its threshold given another theme and language', () => {
  const waiting = {
    label: 'Waiting',
    formula: 'data.workspace_statistics.realtime.total_tasks',
    format: 'number',
  };
  const thresholds = { firstThresholdValue: 10_000, firstThresholdStyle: 'Error', hysteresis: 1000 };
  const tasks = (total_tasks: number) => aDashboardData({ realtime: { total_tasks } });
  jest.setSystemTime(Date.parse('2026-11-22T11:42:15.000Z'));
  const sources = memorySources({
    definitions: { waiting: { metric: { ...waiting, ...thresholds } } },
    data: tasks(10_001),
  });
  const model = new BoardModel({
    sources,
    definitionsDocument: 'dashboard-definitions',
    looks: { colours: new Map([['colorTextError', 'red']]), locale: 'en' },
  });
  const leave = model.start();
  sources.setData(tasks(9500));

  model.setAppearance({ colours: new Map([['colorTextError', 'tomato']]), locale: 'es' });

  expect(model.readings.get('waiting')).toMatchObject({
    text: '9500',
    level: 'critical',
    style: 'Error',
    crossed: { direction: 'over', limit: '10.000' },
  });
  leave();
});

test('shows what its sources have, before it is drawn, to the first who needs it again', () => {
  const tasks = (total_tasks: number) => aDashboardData({ realtime: { total_tasks } });
  jest.setSystemTime(Date.parse('2026-11-22T11:42:15.000Z'));
  const metric = { label: 'x', formula: 'data.workspace_statistics.realtime.total_tasks' };
  const sources = memorySources({ definitions: { metric: { metric } }, data: tasks(1) });
  const model = new BoardModel({
    sources,
    definitionsDocument: 'dashboard-definitions',
    looks: { colours: new Map(), locale: 'en' },
  });
  model.start()();
  sources.setData(tasks(2));
  sources.setConnection('disconnected');
  model.catchUp();
  expect(model.readings.get('metric')).toMatchObject({ value: 2 });
  expect(model.status.get()).toMatchObject({ connection: 'disconnected' });
});

describe('a second source', () => {
  const noon = Date.parse('2026-11-22T12:00:00.000Z');
  const metric = (formula: string) => ({ metric: { label: 'x', formula } });
  const definitions = {
    tasks: metric('data.workspace_statistics.realtime.total_tasks'),
    agents: metric('data.agents.length'),
    both: metric('data.workspace_statistics.realtime.total_tasks + data.agents.length'),
  };
  const setUp = () => {
    jest.setSystemTime(noon);
    const agents = new Store<Loaded<unknown>>({ status: 'ready', value: ['Ann'], collectedAt: noon });
    const data = aDashboardData({ collectedAt: new Date(noon).toISOString() });
    const sources = memorySources({ definitions, data, boardSettings: {}, named: { agents } });
    const model = new BoardModel({
      sources,
      definitionsDocument: 'dashboard-definitions',
      looks: { colours: new Map(), locale: 'en' },
    });
    model.start();
    return { agents, sources, model, reading: (key: string) => model.readings.get(key) };
  };

  test('changes the readings that read it, and no other', () => {
    const { agents, model, reading } = setUp();
    expect([reading('agents'), reading('both')]).toMatchObject([{ value: 1 }, { value: 66 }]);
    const changed: string[] = [];
    model.readings.subscribeToAll((keys) => changed.push(...keys));
    agents.set({ status: 'ready', value: ['Ann', 'Bob'], collectedAt: noon });
    expect([reading('agents'), reading('both')]).toMatchObject([{ value: 2 }, { value: 67 }]);
    expect(changed).toEqual(['agents', 'both']);
  });

  test.each([
    ['tasks', 0],
    ['agents', 1],
  ])('is followed on a board with a tile of %s by so many: %d', (metricOnTile, followers) => {
    const followed = jest.fn();
    const agents = new Store<Loaded<unknown>>({ status: 'ready', value: [], collectedAt: noon });
    const source = {
      get: agents.get,
      subscribe: (onChange: () => void) => {
        followed();
        return agents.subscribe(onChange);
      },
    };
    const sources = memorySources({
      definitions,
      data: aDashboardData(),
      boardSettings: {},
      named: { agents: source },
    });
    const tile = { key: 'a', visual: { kind: 'number', metric: metricOnTile } };
    sources.setBoards(
      { boards: [{ id: 'k3f9x2ab' }] },
      {
        name: 'dashboard-board-k3f9x2ab',
        state: { status: 'ready', value: { sections: [{ tiles: [tile] }] } },
      },
    );
    const model = new BoardModel({
      sources,
      definitionsDocument: 'dashboard-definitions',
      looks: { colours: new Map(), locale: 'en' },
    });
    model.start();
    expect(model.layout.get().content).toMatchObject({
      status: 'tiles',
      sections: [{ tiles: [{ key: 'a' }] }],
    });
    expect(followed).toHaveBeenCalledTimes(followers);
  });

  test('is as old as it is, whatever the age of the dashboard data', () => {
    const { agents, reading } = setUp();
    jest.setSystemTime(noon + 200_000);
    agents.set({ status: 'ready', value: ['Bob'], collectedAt: noon + 200_000 });
    expect(reading('agents')).toMatchObject({ freshness: { status: 'fresh' } });
    expect(reading('both')).toMatchObject({ freshness: { status: 'stale' } });
    expect(reading('tasks')).toMatchObject({ freshness: { status: 'stale' } });
  });

  test('leaves readings of the dashboard data untouched when it fails, and explains the others', () => {
    const { agents, reading } = setUp();
    const before = reading('tasks');
    agents.set({ status: 'failed', problem: 'No permission.' });
    expect(reading('tasks')).toBe(before);
    for (const key of ['agents', 'both'])
      expect(reading(key)).toMatchObject({ problem: { kind: 'source-failed', source: 'agents' } });
  });
});

describe('several boards', () => {
  const noon = Date.parse('2026-11-22T12:00:00.000Z');
  const total = 'data.workspace_statistics.realtime.total_tasks';
  const limit = { firstThresholdValue: 10, firstThresholdStyle: 'Error' };
  const definitions = {
    edge: { metric: { label: 'Edge', formula: total, ...limit, hysteresis: 5 } },
    sold: { metric: { label: 'Sold', formula: total } },
    kept: { metric: { label: 'Kept', formula: total } },
    unused: { metric: { label: 'Unused', formula: `board.queue && ${total}` } },
  };
  const tasks = (total_tasks: number) => {
    const collectedAt = new Date(noon).toISOString();
    return aDashboardData({ collectedAt, realtime: { total_tasks } });
  };
  const documentOf = (id: string, ...metrics: readonly string[]) => {
    const tiles = metrics.map((metric) => ({ key: metric, visual: { kind: 'number', metric } }));
    const state = { status: 'ready', value: { sections: [{ tiles }] } } as const;
    return { name: `dashboard-board-${id}`, state };
  };
  const setUp = () => {
    jest.setSystemTime(noon);
    const sources = memorySources({ definitions, data: tasks(20), boardSettings: {} });
    const boards = ['main0001', 'sales001', 'support1'].map((id) => ({ id }));
    sources.setBoards(
      { boards },
      documentOf('main0001', 'edge'),
      documentOf('sales001', 'sold', 'edge-gone'),
      documentOf('support1', 'kept'),
    );
    const model = new BoardModel({
      sources,
      definitionsDocument: 'dashboard-definitions',
      looks: { colours: new Map(), locale: 'en' },
    });
    const leave = model.start();
    return { sources, model, leave, keys: model.readings.keys };
  };
  /** Which metrics are evaluated with an update, by their keys, each as often as it is. */
  const evaluatedWith = (update: () => void): readonly string[] => {
    const evaluated: string[] = [];
    const prepare = Measure.prepareMeasure;
    const spy = jest.spyOn(Measure, 'prepareMeasure').mockImplementation((measure, context) => {
      const evaluate = prepare(measure, context);
      return (...input) => {
        evaluated.push(measure.key);
        return evaluate(...input);
      };
    });
    update();
    spy.mockRestore();
    return evaluated;
  };

  test('evaluate with an update the metrics of the board that is shown, and no other', () => {
    const { sources, model, leave } = setUp();
    const evaluated = evaluatedWith(() => {
      // Another theme prepares all of them again, so that what counts them is among them.
      model.setAppearance({ colours: new Map([['colorTextError', 'red']]), locale: 'en' });
      sources.setData(tasks(21));
    });
    expect(evaluated).toEqual(['edge', 'edge']);
    leave();
  });

  test('evaluate beside it the metrics of boards that are kept for a wall', () => {
    const { sources, model, leave } = setUp();
    model.keep(['support1']);
    jest.advanceTimersByTime(200);
    const evaluated = evaluatedWith(() => {
      model.setAppearance({ colours: new Map([['colorTextError', 'red']]), locale: 'en' });
      sources.setData(tasks(21));
    });
    expect(evaluated).toEqual(['edge', 'kept', 'edge', 'kept']);
    leave();
  });

  test('offer no choice that only a metric on another board reads', () => {
    const { model, leave } = setUp();
    expect(model.layout.get().variables).toEqual([]);
    leave();
  });

  test('keep in mind how a value stood to its threshold while another one was shown', () => {
    const { sources, model, leave, keys } = setUp();
    expect(model.readings.get('edge')).toMatchObject({ level: 'critical' });
    sources.showBoard('sales001');
    expect(keys()).toEqual(['sold', 'edge-gone']);
    sources.setData(tasks(8));
    sources.showBoard('main0001');
    expect(model.readings.get('edge')).toMatchObject({ text: '8', level: 'critical' });
    leave();
  });
});

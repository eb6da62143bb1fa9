import { memorySources } from '../sources/memory/memorySources';
import { aDashboardData } from '../testing/aDashboardData';
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

  model.setLooks({ colours: new Map([['colorTextError', 'tomato']]), locale: 'es' });

  expect(model.readings.get('waiting')).toMatchObject({
    text: '9500',
    level: 'critical',
    style: 'Error',
    crossed: { direction: 'over', limit: '10.000' },
  });
  leave();
});

import { memoryDashboardSource } from '../dashboard-source/memoryDashboardSource';
import { BoardModel } from './BoardModel';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('leaves no timer behind given a board that is left while further definitions are still gathered', () => {
  const source = memoryDashboardSource({ definitions: {}, data: {} });
  const model = new BoardModel({
    source,
    definitionsDocument: 'dashboard-definitions',
    colours: new Map(),
    locale: 'en',
  });
  const leave = model.start();
  const ticking = jest.getTimerCount();
  source.setFurtherDefinitions([{ name: 'more', state: { status: 'present', value: {} } }]);
  expect(jest.getTimerCount()).toBe(ticking + 1);

  leave();

  expect(jest.getTimerCount()).toBe(0);
});

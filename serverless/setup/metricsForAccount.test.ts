import defaults from '../../default_stats.json';
import { metricsForAccount, type ActivityOfAccount } from './metricsForAccount';

const activity = (friendlyName: string, available = false): ActivityOfAccount => ({
  friendlyName,
  available,
});
const formulas = (activities: readonly ActivityOfAccount[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(metricsForAccount(defaults, activities)).map(([key, entry]) => [
      key,
      (entry as { metric: { formula: string } }).metric.formula,
    ]),
  );

describe('metricsForAccount', () => {
  it('asks for no activity that the account does not have', () => {
    const all = formulas([activity('Ready', true), activity("Joe's", true), activity('Away')]);
    expect(all.workers_available).toBe("activity('Ready') + activity(\"Joe's\")");
    expect(Object.values(all).join()).not.toMatch(/activity\('(Available|Unavailable|Break|Offline)'/);
  });

  it('leaves all other metrics of default_stats.json as they are', () => {
    const made = metricsForAccount(defaults, [activity('Available', true), activity('Break')]);
    const { workers_offline: _1, workers_unavailable: _2, workers_break: _3, ...others } = defaults;
    expect(made).toEqual(others);
  });

  it('counts who is in Available where no activity takes tasks', () => {
    expect(formulas([activity('Away')]).workers_available).toBe("activity('Available')");
  });
});

import defaults from '../../default_stats.json';
import { metricsForAccount, type ActivityOfAccount } from './metricsForAccount';

const activity = (friendlyName: string, available = false): ActivityOfAccount => ({
  friendlyName,
  available,
});
const fresh = [activity('Offline'), activity('Available', true), activity('Unavailable'), activity('Break')];
const formulas = (activities: readonly ActivityOfAccount[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(metricsForAccount(defaults, activities)).map(([key, entry]) => [
      key,
      (entry as { metric: { formula: string } }).metric.formula,
    ]),
  );

describe('metricsForAccount', () => {
  it('is default_stats.json for a new account', () => {
    expect(metricsForAccount(defaults, fresh)).toEqual(defaults);
  });

  it('asks for no activity that the account does not have', () => {
    const activities = [
      activity('Ready', true),
      activity('On call', true),
      activity('Away'),
      activity("Joe's"),
    ];
    const all = formulas(activities);
    expect(all.workers_available).toBe("activity('Ready') + activity('On call')");
    expect(all.workers_away).toBe("activity('Away')");
    expect(all.workers_joe_s).toBe('activity("Joe\'s")');
    expect(Object.values(all).join()).not.toMatch(/'(Available|Unavailable|Break)'\)/);
  });

  it('gives each activity a key of its own, also where names have no Latin letters', () => {
    const activities = [activity('休憩'), activity('研修'), activity('Away'), activity('AWAY')];
    expect(Object.keys(formulas(activities))).toEqual(
      expect.arrayContaining(['workers', 'workers_2', 'workers_away', 'workers_away_2']),
    );
  });

  it('shows at most 24 activities', () => {
    const many = Array.from({ length: 100 }, (_, index) => activity(`Activity ${index}`));
    expect(Object.keys(metricsForAccount(defaults, many))).toHaveLength(
      Object.keys(defaults).length - 3 + 24,
    );
  });
});

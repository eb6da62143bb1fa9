import { ordinaryLife } from './ordinaryDay';
import { PastDays } from './PastDays';

const until = Date.parse('2026-11-27T13:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

const past = (seed = 1) =>
  new PastDays(ordinaryLife, { until, seed, queuesOf: (name) => [`${name} 1`, `${name} 2`] });

const count = (of: PastDays, kind: string, from: number, hours = 24): number =>
  of.between(from, from + hours * hour - 1).filter((happening) => happening.kind === kind).length;

describe('the past of a scenario', () => {
  it('is the same for the same seed, in whatever order it is asked for', () => {
    const [one, other] = [past(), past()];
    other.between(until - 5 * day, until);

    expect(one.between(until - 3 * day, until - 2 * day)).toEqual(
      other.between(until - 3 * day, until - 2 * day),
    );
    expect(past(2).between(until - day, until)).not.toEqual(one.between(until - day, until));
  });

  it('comes in order, ends where the scenario begins, and fits together from windows', () => {
    const [made, all] = [past(), past().between(until - 3 * day, until + day)];
    const times = all.map(({ at }) => at);

    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[times.length - 1]).toBeLessThan(until);
    const parts = [3, 2, 1].flatMap((back) => made.between(until - back * day, until - (back - 1) * day - 1));
    expect(parts.length).toBe(made.between(until - 3 * day, until - 1).length);
  });

  it('has quiet weekends, and a day of the same weekday as the present is as busy as its own hours', () => {
    const made = past();
    const week = [7, 6, 5, 4, 3, 2, 1].map((back) => count(made, 'task-created', until - back * day));

    expect(week.filter((tasks) => tasks < (week[0] ?? 0) / 2)).toHaveLength(2);
    const ownHour = ordinaryLife.arrivals.reduce((sum, { perMinute }) => sum + perMinute * 60, 0);
    expect(count(made, 'task-created', until - 7 * day + 2 * hour, 1) / ownHour).toBeCloseTo(1, 0);
  });

  it('has a bad day two weeks before, on which many gave up waiting', () => {
    const made = past();
    const gaveUp = (back: number): number => {
      const from = until - back * day + 3 * hour;
      return count(made, 'task-canceled', from, 3) / count(made, 'task-created', from, 3);
    };

    expect(gaveUp(14)).toBeGreaterThan(0.3);
    expect(gaveUp(7)).toBeLessThan(0.15);
  });

  it('makes waits long at lunch', () => {
    const waits = (from: number): number => {
      const accepted = past()
        .between(from, from + hour)
        .filter(({ kind }) => kind === 'reservation-accepted');
      return accepted.reduce((sum, { waited }) => sum + waited, 0) / accepted.length;
    };

    expect(waits(until - 7 * day + 5 * hour)).toBeGreaterThan(1.5 * waits(until - 7 * day + 2 * hour));
  });
});

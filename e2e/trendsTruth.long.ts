/** Series against a count of the tasks themselves, as in their own test, over every one of 28 days around each clock change. */
import { metricsWithTruth, pastWithTruth, seriesAndTruth } from '../src/testing/pastWithTruth';

const dayMs = 86_400_000;
/** The latest of seven days in a row: with the same weekdays of four weeks before, they are 28 whole days in a row. */
const changes = [
  ['put back in London', '2026-11-08', 'Europe/London', '00:00'],
  ['put forward in London', '2027-04-10', 'Europe/London', '06:00'],
  ['put forward in Adelaide', '2026-10-25', 'Australia/Adelaide', '00:00'],
  ['put back in Adelaide', '2027-04-17', 'Australia/Adelaide', '06:00'],
] as const;

describe.each(changes)('when clocks are %s', (_name, latest, timeZone, startsAt) => {
  const worlds = [6, 5, 4, 3, 2, 1, 0].map((ago) =>
    pastWithTruth(new Date(Date.parse(latest) - ago * dayMs).toISOString().slice(0, 10), timeZone, startsAt),
  );

  it('there are 28 whole days in a row, one of them longer or shorter', () => {
    const days = worlds.flatMap(({ past }) => past.before).sort((a, b) => a.start - b.start);
    expect(days).toHaveLength(28);
    days.slice(1).forEach((day, index) => expect(day.start).toBe(days[index]?.end));
    expect(days.filter(({ start, end }) => end - start !== dayMs)).toHaveLength(1);
  });

  it.each(metricsWithTruth)('the series is the truth for %s', (_metric, formula, oracle) => {
    for (const world of worlds) {
      const { series, truth } = seriesAndTruth(world, formula, oracle);
      expect(series).toEqual(truth);
    }
  });
});

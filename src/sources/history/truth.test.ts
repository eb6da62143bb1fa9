import { metricsWithTruth, pastWithTruth, seriesAndTruth } from '../../testing/pastWithTruth';

/** Today: one of the same weekday of four weeks before has 23 or 25 hours. */
const todays = [
  ['when clocks in London are put back', '2026-11-08', 'Europe/London', '00:00', 25],
  ['when clocks in London are put forward', '2027-04-10', 'Europe/London', '06:00', 23],
  [
    'when clocks in Adelaide, half an hour off, are put forward',
    '2026-10-25',
    'Australia/Adelaide',
    '00:00',
    23,
  ],
  ['when clocks in Adelaide are put back', '2027-04-17', 'Australia/Adelaide', '06:00', 25],
] as const;

describe('a series, against a count of the tasks themselves', () => {
  describe.each(todays)('%s', (_name, date, timeZone, startsAt, oddHours) => {
    const world = pastWithTruth(date, timeZone, startsAt);
    const days = [world.past.today, ...world.past.before];

    it('has five days, one of which is longer or shorter', () => {
      const hours = days.map(({ start, end }) => (end - start) / 3_600_000);
      expect([...hours].sort()).toEqual([24, 24, 24, 24, oddHours].sort());
    });

    it.each(metricsWithTruth)('is the truth for %s', (_metric, formula, oracle) => {
      const { series, truth } = seriesAndTruth(world, formula, oracle);
      expect(series).toEqual(truth);
    });
  });
});

import { aPast, dayStart, quarterHour } from '../../testing/aPast';
import { collectSeries, type Series } from './seriesOf';
import { bandOf, compareWithUsual } from './usual';

/** Days on which a metric read such values; undefined is a gap. @param isJudged whether enough was counted */
function trendOf(before: readonly (readonly (number | undefined)[])[], isJudged = (_value: number) => true) {
  const past = aPast([], before);
  const seriesIn = (values: readonly (number | undefined)[], start: number): Series =>
    collectSeries(
      values.flatMap((value, index) =>
        value === undefined
          ? []
          : [{ point: { at: start + (index + 1) * quarterHour, value, isJudged: isJudged(value) } }],
      ),
    );
  return { past, before: before.map((values, day) => seriesIn(values, past.before[day]?.start ?? 0)) };
}

const at = (quarters: number): number => dayStart + quarters * quarterHour;
const over = { firstThresholdValue: 5 };
const green = { firstThresholdStyle: 'Success' } as const;
const red = { firstThresholdStyle: 'Error' } as const;
const redBelow = { defaultStyle: 'Error' } as const;
const under = { firstThresholdValue: 5, invertThresholds: true };

describe('compareWithUsual', () => {
  const trend = trendOf([
    [10, 20],
    [12, 30],
    [14, 40],
    [40, 90],
  ]);

  it('holds a value against the middle of the same time of the days before', () => {
    expect(compareWithUsual(trend, 25, at(1), over)).toMatchObject({ usual: 13, difference: 12, days: 4 });
  });

  it('counts between two quarter-hours in proportion', () => {
    expect(compareWithUsual(trend, 24, at(1.5), {})).toMatchObject({ usual: 24, from: 15, to: 65 });
  });

  it.each([
    ['more than usual where more is worse', 50, over, 'worse'],
    ['less than usual where more is worse', 2, over, 'better'],
    ['more than usual where less is worse', 50, under, 'better'],
    ['less than usual where less is worse', 2, under, 'worse'],
    ['more than usual where more is green', 50, { ...over, ...green }, 'better'],
    ['less than usual where less is green', 2, { ...under, ...green }, 'better'],
    ['more than usual where only much is not red', 50, { ...over, ...redBelow }, 'better'],
    ['more than usual where much is red', 50, { ...over, ...red }, 'worse'],
    ['what those days had as well', 40, over, undefined],
    ['a metric without thresholds', 50, {}, undefined],
  ])('judges %s', (_name, value, thresholds, verdict) => {
    expect(compareWithUsual(trend, value, at(1), thresholds)).toMatchObject({ verdict });
  });

  it('says so when fewer than two days have a value', () => {
    const one = trendOf([[10], [undefined, 5]]);
    expect(compareWithUsual(one, 3, at(1), over)).toEqual({ status: 'too-little', days: 1 });
  });

  it('leaves out days on which too little was counted', () => {
    const few = trendOf([[0], [80], [90], [100]], (value) => value > 0);
    expect(compareWithUsual(few, 50, at(1), under)).toMatchObject({ usual: 90, days: 3, verdict: 'worse' });
    expect(bandOf(few)).toEqual([{ at: at(1), from: 80, to: 100 }]);
  });

  it.each([
    ['a day of 25 hours', ['2026-10-24T23:00Z', 25], ['2026-10-17T23:00Z', 24]],
    ['a day before of 25 hours', ['2026-11-01T00:00Z', 24], ['2026-10-24T23:00Z', 25]],
    ['a day of 23 hours', ['2026-03-29T00:00Z', 23], ['2026-03-22T00:00Z', 24]],
    ['a day before of 23 hours', ['2026-04-04T23:00Z', 24], ['2026-03-29T00:00Z', 23]],
  ] as const)('compares noon with noon on %s', (_name, today, other) => {
    const hour = 4 * quarterHour;
    const timeZone = 'Europe/London';
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    const dayOf = ([begins, hours]: readonly [string, number]) => {
      const start = Date.parse(begins);
      return { start, end: start + hours * hour, states: [] };
    };
    const hourOf = (at: number): number => Number(clock.format(at));
    const hoursOf = ({ start, end }: { start: number; end: number }): readonly number[] =>
      Array.from({ length: (end - start) / hour }, (_, index) => start + index * hour);
    const past = { ...aPast([]), timeZone, today: dayOf(today), before: [dayOf(other), dayOf(other)] };
    // Each day reads the hour that clocks show.
    const before = past.before.map((day) =>
      collectSeries(hoursOf(day).map((at) => ({ point: { at, value: hourOf(at), isJudged: true } }))),
    );
    const noon = hoursOf(past.today).find((at) => hourOf(at) === 12) ?? NaN;
    expect(compareWithUsual({ past, before }, 12, noon, {})).toMatchObject({ usual: 12, days: 2 });
  });

  it('does not reach over a gap', () => {
    const gap = trendOf([
      [10, undefined, 30],
      [10, undefined, 30],
    ]);
    expect(compareWithUsual(gap, 3, at(2), over)).toEqual({ status: 'too-little', days: 0 });
  });
});

describe('bandOf', () => {
  it('spans the least and the largest of each time, where two days have one', () => {
    expect(bandOf(trendOf([[3, 8], [5]]))).toEqual([{ at: at(1), from: 3, to: 5 }]);
  });
});

import { aPast, dayStart, quarterHour } from '../testing/aPast';
import { collectSeries, type Series } from './seriesOf';
import { bandOf, compareWithUsual } from './usual';

/** Days on which a metric read such values; undefined is a gap. */
function trendOf(before: readonly (readonly (number | undefined)[])[]) {
  const past = aPast([], before);
  const seriesIn = (values: readonly (number | undefined)[], start: number): Series =>
    collectSeries(
      values.flatMap((value, index) =>
        value === undefined
          ? []
          : [{ point: { at: start + (index + 1) * quarterHour, value, isJudged: true } }],
      ),
    );
  return { past, before: before.map((values, day) => seriesIn(values, past.before[day]?.start ?? 0)) };
}

const at = (quarters: number): number => dayStart + quarters * quarterHour;
const over = { firstThresholdValue: 5 };
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
    ['what those days had as well', 40, over, undefined],
    ['a metric without thresholds', 50, {}, undefined],
  ])('judges %s', (_name, value, thresholds, verdict) => {
    expect(compareWithUsual(trend, value, at(1), thresholds)).toMatchObject({ verdict });
  });

  it('says so when fewer than two days have a value', () => {
    const one = trendOf([[10], [undefined, 5]]);
    expect(compareWithUsual(one, 3, at(1), over)).toEqual({ status: 'too-little', days: 1 });
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

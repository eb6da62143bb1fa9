import type { Point } from './seriesOf';
import { rehearse } from './rehearse';

const points = (values: readonly (number | null)[], isJudged = true): readonly Point[] =>
  values.map((value, index) => ({ at: index, value, isJudged: isJudged && value !== null }));
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
const limits = {
  label: '',
  formula: '',
  firstThresholdValue: 50,
  firstThresholdStyle: 'Warn',
  secondThresholdValue: 90,
  secondThresholdStyle: 'Error',
} as const;

describe('rehearse', () => {
  it('counts the moments beyond each threshold', () => {
    const before = [{ points: points(upTo(60)) }, { points: points(upTo(100)) }, { points: [] }];
    expect(rehearse({ before }, limits)).toMatchObject({ judged: 160, warning: 50, critical: 10, days: 2 });
  });

  it('counts the other way where less is worse', () => {
    const before = [{ points: points(upTo(100)) }];
    const inverted = { ...limits, invertThresholds: true, firstThresholdValue: 20, secondThresholdValue: 10 };
    expect(rehearse({ before }, inverted)).toMatchObject({ warning: 10, critical: 9 });
  });

  it('leaves out what rests on too little, and what had no answer', () => {
    const before = [{ points: [...points([99, 99], false), ...points([null, 95])] }];
    expect(rehearse({ before }, limits)).toMatchObject({ judged: 1, critical: 1, tooFew: 2 });
  });

  it('proposes a limit that one moment in ten is beyond', () => {
    const before = [{ points: points(upTo(100)) }];
    expect(rehearse({ before }, limits).proposal).toBe(90);
    expect(rehearse({ before }, { ...limits, invertThresholds: true }).proposal).toBe(11);
  });

  it('proposes a limit for shares from 0 to 1 that some of them are beyond', () => {
    const before = [{ points: points(upTo(100).map((value) => value / 100)) }];
    expect(rehearse({ before }, limits).proposal).toBe(0.9);
    expect(rehearse({ before }, { ...limits, invertThresholds: true }).proposal).toBe(0.11);
  });

  it('proposes nothing where all moments are alike or few', () => {
    expect(
      rehearse({ before: [{ points: points(upTo(100).map(() => 7)) }] }, limits).proposal,
    ).toBeUndefined();
    expect(rehearse({ before: [{ points: points(upTo(19)) }] }, limits).proposal).toBeUndefined();
  });
});

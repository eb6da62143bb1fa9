/** A minute of the soak: a wall in the real Flex UI among faults shows the truth, or says that it does not. */
import { judgeWall } from './judgeWall';
import type { SeenWall } from './seeWall';
import { soakWall } from './soakWall';
import { TruthLog, type Truth } from './TruthLog';
import { expect, nightly, test } from '../../e2e/support/test';

test(
  'shows the truth or marks what is not, each second of a minute of faults, and the truth in the end',
  nightly,
  async () => {
    test.setTimeout(300_000);
    const result = await soakWall({ minutes: 1, seed: 7, staleAfterSeconds: 6 });
    expect(result.untruths).toEqual([]);
    expect(result.verdicts['unmarked-untruth']).toBe(0);
    expect(result.endsInTruthAfter).toBeDefined();
    // It was not a minute in which nothing happened.
    expect(result.verdicts.truth).toBeGreaterThan(10);
    expect(result.changes).toBeGreaterThan(10);
    expect(result.faults.filter(({ times }) => times > 0).length).toBeGreaterThan(2);
    expect(result.faults.flatMap(({ recoveries }) => recoveries)).not.toContain(Infinity);
  },
);

const truth: Truth = { waiting: 3, reserved: 0, total: 3, available: 0, waitingSince: 60_000 };
const wall: SeenWall = {
  at: 100_000,
  notice: '',
  ageSeconds: 5,
  tiles: [{ key: 'waiting', text: '3', state: 'none' }],
};
const look = (seen: Partial<SeenWall>): string => {
  const log = new TruthLog();
  log.add(60_000, 60_000, { ...truth, waiting: 2 });
  log.add(80_000, 80_000, truth);
  log.add(90_000, 90_000, truth);
  log.add(99_000, 99_000, { ...truth, waiting: 4 });
  log.add(100_500, 100_500, { ...truth, waiting: 5 });
  return judgeWall({ ...wall, ...seen }, log, 6).verdict;
};
const waiting = (text: string, state = 'none'): Partial<SeenWall> => ({
  tiles: [{ key: 'waiting', text, state }],
});
const longest = (text: string): Partial<SeenWall> => ({ tiles: [{ key: 'longest', text, state: 'none' }] });

for (const [verdict, what, seen] of [
  ['truth', 'was true at the age that the wall says', {}],
  ['truth', 'is true now', waiting('4')],
  ['unmarked-untruth', 'was true only before that', waiting('2')],
  ['unmarked-untruth', 'never was true', waiting('7')],
  ['unmarked-untruth', 'is missing', waiting('')],
  ['unmarked-untruth', 'is older than it may be', { ageSeconds: 9 }],
  ['unmarked-untruth', 'does not say how old it is', { ageSeconds: undefined }],
  ['marked-untruth', 'is said to be stale', waiting('2', 'stale')],
  ['marked-untruth', 'stands below a notice', { ...waiting('2'), notice: 'Numbers are of 12:00.' }],
  ['truth', 'has grown since its beginning', longest('38')],
  ['unmarked-untruth', 'has stopped growing', longest('30')],
  ['unmarked-untruth', 'grows from something that is over', longest('60')],
  ['nothing', 'is not there', { tiles: [] }],
] as const)
  test(`judges ${verdict} given a value that ${what}`, () => {
    expect(look(seen)).toBe(verdict);
  });

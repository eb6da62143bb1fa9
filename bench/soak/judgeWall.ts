import type { SeenTile, SeenWall } from './seeWall';
import type { Truth, TruthLog } from './TruthLog';

/**
 * What a look at the wall finds.
 *
 * A tile speaks the truth when its value was true at some moment between the one that the wall says its numbers are of and
 * now; statistics may be newer than the beginning of their collection, by which they are dated, but never older. A value that
 * grows by the second counts from that beginning, so it may be ahead of the truth by no more than the numbers' age, and behind
 * by what is rounded. A wall that does not say how old its numbers are, or
 * whose numbers are older than the board settings allow, does not speak the truth.
 *
 * It is marked when the wall says in large words that its numbers are not those of now, or when the tile says for itself that
 * it is stale or has no value.
 *
 * - `truth`: all tiles speak the truth
 * - `marked-untruth`: those that do not are marked
 * - `unmarked-untruth`: one that does not is not marked. There must be none of these
 * - `nothing`: no tile at all is to be seen
 */
export type Verdict = 'truth' | 'marked-untruth' | 'unmarked-untruth' | 'nothing';

export interface Judgement {
  readonly verdict: Verdict;
  /** Whether the wall or any tile is marked, rightly or needlessly. */
  readonly isMarked: boolean;
  /** What the unmarked untruths are, in words. */
  readonly untruths: readonly string[];
}

/** The age is drawn once a second and rounded down, and the clock of a browser is believed to half a second. */
const slackMs = 2_000;

/** An age is rounded down when it is collected and again as it grows, and drawn once a second. */
const growthBehindMs = 3_500;

const marks: ReadonlySet<string> = new Set(['stale', 'previous-day', 'no-data', 'no-answer', 'broken']);

export function judgeWall(seen: SeenWall, log: TruthLog, staleAfterSeconds: number): Judgement {
  const { at, notice, ageSeconds, tiles } = seen;
  const isTooOld = ageSeconds === undefined || ageSeconds * 1000 > staleAfterSeconds * 1000 + slackMs;
  const from = at - (ageSeconds ?? 0) * 1000 - slackMs;
  const truths = log.between(from, at);
  const untrue = tiles.filter((tile) => isTooOld || !truths.some((truth) => isTrue(tile, truth, from, at)));
  const unmarked = notice === '' ? untrue.filter(({ state }) => !marks.has(state)) : [];
  return {
    verdict:
      tiles.length === 0
        ? 'nothing'
        : unmarked.length > 0
          ? 'unmarked-untruth'
          : untrue.length > 0
            ? 'marked-untruth'
            : 'truth',
    isMarked: notice !== '' || tiles.some(({ state }) => marks.has(state)),
    untruths: unmarked.map(
      ({ key, text, state }) =>
        `${key} shows ${text || 'nothing'} (${state}), data ${ageSeconds ?? '?'} s old; true since then: ${truths
          .map((truth) => wordsOf(key, truth, at))
          .join(', ')}`,
    ),
  };
}

/** Whether every tile shows what is true now, and nothing on the wall is marked. */
export const showsNow = ({ notice, tiles, at }: SeenWall, now: Truth | undefined): boolean =>
  notice === '' &&
  now !== undefined &&
  tiles.length > 0 &&
  tiles.every((tile) => !marks.has(tile.state) && isTrue(tile, now, at - slackMs, at));

/** @param from the earliest moment at which the numbers may have been collected */
function isTrue({ key, text }: SeenTile, truth: Truth, from: number, at: number): boolean {
  if (text === '') return false;
  if (key !== 'longest') return Number(text) === truth[key as keyof Truth];
  const { waitingSince } = truth;
  // Whoever had waited for less than a second stands as 0 until the next collection.
  if (text === '0') return waitingSince === undefined || waitingSince > from - 1000;
  if (waitingSince === undefined) return false;
  const ahead = Number(text) * 1000 - (at - waitingSince);
  return ahead >= -growthBehindMs && ahead <= at - from;
}

const wordsOf = (key: string, truth: Truth, at: number): string =>
  key === 'longest'
    ? truth.waitingSince === undefined
      ? '0'
      : String(Math.floor((at - truth.waitingSince) / 1000))
    : String(truth[key as keyof Truth]);

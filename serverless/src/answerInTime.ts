import { CollectorError } from './CollectorError';
import { collectsAgain } from './TwilioFailure';

/**
 * Gives up on work that is not done after so many milliseconds.
 * The work itself cannot be stopped; it may still write, which does no harm because every write is conditional.
 * @param late what is thrown then
 */
export async function answerInTime<T>(
  work: Promise<T>,
  milliseconds: number,
  late: () => Error = () => outOfTime(milliseconds),
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), milliseconds);
  });
  try {
    return await Promise.race([work, timeUp]);
  } finally {
    clearTimeout(timer);
  }
}

const outOfTime = (milliseconds: number): CollectorError =>
  new CollectorError(
    503,
    'out-of-time',
    `Twilio did not answer within ${milliseconds / 1000} s, so nothing is known to be written. ${collectsAgain}`,
  );

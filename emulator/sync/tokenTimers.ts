/** Clients are warned three minutes before their token expires. */
export const warningBeforeExpiryMs = 180_000;

/** The longest delay that `setTimeout` keeps; a longer one would fire at once. */
const longestDelayMs = 2_147_483_647;

/**
 * Calls `onAboutToExpire` three minutes before `expiresAt`, at once when less is left, then `onExpired`.
 * Times in milliseconds. Returns the function that stops both.
 */
export function startTokenTimers(
  expiresAt: number,
  now: () => number,
  { onAboutToExpire, onExpired }: { onAboutToExpire: () => void; onExpired: () => void },
): () => void {
  const stopWarning = callAt(expiresAt - warningBeforeExpiryMs, now, onAboutToExpire);
  const stopExpiry = callAt(expiresAt, now, onExpired);
  return () => {
    stopWarning();
    stopExpiry();
  };
}

function callAt(time: number, now: () => number, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    const left = time - now();
    timer =
      left > longestDelayMs ? setTimeout(wait, longestDelayMs) : setTimeout(callback, Math.max(0, left));
  };
  wait();
  return () => clearTimeout(timer);
}

/** Twilio ends a Function after 10 s; whatever takes longer never comes. */
const answerWithinMs = 15_000;

/** Nobody's page is to be filled by a server's words. */
const longestProblem = 300;

/**
 * Asks the Function `refreshDashboard` for a collection. It answers when there is one, or is promised; the data comes by Sync.
 *
 * The token goes into a form, which a browser posts to another origin without a preflight request, and nowhere but there: a
 * redirection is not followed.
 * @throws Error that says in words what went wrong
 */
export async function requestRefresh(url: string, token: string): Promise<void> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), answerWithinMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ Token: token }),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: giveUp.signal,
    }).catch(() => {
      throw new Error(`No answer from ${new URL(url).host}.`);
    });
    if (!response.ok) throw new Error(await problemOf(response));
  } finally {
    clearTimeout(timer);
  }
}

async function problemOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined);
  const { message } = Object(body) as { message?: unknown };
  return typeof message === 'string' && message !== ''
    ? message.slice(0, longestProblem)
    : `The Function answered ${response.status}.`;
}

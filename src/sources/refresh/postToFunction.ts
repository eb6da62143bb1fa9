/** Twilio ends a Function after 10 s; whatever takes longer never comes. */
const answerWithinMs = 15_000;

/** Nobody's page is to be filled by a server's words. */
const longestProblem = 300;

/** What a Function of ours answered, or that it did not. */
export interface FunctionAnswer {
  /** 0 when there was no answer. */
  readonly status: number;
  readonly body: unknown;
  /** What is wrong, in words, unless the status is a success. */
  readonly problem: string;
}

/**
 * Posts a form to a Function, with Flex's token as its field `Token`. A browser posts a form to another origin without a
 * preflight request. The token goes nowhere but there: a redirection is not followed.
 */
export async function postToFunction(
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<FunctionAnswer> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), answerWithinMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fields),
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: giveUp.signal,
    });
    const body: unknown = await response.json().catch(() => undefined);
    return { status: response.status, body, problem: problemOf(response.status, body) };
  } catch {
    return { status: 0, body: undefined, problem: `No answer from ${new URL(url).host}.` };
  } finally {
    clearTimeout(timer);
  }
}

function problemOf(status: number, body: unknown): string {
  const { message } = Object(body) as { message?: unknown };
  return typeof message === 'string' && message !== ''
    ? message.slice(0, longestProblem)
    : `The Function answered ${status}.`;
}

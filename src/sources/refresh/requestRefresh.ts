import { postToFunction } from './postToFunction';

/**
 * Asks the Function `refreshDashboard` for a collection. It answers when there is one, or is promised; the data comes by Sync.
 * @throws Error that says in words what went wrong
 */
export async function requestRefresh(url: string, token: string): Promise<void> {
  const { status, problem } = await postToFunction(url, { Token: token });
  if (status < 200 || status > 299) throw new Error(problem);
}

/**
 * The address if Flex's token may be sent there: over HTTPS, or to this very machine.
 * @returns undefined given anything else
 */
export function safeRefreshUrl(text: string): string | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const isLocal = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  return (url.protocol === 'https:' || isLocal) && url.username === '' && url.password === ''
    ? url.href
    : undefined;
}

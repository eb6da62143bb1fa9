/**
 * The address if Flex's token may be sent there: over HTTPS to Twilio's own hosts of Functions, or to this very machine.
 * @param furtherHosts other hosts that Flex Configuration names, each with its port unless that is 443
 * @returns undefined given anything else
 */
export function safeRefreshUrl(text: string, furtherHosts: readonly string[] = []): string | undefined {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const isLocal = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const isKnown = url.host.endsWith('.twil.io') || furtherHosts.includes(url.host);
  return (isLocal || (url.protocol === 'https:' && isKnown)) && url.username === '' && url.password === ''
    ? url.href
    : undefined;
}

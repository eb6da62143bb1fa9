/** A transcript without what differs from run to run, from account to account and from version to version. */
export const normaliseTranscript = (text: string, version: string): string =>
  text
    .replaceAll(version, 'VERSION')
    .replace(/^ {2}\.\.\. \d+ s\n/gm, '')
    .replace(/\(\d+ s\)/g, '(N s)')
    .replace(/\b(AC|WS)(?:[0-9a-f]{32}|…)/g, '$1…')
    .replace(/^Node +\S+$/m, 'Node N')
    .replace(/\[y\/N\] y?$/gm, '[y/N]')
    .replace(/^redirectCommand: .*\n/gm, '')
    .trim();

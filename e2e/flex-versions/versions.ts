/** The versions of Flex UI that the dashboard has been tried with, oldest first; the last is the one to develop with. */
export const triedFlexVersions = ['2.0.2', '2.5.1', '2.9.1', '2.14.0', '2.17.1'] as const;

/** What a run tries that is not told anything else. */
export const oldestAndNewest: readonly string[] = [
  triedFlexVersions[0],
  triedFlexVersions[triedFlexVersions.length - 1] as string,
];

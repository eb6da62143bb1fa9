/**
 * What holds where nobody configured anything else, and the limits that the plugin, the Functions, set-up and the doctor share.
 * What a formula may cost is in `src/model/formula/limits.ts`.
 */

/** Flex roles that see the dashboard, may edit it, and may ask for a collection. */
export const defaultRoles: readonly string[] = ['supervisor', 'admin'];

/** What of agents may be read: paths of attributes, and the activities of those who are logged out. */
export const defaultAgents = {
  attributes: ['full_name', 'team_name', 'routing.skills'],
  offline: ['Offline'],
} as const;

/** Unique names of the Sync documents. */
export const defaultDocuments = {
  data: 'dashboard-data',
  definitions: 'dashboard-definitions',
  board: 'dashboard-board',
} as const;

/** The worker attribute that names a person's team. */
export const defaultTeamAttribute = 'team_name';

/** Data older than this is asked for again: seconds. */
export const refreshAfterSeconds = 60;

/**
 * Data older than this is stale: seconds. It is asked for after a minute, spread over 15 s, and a collection takes some seconds more.
 * Where nothing is asked for, only events bring data.
 */
export const defaultStaleAfterSeconds = { withRefresh: 90, withoutRefresh: 150 } as const;

/** When a wall display reloads itself: `HH:MM` in the time zone of the data. */
export const defaultReloadAt = '04:00';

/** What Twilio Sync takes in one document: 16 KiB of JSON in UTF-8. */
export const mostBytes = 16_384;

/** The largest document of queues or channels that a collection writes: bytes of JSON. Small documents are written, sent and read faster. */
export const mostPartBytes = 4_096;

/** How many versions of the documents are kept when they are saved. */
export const mostVersions = 10;

/** Of the definition documents that board settings and boards name, so many are read: they hold more metrics than a board can show. */
export const mostFurtherDocuments = 50;

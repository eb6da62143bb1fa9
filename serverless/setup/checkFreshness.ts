import { refreshAfterSeconds } from '../../src/schema/defaults';
import type { Twilio } from 'twilio';
import { ageInWords, collectedAt } from './checkDocuments';
import { fine, note, wrong, type Finding } from './Finding';
import { ask, readDocument, type StoredDocument } from './readAccountState';

/** Younger data is as fresh as events make it; TaskRouter's own numbers lag some seconds behind. */
const freshMs = refreshAfterSeconds * 1000;

/** How long an event may need to become data. */
const eventMs = 6_000;

interface Place {
  readonly workspaceSid: string;
  readonly syncServiceSid: string;
  readonly dataDocument: string;
  /** Events go to an app that is not ours. */
  readonly isCallbackOfAnother: boolean;
}

/**
 * Old data is right when nothing happened since: so it is held against TaskRouter's own numbers of this moment.
 * When they differ, an event that is under way gets time to arrive.
 */
export async function checkFreshness(
  client: Twilio,
  place: Place,
  document: StoredDocument | undefined,
): Promise<Finding> {
  const advice =
    'See whether events arrive: Console > TaskRouter > the workspace > Settings for the event callback URL, and the log of the Function in Console > Functions for its errors.';
  const collected = collectedAt(document?.data);
  if (!document || collected === undefined) {
    return note(
      'Nothing has been collected yet: the first event, or the first open dashboard, starts a collection',
    );
  }
  const age = (): string => ageInWords(Date.now() - collected);
  if (Date.now() - collected < freshMs) return fine(`The data is ${age()} old`);
  if (await isCurrent(client, place, document)) {
    return fine(`The data is ${age()} old, and still what TaskRouter says: nothing has happened since`);
  }
  if (place.isCallbackOfAnother) {
    return note(
      `The data is ${age()} old, and TaskRouter says something else by now: right while no dashboard is open, unless the other app forwards its events`,
    );
  }
  await new Promise((resolve) => setTimeout(resolve, eventMs));
  const later = await readDocument(client, place.syncServiceSid, place.dataDocument);
  if ((collectedAt(later?.data) ?? 0) > collected)
    return fine('The data is fresh: it was just collected again');
  return wrong(
    `The data is ${age()} old, and TaskRouter says something else by now: events do not arrive.`,
    advice,
  );
}

async function isCurrent(client: Twilio, place: Place, { data }: StoredDocument): Promise<boolean> {
  const live = await ask('Reading the workspace statistics', () =>
    client.taskrouter.v1.workspaces(place.workspaceSid).statistics().fetch(),
  );
  const stored = Object(Object(data).workspace_statistics) as { realtime?: unknown };
  return countsOf(stored.realtime) === countsOf(live.realtime);
}

/** What only events change; waiting ages go on by themselves. */
function countsOf(realtime: unknown): string {
  const { tasks_by_status, activity_statistics } = Object(realtime) as Record<string, unknown>;
  const tasks = Object.entries(Object(tasks_by_status) as object).filter(([, count]) => count !== 0);
  const workers = (Array.isArray(activity_statistics) ? activity_statistics : [])
    .map((activity: unknown) => Object(activity) as { sid?: unknown; workers?: unknown })
    .filter((activity) => activity.workers !== 0)
    .map((activity) => [String(activity.sid), activity.workers] as const);
  const sorted = (entries: readonly (readonly [string, unknown])[]) =>
    [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted(tasks), sorted(workers)]);
}

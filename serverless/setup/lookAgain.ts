import { readFileSync } from 'node:fs';
import type { Twilio } from 'twilio';
import type { Places } from './applyPlan';
import { isOurShape } from './documentShapes';
import type { EventCallback, Step } from './Plan';
import { ask, readDocument, readFlex } from './readAccountState';
import { sameJson } from '../../src/persistence/sameJson';
import { SetupProblem } from './SetupProblem';

/**
 * Between the plan and its steps anything may have happened, and what nobody has seen is not overwritten.
 * @returns the step, with what is there now
 * @throws SetupProblem that says what changed
 */
export async function lookAgain(step: Step, client: Twilio, places: Places): Promise<Step> {
  switch (step.kind) {
    case 'environment-file':
      if (readFileSync(step.path, 'utf8') !== step.before) throw changed(step.name);
      return step;
    case 'delete-history':
      // Each is looked at just before it is deleted.
      return step;
    case 'create-document':
      if (await readDocument(client, places.syncServiceSid, step.name)) {
        throw new SetupProblem(
          `Meanwhile somebody created the Sync document ${step.name}. It stays as it is.`,
        );
      }
      return step;
    case 'replace-document': {
      const found = await readDocument(client, places.syncServiceSid, step.name);
      if (found?.revision !== step.revision) throw changed(`the Sync document ${step.name}`);
      return step;
    }
    case 'delete-document':
      return lookAtDocument(step, client, places);
    case 'custom-data': {
      const { customData } = await readFlex(client);
      const key = Object.keys(step.before).find(
        (name) => !sameJson(customData[name] ?? null, step.before[name]),
      );
      if (key === undefined) return step;
      throw changed(`${key} in custom_data of Flex Configuration`, JSON.stringify(customData[key] ?? null));
    }
    case 'event-callback': {
      const now = await readCallback(client, places.workspaceSid);
      if (sameJson(now, step.before)) return step;
      throw changed(
        "the workspace's event callback",
        `${now.url || 'none'}, for ${now.filter || 'all events'}`,
      );
    }
  }
}

/** The collector goes on until its events end, so its documents may be newer than the plan. */
async function lookAtDocument(
  step: Extract<Step, { kind: 'delete-document' }>,
  client: Twilio,
  places: Places,
): Promise<Step> {
  const found = await readDocument(client, places.syncServiceSid, step.name);
  if (!found || found.revision === step.revision) return step;
  if (step.holds === 'definitions' || !isOurShape(step.holds, found.data))
    throw changed(`the Sync document ${step.name}`);
  return { ...step, before: found.data, revision: found.revision };
}

const readCallback = (client: Twilio, workspaceSid: string): Promise<EventCallback> =>
  ask('Reading the workspace', async () => {
    const { eventCallbackUrl, eventsFilter } = await client.taskrouter.v1.workspaces(workspaceSid).fetch();
    return { url: eventCallbackUrl ?? '', filter: eventsFilter ?? '' };
  });

const changed = (what: string, to?: string): SetupProblem =>
  new SetupProblem(
    `Meanwhile somebody changed ${what}${to === undefined ? '' : ` (now: ${to})`}. It stays as it is.`,
  );

import { writeFileSync } from 'node:fs';
import type { Twilio } from 'twilio';
import type { Account } from './connectToAccount';
import { twilioStatus } from './describeTwilioError';
import { describeStep, type Step } from './Plan';
import { isOurShape } from './documentShapes';
import { inParallel } from '../src/inParallel';
import { ask, readDocument, readFlex } from './readAccountState';

/** The places that steps change. */
export interface Places {
  readonly workspaceSid: string;
  readonly syncServiceSid: string;
}

/** @throws SetupProblem when Twilio refuses */
export async function applyStep(step: Step, account: Account, places: Places): Promise<void> {
  const { client } = account;
  const { documents } = client.sync.v1.services(places.syncServiceSid);
  await ask(`"${describeStep(step)}"`, async () => {
    switch (step.kind) {
      case 'environment-file':
        writeFileSync(step.path, step.text);
        return;
      case 'create-document':
        await documents.create({ uniqueName: step.name, data: step.data });
        return;
      case 'replace-document':
        await client.sync.v1
          .services(places.syncServiceSid)
          .documents(step.name)
          .update({ data: step.data, ifMatch: step.revision });
        return;
      case 'delete-document':
        await deleteDocument(client, places.syncServiceSid, step.name);
        return;
      case 'delete-history':
        await inParallel(step.names, (name) => deleteOurs(client, places.syncServiceSid, name));
        return;
      case 'custom-data':
        await mergeCustomData(account, step.entries);
        return;
      case 'event-callback':
        await client.taskrouter.v1
          .workspaces(places.workspaceSid)
          .update({ eventCallbackUrl: step.callback.url, eventsFilter: step.callback.filter });
    }
  });
}

/** Somebody may have put something else there since the plan was made. */
async function deleteOurs(client: Twilio, serviceSid: string, name: string): Promise<void> {
  const found = await readDocument(client, serviceSid, name);
  if (found && isOurShape('history', found.data)) await deleteDocument(client, serviceSid, name);
}

async function deleteDocument(client: Twilio, serviceSid: string, name: string): Promise<void> {
  try {
    await client.sync.v1.services(serviceSid).documents(name).remove();
  } catch (error: unknown) {
    if (twilioStatus(error) !== 404) throw error;
  }
}

/** Twilio replaces ui_attributes as a whole, so all of it is read just before and sent back with our entries changed. */
async function mergeCustomData(account: Account, entries: Readonly<Record<string, unknown>>): Promise<void> {
  const { uiAttributes, customData } = await readFlex(account.client);
  const merged: Record<string, unknown> = { ...customData };
  for (const [key, value] of Object.entries(entries)) {
    if (value === null) delete merged[key];
    else merged[key] = value;
  }
  await account.client.flexApi.v1.configuration().update({
    account_sid: account.sid,
    ui_attributes: { ...uiAttributes, custom_data: merged },
  });
}

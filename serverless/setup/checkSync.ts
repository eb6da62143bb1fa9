import type { Twilio } from 'twilio';
import { fine, wrong, type Finding } from './Finding';
import { readSyncService } from './readAccountState';

/** Whether the service that the Functions write to is one that Flex's own tokens can read. */
export async function checkSync(client: Twilio, serviceSid: string): Promise<readonly Finding[]> {
  const service = await readSyncService(client, serviceSid);
  const standard = serviceSid === 'default' ? service : await readSyncService(client, 'default');
  if (service.sid !== standard.sid) {
    return [
      wrong(
        `The Functions write to the Sync service ${service.friendlyName} (${service.sid}), but a Flex user's token opens only the account's Default Service (${standard.sid}).`,
        'Set DASHBOARD_SYNC_SERVICE_SID to default, and deploy again.',
      ),
    ];
  }
  if (service.aclEnabled) {
    return [
      wrong(
        `The Sync service ${service.friendlyName} asks for permissions (ACL), so Flex users cannot read the documents.`,
        'Give each supervisor the Read permission on both documents, or switch ACL off for the service.',
      ),
    ];
  }
  return [fine(`The documents lie in the Sync service ${service.friendlyName} (${service.sid})`)];
}

import { account } from '../account';
import type {
  Activity,
  ContactCentreState,
  TaskChannel,
  TaskQueue,
  Worker,
  Workspace,
} from './contactCentreState';
import { wholeSeconds } from './wholeSeconds';

type Resource = Readonly<Record<string, unknown>>;

const workspaceUrl = `https://taskrouter.twilio.com/v1/Workspaces/${account.workspaceSid}`;
const common = { account_sid: account.accountSid, workspace_sid: account.workspaceSid };

export function workspaceResource({ activities }: ContactCentreState, workspace: Workspace): Resource {
  const offline = [...activities.values()].find(({ friendlyName }) => friendlyName === 'Offline');
  const links = [
    'activities',
    'workers',
    'task_queues',
    'task_channels',
    'statistics',
    'real_time_statistics',
    'cumulative_statistics',
  ];
  return {
    account_sid: account.accountSid,
    sid: workspace.sid,
    friendly_name: workspace.friendlyName,
    event_callback_url: workspace.eventCallbackUrl,
    events_filter: workspace.eventsFilter,
    multi_task_enabled: true,
    prioritize_queue_order: 'FIFO',
    default_activity_sid: offline?.sid,
    default_activity_name: offline?.friendlyName,
    timeout_activity_sid: offline?.sid,
    timeout_activity_name: offline?.friendlyName,
    date_created: wholeSeconds(workspace.createdAt),
    date_updated: wholeSeconds(workspace.updatedAt),
    url: workspaceUrl,
    links: Object.fromEntries(links.map((name) => [name, `${workspaceUrl}/${pascalCase(name)}`])),
  };
}

export const activityResource = ({ sid, friendlyName, available, createdAt }: Activity): Resource => ({
  ...common,
  sid,
  friendly_name: friendlyName,
  available,
  date_created: wholeSeconds(createdAt),
  date_updated: wholeSeconds(createdAt),
  url: `${workspaceUrl}/Activities/${sid}`,
  links: { workspace: workspaceUrl },
});

export const workerResource = (worker: Worker): Resource => ({
  ...common,
  sid: worker.sid,
  friendly_name: worker.friendlyName,
  attributes: JSON.stringify(worker.attributes),
  activity_sid: worker.activitySid,
  activity_name: worker.activityName,
  available: worker.available,
  date_created: wholeSeconds(worker.createdAt),
  date_updated: wholeSeconds(worker.updatedAt),
  date_status_changed: wholeSeconds(worker.statusChangedAt),
  url: `${workspaceUrl}/Workers/${worker.sid}`,
  links: { workspace: workspaceUrl },
});

export const queueResource = ({
  sid,
  friendlyName,
  targetWorkers,
  createdAt,
  updatedAt,
}: TaskQueue): Resource => ({
  ...common,
  sid,
  friendly_name: friendlyName,
  target_workers: targetWorkers,
  max_reserved_workers: 1,
  task_order: 'FIFO',
  assignment_activity_sid: null,
  assignment_activity_name: null,
  reservation_activity_sid: null,
  reservation_activity_name: null,
  operating_unit_sid: null,
  date_created: wholeSeconds(createdAt),
  date_updated: wholeSeconds(updatedAt),
  url: `${workspaceUrl}/TaskQueues/${sid}`,
  links: {
    workspace: workspaceUrl,
    ...Object.fromEntries(
      ['statistics', 'real_time_statistics', 'cumulative_statistics'].map((name) => [
        name,
        `${workspaceUrl}/TaskQueues/${sid}/${pascalCase(name)}`,
      ]),
    ),
  },
});

export const channelResource = (
  { workspace }: ContactCentreState,
  { sid, uniqueName, friendlyName }: TaskChannel,
): Resource => ({
  ...common,
  sid,
  unique_name: uniqueName,
  friendly_name: friendlyName,
  channel_optimized_routing: false,
  date_created: wholeSeconds(workspace.createdAt),
  date_updated: wholeSeconds(workspace.createdAt),
  url: `${workspaceUrl}/TaskChannels/${sid}`,
  links: { workspace: workspaceUrl },
});

const pascalCase = (name: string): string =>
  name.replace(/(^|_)([a-z])/g, (_all, _start, letter: string) => letter.toUpperCase());

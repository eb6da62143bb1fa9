import { agent, noon, smallContactCentre } from './testing/smallContactCentre';
import { workerClientApi } from './workerClientApi';

// The properties that twilio-taskrouter 2.1.1 refuses to live without, read from its source.
const insistsOn = {
  worker:
    'account_sid activity_name activity_sid attributes available date_created date_status_changed date_updated friendly_name sid workspace_sid version',
  activity: 'account_sid available date_created date_updated friendly_name sid workspace_sid',
  channel:
    'account_sid assigned_tasks available available_capacity_percentage configured_capacity date_created date_updated last_reserved_time sid task_channel_sid task_channel_unique_name worker_sid workspace_sid',
  reservation:
    'account_sid date_created date_updated reservation_status sid task reservation_timeout worker_sid workspace_sid version',
  task: 'addons age attributes date_created date_updated priority queue_name queue_sid reason routing_target sid assignment_status task_channel_unique_name task_channel_sid timeout workflow_name workflow_sid version virtual_start_time',
};
const sorted = (names: readonly string[]): string[] => [...names].sort();

test('gives the worker with every property that Flex insists on, attributes as text, times in seconds', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Break')]);
  const worker = workerClientApi(contactCentre).worker('ada');
  expect(sorted(Object.keys(worker))).toEqual(sorted(insistsOn.worker.split(' ')));
  expect(worker).toMatchObject({
    attributes: '{}',
    activity_name: 'Break',
    available: false,
    date_created: noon / 1000,
  });
});

test("lists activities, among them the worker's own", () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Break')]);
  const api = workerClientApi(contactCentre);
  const activities = api.activities();
  activities.forEach((activity) =>
    expect(sorted(Object.keys(activity))).toEqual(sorted(insistsOn.activity.split(' '))),
  );
  expect(activities.map(({ sid }) => sid)).toContain(api.worker('ada').activity_sid);
});

test('lists reservations that are open and what they leave of the channel', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Available'), agent('ben', 'Offline')]);
  const api = workerClientApi(contactCentre);
  contactCentre.addTask({ channel: 'chat', attributes: { a: 1 } });
  const [reservation] = api.reservations('ada');
  expect(sorted(Object.keys(reservation ?? {}))).toEqual(sorted(insistsOn.reservation.split(' ')));
  expect(sorted(Object.keys(reservation?.task ?? {}))).toEqual(sorted(insistsOn.task.split(' ')));
  expect(reservation).toMatchObject({
    reservation_status: 'pending',
    task: { attributes: '{"a":1}', addons: '{}' },
  });
  expect(api.reservations('ben')).toEqual([]);
  const channels = api.workerChannels('ada');
  channels.forEach((channel) =>
    expect(sorted(Object.keys(channel))).toEqual(sorted(insistsOn.channel.split(' '))),
  );
  expect(
    channels.map(({ task_channel_unique_name, available_capacity_percentage }) => [
      task_channel_unique_name,
      available_capacity_percentage,
    ]),
  ).toEqual([
    ['voice', 100],
    ['chat', 50],
  ]);
});

test('changes the activity, but not while a task is being offered unless told to reject it', () => {
  const { contactCentre } = smallContactCentre([agent('ada', 'Available')]);
  const api = workerClientApi(contactCentre);
  const breakSid = String(api.activities().find(({ friendly_name }) => friendly_name === 'Break')?.sid);
  contactCentre.addTask();
  expect(() => api.setWorkerActivity('ada', breakSid)).toThrow(/pending reservations/);
  api.setWorkerActivity('ada', breakSid, { rejectPendingReservations: true });
  expect(api.worker('ada').activity_name).toBe('Break');
});

import { CollectorError } from './CollectorError';
import { readConfiguration } from './configuration';
import { workspaceSid } from './testing/TwilioAtTheWire';

const complaint = (environment: Record<string, unknown>): string => {
  try {
    readConfiguration(environment);
  } catch (error: unknown) {
    if (error instanceof CollectorError && error.status === 500 && error.code === 'invalid-configuration') {
      return error.message;
    }
    throw error;
  }
  throw new Error('Nothing was complained about');
};

test('needs nothing but the workspace', () => {
  expect(readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid })).toEqual({
    workspaceSid,
    syncServiceSid: 'default',
    dataDocument: 'dashboard-data',
    definitionsDocument: 'dashboard-definitions',
    boardDocument: 'dashboard-board',
    timeZone: 'UTC',
    dayStart: '06:00',
    waitSplits: '5,20,60,120',
    queues: ['*'],
    queuesMax: 50,
    taskChannels: [],
    editorRoles: ['supervisor', 'admin'],
    intervalMs: 2_000,
    trailingMs: 3_000,
    history: true,
    historyRate: 2,
  });
});

test('takes every variable', () => {
  const syncServiceSid = `IS${'a'.repeat(32)}`;

  expect(
    readConfiguration({
      TWILIO_WORKSPACE_SID: workspaceSid,
      DASHBOARD_SYNC_SERVICE_SID: syncServiceSid,
      DASHBOARD_DATA_DOCUMENT: 'dashboard-data_2.uat',
      DASHBOARD_DEFINITIONS_DOCUMENT: 'our-definitions',
      DASHBOARD_BOARD_DOCUMENT: 'our-board',
      DASHBOARD_TIMEZONE: 'Australia/Sydney',
      DASHBOARD_DAY_START: '00:00',
      DASHBOARD_WAIT_SPLITS: '20',
      DASHBOARD_QUEUES: 'Support, Sales *,Support',
      DASHBOARD_QUEUES_MAX: '200',
      DASHBOARD_TASK_CHANNELS: 'voice,chat',
      DASHBOARD_EDITOR_ROLES: 'lead, admin',
      DASHBOARD_INTERVAL: '0.5',
      DASHBOARD_TRAILING_DELAY: '2.75',
      DASHBOARD_HISTORY: 'off',
      DASHBOARD_HISTORY_RATE: '20',
    }),
  ).toEqual({
    workspaceSid,
    syncServiceSid,
    dataDocument: 'dashboard-data_2.uat',
    definitionsDocument: 'our-definitions',
    boardDocument: 'our-board',
    timeZone: 'Australia/Sydney',
    dayStart: '00:00',
    waitSplits: '20',
    queues: ['Support', 'Sales *'],
    queuesMax: 200,
    taskChannels: ['voice', 'chat'],
    editorRoles: ['lead', 'admin'],
    intervalMs: 500,
    trailingMs: 2_750,
    history: false,
    historyRate: 20,
  });
});

test('forgives spaces, and takes a blank variable for one that is not set', () => {
  expect(
    readConfiguration({
      TWILIO_WORKSPACE_SID: ` ${workspaceSid}\n`,
      DASHBOARD_TIMEZONE: ' ',
      DASHBOARD_DAY_START: '',
      DASHBOARD_WAIT_SPLITS: '5, 20',
    }),
  ).toMatchObject({ workspaceSid, timeZone: 'UTC', dayStart: '06:00', waitSplits: '5,20' });
});

test('says which variable is missing and what to do', () => {
  expect(complaint({})).toBe(
    'TWILIO_WORKSPACE_SID is missing. Set it to the SID of the TaskRouter workspace (WS and 32 hexadecimal digits), and deploy again.',
  );
});

test.each([
  ['TWILIO_WORKSPACE_SID', 'WS123'],
  ['TWILIO_WORKSPACE_SID', `WK${'0'.repeat(32)}`],
  ['DASHBOARD_SYNC_SERVICE_SID', 'Default Service'],
  ['DASHBOARD_DATA_DOCUMENT', 'dashboard/data'],
  ['DASHBOARD_DATA_DOCUMENT', 'd'.repeat(321)],
  ['DASHBOARD_TIMEZONE', 'Sydney'],
  ['DASHBOARD_TIMEZONE', '+10:00'],
  ['DASHBOARD_DAY_START', '24:00'],
  ['DASHBOARD_DAY_START', '6:00'],
  ['DASHBOARD_DAY_START', '06:60'],
  ['DASHBOARD_WAIT_SPLITS', '0'],
  ['DASHBOARD_WAIT_SPLITS', '5,'],
  ['DASHBOARD_WAIT_SPLITS', '5;20'],
  ['DASHBOARD_WAIT_SPLITS', '2.5'],
  ['DASHBOARD_QUEUES', 'Support,'],
  ['DASHBOARD_QUEUES_MAX', '201'],
  ['DASHBOARD_QUEUES_MAX', '-1'],
  ['DASHBOARD_TASK_CHANNELS', ',voice'],
  ['DASHBOARD_TASK_CHANNELS', Array.from({ length: 16 }, (_, index) => `channel${index}`).join()],
  ['DASHBOARD_EDITOR_ROLES', 'supervisor,'],
  ['DASHBOARD_INTERVAL', '0.499'],
  ['DASHBOARD_INTERVAL', '3.001'],
  ['DASHBOARD_INTERVAL', '2s'],
  ['DASHBOARD_TRAILING_DELAY', '0'],
  ['DASHBOARD_TRAILING_DELAY', '4'],
])('refuses %s given %p and says what it wants', (variable, value) => {
  const message = complaint({ TWILIO_WORKSPACE_SID: workspaceSid, [variable]: value });

  expect(message).toContain(`${variable} is ${JSON.stringify(value)}, which is not valid. Set it to`);
});

test('names all that is wrong at once', () => {
  const message = complaint({ DASHBOARD_TIMEZONE: 'Mars', DASHBOARD_DAY_START: 'dawn' });

  expect(message.match(/[A-Z_]{5,}/g)).toEqual([
    'TWILIO_WORKSPACE_SID',
    'DASHBOARD_TIMEZONE',
    'DASHBOARD_DAY_START',
  ]);
});

/** What can go wrong between a browser and Sync while something is saved. */
import { account } from '../../../../emulator/account';
import { startSync, type RunningSync } from '../../../../emulator/sync/testing/startSync';
import { SyncClients, untilState } from '../../../../emulator/sync/testing/syncClients';
import { issueToken } from '../../../../emulator/token';
import type { SyncClient } from 'twilio-sync';
import { edit } from '../draft/edit';
import { beginEditing, documentsOf } from '../draft/EditingSession';
import { aBoard } from '../draft/testing/aBoard';
import { saveSession } from './saveSession';
import { syncDefinitionStore } from './syncDefinitionStore';
import { syncDocumentService } from './syncDocumentService';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };
const service = account.defaultSyncServiceSid;
const board = aBoard({ a: {}, b: {} });
const session = edit(beginEditing(board), { type: 'change-metric', key: 'a', changes: { label: 'mine' } });

let running: RunningSync;
let clients: SyncClients;
let client: SyncClient;
const onSaved = jest.fn();

beforeEach(async () => {
  onSaved.mockClear();
  running = await startSync();
  running.sync.documents.put(service, names.definitions, { ...board.definitions[0]?.value });
  clients = new SyncClients(running.socketUrl);
  client = clients.connect(issueToken({ identity: 'me' }));
  await untilState(client, 'connected');
});
afterEach(async () => {
  await clients.shutdown();
  await running.stop();
});

const store = () => syncDefinitionStore({ names, client: () => client, author: () => 'me', onSaved });
const saved = () => running.sync.documents.get(service, names.definitions)?.data;

it.each([
  [429, 54009, 'busy'],
  [403, 54007, 'not-allowed'],
  [413, 54006, 'too-large'],
  [400, 54008, 'failed'],
] as const)(
  'says why given an answer of %d, saves nothing, and saves at the next attempt',
  async (status, code, reason) => {
    running.faults.order({ target: 'sync-write', times: 1, status, code });
    expect((await saveSession(store(), session)).outcome).toMatchObject({ status: 'failed', reason });
    expect(saved()).toEqual(board.definitions[0]?.value);
    expect((await saveSession(store(), session)).outcome).toEqual({ status: 'saved' });
  },
);

it('says that it does not know given a connection that is lost before the answer, and can save again', async () => {
  running.faults.order({ target: 'sync-write', times: 1, delayMs: 300 });
  const { faults } = running;
  const strike = faults.strike.bind(faults);
  const arrived = new Promise<void>((resolve) => {
    faults.strike = (target) => {
      if (target === 'sync-write') resolve();
      return strike(target);
    };
  });
  const saving = saveSession(store(), session);
  await arrived;
  running.sync.dropSockets();
  expect((await saving).outcome).toMatchObject({ status: 'failed', reason: 'unknown' });
  await untilState(client, 'connected');
  expect((await saveSession(store(), session)).outcome).toEqual({ status: 'saved' });
  expect(saved()).toEqual(documentsOf(session).definitions[0]?.value);
});

it('is offline without a client, and with one that is not connected', async () => {
  const without = syncDefinitionStore({ names, client: () => undefined, author: () => 'me' });
  expect((await saveSession(without, session)).outcome).toMatchObject({ reason: 'offline' });
  await client.shutdown();
  expect((await saveSession(store(), session)).outcome).toMatchObject({ reason: 'offline' });
  client = clients.connect(issueToken({ identity: 'me' }));
  await untilState(client, 'connected');
});

it('tells the dashboard that something was saved, which may have to look for new documents', async () => {
  await saveSession(store(), session);
  expect(onSaved).toHaveBeenCalledTimes(1);
});

it('leaves documents open that the dashboard follows', async () => {
  const followed = await client.document({ id: names.definitions, mode: 'open_existing' });
  const seen: object[] = [];
  followed.on('updated', () => seen.push(followed.data));
  await saveSession(store(), session);
  running.sync.documents.put(service, names.definitions, { later: true });
  while (seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(seen).toEqual([documentsOf(session).definitions[0]?.value, { later: true }]);
});

it('never overwrites what came between reading and writing, however it came', async () => {
  const documents = syncDocumentService(client);
  const read = await documents.read(names.definitions);
  // The client holds no subscription here, so that it learns of this only by the refusal of its write.
  running.sync.documents.put(service, names.definitions, { theirs: true });
  expect(await documents.write(names.definitions, { mine: true }, read)).toBe(false);
  expect(saved()).toEqual({ theirs: true });
  expect(await documents.write(names.definitions, { mine: true }, undefined)).toBe(false);
  running.sync.documents.remove(service, names.definitions);
  expect(await documents.write(names.definitions, { mine: true }, read)).toBe(false);
  expect(saved()).toBeUndefined();
  expect(await documents.write(names.definitions, { mine: true }, undefined)).toBe(true);
  await documents.remove(names.definitions);
  await documents.remove(names.definitions);
  expect(saved()).toBeUndefined();
});

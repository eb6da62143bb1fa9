import { sid } from '../account';
import { Faults } from '../faults';
import { Journal } from '../journal';
import { DocumentOperations, type Caller } from './DocumentOperations';
import { SyncDocuments } from './SyncDocuments';

const caller: Caller = { serviceSid: sid('IS', 1), via: 'socket', identity: 'ann' };
const ofSize = (bytes: number): object => ({ t: 'x'.repeat(bytes - 8) });

describe('DocumentOperations', () => {
  let time: number;
  let journal: Journal;
  let faults: Faults;
  let documents: SyncDocuments;
  let operations: DocumentOperations;

  const start = (limits: boolean): void => {
    time = 0;
    const now = (): number => time;
    journal = new Journal(now);
    faults = new Faults();
    documents = new SyncDocuments(now);
    operations = new DocumentOperations(documents, { journal, faults, now, limits });
  };

  beforeEach(() => start(true));

  const data = (): unknown => documents.find(caller.serviceSid, 'board')?.data;
  const details = () => journal.entries().map((entry) => ({ hop: entry.hop, ...entry.details }));

  async function repeat(times: number, operation: () => Promise<unknown>): Promise<void> {
    for (let done = 0; done < times; done += 1) await operation();
  }

  test('creates, reads, updates and removes, each with its revision in the journal', async () => {
    await operations.create(caller, { uniqueName: 'board', data: { n: 0 } });
    await operations.update(caller, 'board', { data: { n: 1 } });
    expect((await operations.read(caller, 'board')).data).toEqual({ n: 1 });
    await operations.remove(caller, 'board');
    const about = { ...caller, uniqueName: 'board' };
    expect(details()).toEqual([
      { hop: 'sync-write', ...about, status: 201, revision: '0' },
      { hop: 'sync-write', ...about, status: 200, revision: '1' },
      { hop: 'sync-read', ...about, status: 200, revision: '1' },
      { hop: 'sync-write', ...about, status: 204, revision: '1' },
    ]);
  });

  test('names the document in the journal even when it was asked for by SID', async () => {
    const { sid: documentSid } = await operations.create(caller, { uniqueName: 'board' });
    await operations.read(caller, documentSid);
    expect(details()[1]).toMatchObject({ hop: 'sync-read', uniqueName: 'board' });
  });

  test('creates an empty document given no data', async () => {
    expect((await operations.create(caller, {})).data).toEqual({});
  });

  test('tells a missing name from a missing SID', async () => {
    await expect(operations.read(caller, 'board')).rejects.toMatchObject({ status: 404, code: 54300 });
    await expect(operations.read(caller, sid('ET', 1))).rejects.toMatchObject({ status: 404, code: 54100 });
    expect(details()).toMatchObject([
      { hop: 'sync-read', uniqueName: 'board', status: 404, code: 54300 },
      { hop: 'sync-read', status: 404, code: 54100 },
    ]);
  });

  test('sees nothing of another service', async () => {
    await operations.create({ ...caller, serviceSid: sid('IS', 2) }, { uniqueName: 'board' });
    await expect(operations.read(caller, 'board')).rejects.toMatchObject({ status: 404 });
    expect(await operations.list(caller)).toEqual([]);
  });

  test('refuses a taken name and keeps the first document', async () => {
    await operations.create(caller, { uniqueName: 'board', data: { n: 0 } });
    const second = operations.create(caller, { uniqueName: 'board', data: { n: 1 } });
    await expect(second).rejects.toMatchObject({ status: 409, code: 54301 });
    expect(data()).toEqual({ n: 0 });
  });

  test('refuses an update with neither data nor a life time', async () => {
    await operations.create(caller, { uniqueName: 'board' });
    await expect(operations.update(caller, 'board', {})).rejects.toMatchObject({ status: 400, code: 54010 });
  });

  describe('given If-Match', () => {
    beforeEach(() => operations.create(caller, { uniqueName: 'board', data: { n: 0 } }));

    test('writes when the document has that revision', async () => {
      await operations.update(caller, 'board', { data: { n: 1 }, ifMatch: '0' });
      expect(data()).toEqual({ n: 1 });
    });

    test('refuses with 412 and changes nothing when it has another', async () => {
      const write = operations.update(caller, 'board', { data: { n: 1 }, ifMatch: '1' });
      await expect(write).rejects.toMatchObject({ status: 412, code: 54103 });
      expect(data()).toEqual({ n: 0 });
    });

    test('refuses with 400 what can be no revision', async () => {
      const write = operations.update(caller, 'board', { data: { n: 1 }, ifMatch: '*' });
      await expect(write).rejects.toMatchObject({ status: 400, code: 54003 });
    });

    test('lets exactly one of several simultaneous writes through', async () => {
      const writes = [1, 2, 3].map((n) => operations.update(caller, 'board', { data: { n }, ifMatch: '0' }));
      const outcomes = (await Promise.allSettled(writes)).map(({ status }) => status);
      expect(outcomes).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(data()).toEqual({ n: 1 });
    });
  });

  describe('limits', () => {
    beforeEach(() => operations.create(caller, { uniqueName: 'board' }));

    const write = (bytes: number) => operations.update(caller, 'board', { data: ofSize(bytes) });
    const refusal = { status: 429, code: 54009 };

    test.each([
      [1024, 200],
      [10_240, 20],
    ])('let a burst of writes of %i bytes through up to %i', async (bytes, burst) => {
      await repeat(burst, () => write(bytes));
      await expect(write(bytes)).rejects.toMatchObject(refusal);
      time += 500;
      await write(bytes);
    });

    test('let 200 reads in a row through, whatever the size, and refuse the next', async () => {
      await write(16_000);
      await repeat(200, () => operations.read(caller, 'board'));
      await expect(operations.read(caller, 'board')).rejects.toMatchObject(refusal);
      time += 50;
      await operations.read(caller, 'board');
    });

    test('count reads apart from writes, and documents apart from each other', async () => {
      await repeat(20, () => write(10_240));
      await operations.read(caller, 'board');
      await operations.create(caller, { uniqueName: 'other' });
      await operations.update(caller, 'other', { data: {} });
    });

    test('name the document by its SID in the refusal', async () => {
      await repeat(20, () => write(10_240));
      const documentSid = documents.find(caller.serviceSid, 'board')?.sid;
      await expect(write(10_240)).rejects.toThrow(`Rate limit exceeded for write-document-${documentSid}`);
    });

    test('are gone when switched off', async () => {
      start(false);
      await operations.create(caller, { uniqueName: 'board' });
      await repeat(21, () => write(20_000));
      await repeat(201, () => operations.read(caller, 'board'));
      expect(journal.entries().filter(({ details: { status } }) => Number(status) >= 400)).toEqual([]);
    });
  });

  describe('ordered faults', () => {
    beforeEach(() => operations.create(caller, { uniqueName: 'board', data: { n: 0 } }));

    const read = () => operations.read(caller, 'board');
    const write = () => operations.update(caller, 'board', { data: { n: 1 } });

    test('strike a write with an error, which then changes nothing', async () => {
      faults.order({ target: 'sync-write', times: 1, status: 503, code: 20503 });
      await expect(write()).rejects.toMatchObject({ status: 503, code: 20503 });
      expect(data()).toEqual({ n: 0 });
      await write();
      expect(data()).toEqual({ n: 1 });
      expect(details().slice(1)).toMatchObject([
        { hop: 'fault', target: 'sync-write' },
        { hop: 'sync-write', status: 503, code: 20503 },
        { hop: 'sync-write', status: 200 },
      ]);
    });

    test('strike a read with garbage', async () => {
      faults.order({ target: 'sync-read', times: 1, garbage: '<html>' });
      await expect(read()).rejects.toMatchObject({ status: 200, body: '<html>' });
      await read();
    });

    test('on reads leave writes alone, and the other way round', async () => {
      faults.order({ target: 'sync-read', times: 1, status: 500 });
      await write();
      await expect(read()).rejects.toMatchObject({ status: 500 });
      faults.order({ target: 'sync-write', times: 1, status: 500 });
      await read();
      await expect(write()).rejects.toMatchObject({ status: 500 });
    });

    test('that only delay let the write through, and judge it by the state it then finds', async () => {
      faults.order({ target: 'sync-write', times: 1, delayMs: 20 });
      const late = operations.update(caller, 'board', { data: { n: 'late' }, ifMatch: '0' });
      await operations.update(caller, 'board', { data: { n: 'early' } });
      await expect(late).rejects.toMatchObject({ status: 412 });
      expect(data()).toEqual({ n: 'early' });
    });
  });
});

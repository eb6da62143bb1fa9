import { sid } from '../account';
import { SyncDocuments, type DocumentChange } from './SyncDocuments';

const service = sid('IS', 1);
const otherService = sid('IS', 2);

describe('SyncDocuments', () => {
  let time = 0;
  let documents: SyncDocuments;
  let changes: DocumentChange[];

  beforeEach(() => {
    time = 1_000_000;
    documents = new SyncDocuments(() => time);
    changes = [];
    documents.subscribe((change) => changes.push(change));
  });

  const create = (name: string | undefined = 'board', ttl?: number) =>
    documents.create(service, name, { data: { n: 0 }, ttl, createdBy: 'ann' });

  test('finds a document by name and by SID, in its own service only', () => {
    const document = create();
    expect(documents.find(service, 'board')).toBe(document);
    expect(documents.find(service, document.sid)).toBe(document);
    expect(documents.find(otherService, 'board')).toBeUndefined();
    expect(documents.find(otherService, document.sid)).toBeUndefined();
  });

  test('lists the documents of one service in the order of creation', () => {
    create('b');
    create('a');
    documents.create(otherService, 'c', { data: {}, createdBy: 'ann' });
    expect(documents.list(service).map(({ uniqueName }) => uniqueName)).toEqual(['b', 'a']);
  });

  test('keeps several documents without a name', () => {
    expect(create(undefined).sid).not.toBe(create(undefined).sid);
    expect(documents.list(service)).toHaveLength(2);
  });

  test('counts revisions in hexadecimal from 0, and event ids by one', () => {
    let document = create();
    const firstEvent = document.lastEventId;
    expect(document.revision).toBe('0');
    for (let n = 1; n <= 16; n += 1) document = documents.update(document, { data: { n } });
    expect(document.revision).toBe('10');
    expect(document.lastEventId).toBe(firstEvent + 16);
  });

  test('replaces the data, and leaves earlier states alone', () => {
    const before = create();
    time += 5;
    const after = documents.update(before, { data: { other: true } });
    expect(after.data).toEqual({ other: true });
    expect(after.updatedAt).toBe(before.updatedAt + 5);
    expect(after.createdAt).toBe(before.createdAt);
    expect(before.data).toEqual({ n: 0 });
  });

  test('tells listeners of updates and removals, not of creations', () => {
    const document = create();
    documents.update(document, { data: { n: 1 } });
    documents.remove(document);
    expect(changes.map(({ kind, document: { data } }) => [kind, data])).toEqual([
      ['updated', { n: 1 }],
      ['removed', { n: 0 }],
    ]);
  });

  test('gives a document created again another SID', () => {
    const first = create();
    documents.remove(first);
    expect(create().sid).not.toBe(first.sid);
  });

  test('gives the same SID and a later event id after a restart, so that an open tab goes on', () => {
    let before = create();
    for (let n = 0; n < 100; n += 1) before = documents.update(before, { data: { n } });
    time += 1000;
    documents = new SyncDocuments(() => time);
    const after = create();
    expect(after.sid).toBe(before.sid);
    expect(after.lastEventId).toBeGreaterThan(before.lastEventId);
  });

  describe('with a life time', () => {
    test('holds the document until it is over, not longer', () => {
      const { expiresAt, sid: documentSid } = create('board', 10);
      expect(expiresAt).toBe(1_010_000);
      time = 1_009_999;
      expect(documents.find(service, 'board')).toBeDefined();
      time = 1_010_000;
      expect(documents.find(service, 'board')).toBeUndefined();
      expect(documents.find(service, documentSid)).toBeUndefined();
      expect(documents.list(service)).toEqual([]);
    });

    test('tells of the removal when asked to clear up', () => {
      create('board', 10);
      documents.removeExpired();
      expect(changes).toEqual([]);
      time += 10_000;
      documents.removeExpired();
      expect(changes).toMatchObject([{ kind: 'removed', document: { uniqueName: 'board' } }]);
    });

    test('frees the name for a new document', () => {
      const first = create('board', 10);
      time += 10_000;
      expect(create().sid).not.toBe(first.sid);
      expect(documents.list(service)).toHaveLength(1);
    });

    test('keeps it through an update without one, and drops it given 0', () => {
      const updated = documents.update(create('board', 10), { data: {} });
      expect(updated.expiresAt).toBe(1_010_000);
      expect(documents.setTtl(updated, 0).expiresAt).toBeUndefined();
    });

    test('changed alone makes neither revision nor event', () => {
      const document = create();
      const changed = documents.setTtl(document, 10);
      expect(changed).toEqual({ ...document, expiresAt: 1_010_000 });
      expect(documents.find(service, 'board')?.expiresAt).toBe(1_010_000);
      expect(changes).toEqual([]);
    });
  });
});

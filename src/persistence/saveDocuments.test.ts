import { mostVersions } from '../schema/defaults';
import type { DocumentService, JsonObject } from './DocumentService';
import { sameJson } from './sameJson';
import { IndexContended, saveDocuments, type DocumentChange } from './saveDocuments';
import { copyName, indexName, versionsIn } from './versionIndex';

const options = {
  definitions: 'defs',
  board: 'board',
  author: 'ann',
  now: () => new Date('2026-11-22T17:00:00Z'),
};

/** A service whose connection is lost at the write of that number, before anything comes of it or after. */
function aService(
  documents: Map<string, JsonObject>,
  lost?: { readonly write: number; readonly happens: boolean },
): DocumentService & { writes(): number } {
  let writes = 0;
  const meet = (act: () => boolean): boolean => {
    writes += 1;
    const isLost = writes === lost?.write;
    if (lost && (writes > lost.write || (isLost && !lost.happens))) throw new Error('disconnected');
    const result = act();
    if (isLost) throw new Error('disconnected');
    return result;
  };
  return {
    writes: () => writes,
    async read(name) {
      const value = documents.get(name);
      return value && { value, updatedAt: '2026-11-22T16:00:00.000Z' };
    },
    write: async (name, value, replaced) =>
      meet(() => {
        if (!sameJson(documents.get(name), replaced?.value)) return false;
        documents.set(name, value);
        return true;
      }),
    remove: async (name) => void meet(() => documents.delete(name)),
  };
}

const before = { defs: { a: 1 }, board: { title: 'T' } };
const changes: readonly DocumentChange[] = [
  { document: 'defs', base: before.defs, value: { a: 2 } },
  { document: 'board', base: before.board, value: { title: 'U' } },
];

/** All values of a document that a version still gives. */
const keptOf = (documents: Map<string, JsonObject>, document: string): readonly unknown[] =>
  versionsIn(documents.get(indexName('defs'))).flatMap(({ copies: { [document]: copy } }) =>
    copy === undefined ? [] : [documents.get(copyName(document, copy))],
  );

it('reaches the end by as many writes as it says', async () => {
  const service = aService(new Map(Object.entries(before)));
  expect(await saveDocuments(service, changes, options)).toEqual({ status: 'saved' });
  // Two copies and the index before, both documents, two copies and the index after.
  expect(service.writes()).toBe(8);
});

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('given a connection that is lost at write %d', (write) => {
  it.each([true, false])('loses nothing, and can be repeated; the write happens: %s', async (happens) => {
    const documents = new Map<string, JsonObject>(Object.entries(before));
    const saved = await saveDocuments(aService(documents, { write, happens }), changes, options).catch(
      () => 'failed',
    );
    // The documents are saved once the fifth write has happened.
    expect(saved).toEqual(write > 5 ? { status: 'saved' } : 'failed');
    expect(await saveDocuments(aService(documents), changes, options)).toEqual({ status: 'saved' });
    expect([documents.get('defs'), documents.get('board')]).toEqual([{ a: 2 }, { title: 'U' }]);
    expect(keptOf(documents, 'defs')).toContainEqual(before.defs);
    expect(keptOf(documents, 'board')).toContainEqual(before.board);

    const next = [{ document: 'defs', base: { a: 2 }, value: { a: 3 } }];
    await saveDocuments(aService(documents), next, options);
    expect(keptOf(documents, 'defs')).toEqual([{ a: 3 }, { a: 2 }, { a: 1 }]);
  });
});

it('writes nothing at all given one document of two that somebody else has changed', async () => {
  const documents = new Map<string, JsonObject>(Object.entries({ ...before, board: { title: 'X' } }));
  const service = aService(documents);
  expect(await saveDocuments(service, changes, options)).toEqual({
    status: 'conflict',
    found: { defs: { a: 1 }, board: { title: 'X' } },
  });
  expect(service.writes()).toBe(0);
});

it('tells what there is then given somebody who writes in the very moment', async () => {
  const documents = new Map<string, JsonObject>(Object.entries(before));
  const service = aService(documents);
  const racing: DocumentService = {
    ...service,
    async write(name, value, replaced) {
      if (name === 'board') documents.set('board', { title: 'X' });
      return service.write(name, value, replaced);
    },
  };
  expect(await saveDocuments(racing, changes, options)).toEqual({
    status: 'conflict',
    found: { defs: { a: 2 }, board: { title: 'X' } },
  });
});

it('lists no version anew that a browser still sees which has not heard of the newest', async () => {
  const documents = new Map<string, JsonObject>(Object.entries(before));
  const service = aService(documents);
  const save = (base: JsonObject, value: JsonObject, by: DocumentService = service) =>
    saveDocuments(by, [{ document: 'defs', base, value }], options);
  await save({ a: 1 }, { a: 2 });
  const late: DocumentService = {
    ...service,
    read: async (name) => (name === 'defs' ? { value: { a: 1 }, updatedAt: '' } : service.read(name)),
  };
  expect(await save({ a: 1 }, { a: 3 }, late)).toMatchObject({ status: 'conflict' });
  expect(keptOf(documents, 'defs')).toEqual([{ a: 2 }, { a: 1 }]);
});

it('keeps what it overwrites as the last version but one, given that it was put back by hand from the oldest of ten', async () => {
  const documents = new Map<string, JsonObject>(Object.entries(before));
  const service = aService(documents);
  const save = (value: number) =>
    saveDocuments(service, [{ document: 'defs', base: documents.get('defs'), value: { a: value } }], options);
  for (let value = 2; value <= mostVersions; value += 1) await save(value);
  documents.set('defs', { a: 1 });
  await save(99);
  expect(keptOf(documents, 'defs').slice(0, 3)).toEqual([{ a: 99 }, { a: 1 }, { a: 10 }]);
  expect(versionsIn(documents.get(indexName('defs')))).toHaveLength(mostVersions);
});

it('keeps the version of somebody who saves a document for the first time in the very moment', async () => {
  const documents = new Map<string, JsonObject>(Object.entries(before));
  const service = aService(documents);
  await saveDocuments(service, [{ document: 'defs', base: { a: 1 }, value: { a: 2 } }], options);
  const saveTitle = (by: DocumentService, title: string) =>
    saveDocuments(by, [{ document: 'board', base: before.board, value: { title } }], options);
  let isFirst = true;
  const racing: DocumentService = {
    ...service,
    async write(name, value, replaced) {
      if (name === indexName('defs') && isFirst) {
        isFirst = false;
        await saveTitle(service, 'theirs');
      }
      return service.write(name, value, replaced);
    },
  };
  expect(await saveTitle(racing, 'mine')).toMatchObject({ status: 'conflict' });
  expect(keptOf(documents, 'board')).toContainEqual({ title: 'theirs' });
});

describe('given twenty who save at once', () => {
  const standing = { a: 1 };
  /** All twenty read before the first of them writes anything. */
  const atOnce = async (documents: Map<string, JsonObject>) => {
    const service = aService(documents);
    return Promise.allSettled(
      Array.from({ length: 20 }, (_, number) =>
        saveDocuments(service, [{ document: 'defs', base: standing, value: { a: number + 2 } }], options),
      ),
    );
  };

  it('saves for one, tells the others so, and lists what stood there once', async () => {
    const documents = new Map<string, JsonObject>([['defs', standing]]);
    const outcomes = await atOnce(documents);
    expect(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.status : 'failed')).sort(),
    ).toEqual([...Array.from({ length: 19 }, () => 'conflict'), 'saved']);
    expect(keptOf(documents, 'defs')).toEqual([documents.get('defs'), standing]);
  });

  it('loses no older version', async () => {
    const documents = new Map<string, JsonObject>([['defs', { a: 'first' }]]);
    const save = (base: JsonObject, value: JsonObject) =>
      saveDocuments(aService(documents), [{ document: 'defs', base, value }], options);
    await save({ a: 'first' }, { a: 'second' });
    // By other means, so that all of them find something to copy.
    documents.set('defs', standing);
    await atOnce(documents);
    expect(keptOf(documents, 'defs')).toEqual([
      documents.get('defs'),
      standing,
      { a: 'second' },
      { a: 'first' },
    ]);
  });
});

it('says that others came first again and again, before anything is saved', async () => {
  const documents = new Map<string, JsonObject>(Object.entries(before));
  const service = aService(documents);
  const contended: DocumentService = {
    ...service,
    write: async (name, value, replaced) =>
      name !== indexName('defs') && service.write(name, value, replaced),
  };
  await expect(saveDocuments(contended, changes, options)).rejects.toThrow(IndexContended);
  expect(documents.get('defs')).toEqual(before.defs);
});

it('copies what stands there under another name, given something else under the one it has for everybody', async () => {
  const documents = new Map<string, JsonObject>(Object.entries(before));
  const first = aService(new Map(documents));
  let name = '';
  const watching: DocumentService = {
    ...first,
    write: async (...parameters) => {
      name = name || parameters[0];
      return first.write(...parameters);
    },
  };
  await saveDocuments(watching, changes, options);
  documents.set(name, { theirs: true });
  await saveDocuments(aService(documents), changes, options);
  expect(documents.get(name)).toEqual({ theirs: true });
  expect(keptOf(documents, 'defs')).toEqual([{ a: 2 }, before.defs]);
});

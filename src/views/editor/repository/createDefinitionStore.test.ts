/** In which order documents are written: a save that stops anywhere, for any reason, takes no tile from the board. */
import { namedDocuments } from '../../../model/board/namedDocuments';
import { mostBytes } from '../../../schema/defaults';
import type { DocumentService, JsonObject } from '../../../persistence/DocumentService';
import { saveDocuments } from '../../../persistence/saveDocuments';
import { allDocuments, type BoardDocuments } from '../../../model/board/BoardDocuments';
import { edit } from '../draft/edit';
import type { EditingCommand } from '../draft/EditingCommand';
import { beginEditing, documentsOf } from '../draft/EditingSession';
import { aBoard, aMetric } from '../draft/testing/aBoard';
import { createDefinitionStore } from './createDefinitionStore';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };
const settings = { title: 'T', definitionDocuments: ['more'] };
const filler = (bytesLeft: number): string => 'x'.repeat(mostBytes - 150 - bytesLeft);
const grow = (key: string, bytes: number): EditingCommand => ({
  type: 'change-metric',
  key,
  changes: { description: 'y'.repeat(bytes) },
});
const split = aBoard({ a: { description: filler(3000) } }, settings, { more: { b: {} } });
const whole = aBoard({ a: {}, b: {} }, { title: 'T' });

/** Saves a session, and says after each write what was written and which tiles a dashboard finds then. */
async function watchSave(base: BoardDocuments, command: EditingCommand) {
  const documents = new Map(
    allDocuments(base).flatMap(({ name, value }): [string, JsonObject][] => (value ? [[name, value]] : [])),
  );
  const current = documentsOf(edit(beginEditing(base), command));
  const written: { name: string; tiles: readonly string[]; isComplete: boolean }[] = [];
  const service: DocumentService = {
    async read(name) {
      const value = documents.get(name);
      return value && { value, updatedAt: '2026-11-22T16:00:00.000Z' };
    },
    async write(name, value) {
      documents.set(name, value);
      const shown = [names.definitions, ...namedDocuments(documents.get(names.board), Object.values(names))];
      const tiles = new Set(shown.flatMap((document) => Object.keys(documents.get(document) ?? {})));
      written.push({ name, tiles: [...tiles].sort(), isComplete: shown.every((one) => documents.has(one)) });
      return true;
    },
    remove: async (name) => void documents.delete(name),
  };
  const store = createDefinitionStore({
    names,
    service: () => service,
    write: (connected, changes) =>
      saveDocuments(connected, changes, {
        ...names,
        author: 'ann',
        now: () => new Date('2026-11-22T17:00:00Z'),
      }),
  });
  expect(await store.save(base, current)).toEqual({ status: 'saved' });
  return { written, of: written.filter(({ name }) => !name.includes('-version')).map(({ name }) => name) };
}

it.each<[string, BoardDocuments, EditingCommand, readonly string[]]>([
  [
    'a new document before the settings that name it',
    aBoard({ a: { description: filler(0) } }),
    { type: 'add-metric', key: 'b', metric: aMetric('B', { description: filler(3000) }) },
    ['dashboard-definitions-2', 'dashboard-board'],
  ],
  [
    'a tile into a further document before it leaves the first',
    aBoard({ a: { description: filler(3000) }, c: {} }, settings, { more: { b: {} } }),
    grow('c', 5000),
    ['more', 'dashboard-definitions'],
  ],
  [
    'a tile into the first document before it leaves a further one',
    aBoard({ a: {} }, settings, { more: { b: {}, c: { description: filler(3000) } } }),
    grow('b', 5000),
    ['dashboard-definitions', 'more'],
  ],
  [
    'the first document as it was before another one was needed',
    split,
    { type: 'restore', documents: whole },
    ['dashboard-definitions', 'dashboard-board'],
  ],
  [
    'a tile into a document, then the settings that name it, and only then the one that it leaves',
    whole,
    { type: 'restore', documents: split },
    ['more', 'dashboard-board', 'dashboard-definitions'],
  ],
])('writes %s, and no tile is away at any moment', async (_what, base, command, order) => {
  const { written, of } = await watchSave(base, command);
  expect(of).toEqual(order);
  const kept = new Set(base.definitions.flatMap(({ value }) => Object.keys(value ?? {})));
  for (const { name, tiles, isComplete } of written)
    expect([name, isComplete, [...kept].filter((key) => !tiles.includes(key))]).toEqual([name, true, []]);
});

it('copies what stands before it writes any document', async () => {
  const { written } = await watchSave(split, grow('b', 10));
  expect(written.map(({ name }) => name.replace(/version-.*/, 'version-…'))).toEqual([
    'more-version-…',
    'dashboard-definitions-versions',
    'more',
    'more-version-…',
    'dashboard-definitions-versions',
  ]);
});

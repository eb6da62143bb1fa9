import type { BoardDocuments } from '../../../model/board/BoardDocuments';
import { edit } from '../draft/edit';
import { beginEditing, documentsOf } from '../draft/EditingSession';
import { exportText, tilesToClipboardText } from './exportText';
import { pasteCommand } from './importCommand';
import { tilesFromClipboardText } from './tilesFromClipboardText';

const documents: BoardDocuments = {
  definitions: [
    {
      name: 'one',
      value: {
        late: { metric: { label: 'Late', formula: '1', order: 2, unknown: true } },
        early: { metric: { label: 'Early', formula: '2', order: 1 }, besides: 'kept' },
        inside: { metric: { label: 'Inside', formula: '3', section: 'Now' } },
        broken: { metric: { label: 'Broken' } },
      },
    },
    {
      name: 'two',
      value: {
        late: { metric: { label: 'Hidden', formula: '9' } },
        far: { metric: { label: 'Far', formula: '4' } },
      },
    },
  ],
  board: { name: 'board', value: { title: 'Floor', definitionDocuments: ['two'], mine: 1 } },
};
const read = (text: string) => JSON.parse(text) as { definitions: object; board?: object };

it('exports a board with its version: tiles in their order, settings without the documents of this account', () => {
  const content = read(exportText(documents, { kind: 'board' }));
  expect(Object.keys(content)).toEqual(['realtime-dashboard', 'definitions', 'board']);
  expect(Object.keys(content.definitions)).toEqual(['early', 'late', 'broken', 'far', 'inside']);
  expect(content.definitions).toMatchObject({
    early: { besides: 'kept' },
    late: { metric: { unknown: true } },
  });
  expect(content.board).toEqual({ title: 'Floor', mine: 1 });
});

it.each([
  [{ kind: 'section', section: 'Now' }, ['inside']],
  [{ kind: 'section', section: undefined }, ['early', 'late', 'broken', 'far']],
  [{ kind: 'section', section: 'None' }, []],
  [{ kind: 'metric', key: 'far' }, ['far']],
  [{ kind: 'metric', key: 'none' }, []],
] as const)('exports of %j the metrics %j and no settings', (subject, keys) => {
  const content = read(exportText(documents, subject));
  expect(Object.keys(content.definitions)).toEqual(keys);
  expect(content.board).toBeUndefined();
});

it('pastes tiles that were copied as copies, without the order that they had', () => {
  const content = tilesFromClipboardText(tilesToClipboardText(documents, ['late', 'inside', 'broken']));
  if (content.status !== 'read') throw new Error(content.status);
  const { tiles, leftOut } = content;
  expect(leftOut).toHaveLength(1);
  expect(tiles).toEqual([
    { label: 'Late', formula: '1', unknown: true },
    { label: 'Inside', formula: '3', section: 'Now' },
  ]);
  const session = edit(beginEditing(documents), pasteCommand(tiles, documents));
  expect(session.past).toHaveLength(1);
  expect(documentsOf(session).definitions.map(({ value }) => Object.keys(value ?? {}))).toEqual([
    ['late', 'early', 'inside', 'broken', 'inside-2'],
    ['late', 'far', 'late-2'],
  ]);
});

it('pastes tiles of one label under keys of their own', () => {
  const tiles = [
    { label: 'Late', formula: '1' },
    { label: 'Late', formula: '2' },
    { label: 'Late', formula: '3' },
  ];
  const command = pasteCommand(tiles, documents);
  expect(command.type === 'put-metrics' && Object.keys(command.metrics)).toEqual([
    'late-2',
    'late-2-2',
    'late-2-3',
  ]);
});

it.each([
  ['', 'empty'],
  ['some words', 'not-json'],
  ['{"a": 1}', 'not-metrics'],
  ['[1]', 'not-metrics'],
  ['{"realtime-dashboard": 2, "definitions": {}}', 'too-new'],
])('finds no tiles in the clipboard text %j, as it is %s', (text, status) => {
  expect(tilesFromClipboardText(text)).toMatchObject({ status });
});

import { memoryDashboardSource } from '../../dashboard-source/memoryDashboardSource';
import { documentSizes } from '../../model/board/documentSizes';
import { documentsIn, showDocuments } from './documentsIn';
import { aBoard, aDocument } from './testing/aBoard';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };
const board = aBoard(
  { a: {} },
  { title: 'T', definitionDocuments: ['more', 'gone'] },
  { more: aDocument({ b: {} }), gone: undefined },
);

const aSource = (state: 'present' | 'loading' | 'failed' = 'present') => {
  const source = memoryDashboardSource({
    definitions: board.definitions[0]?.value,
    board: board.board.value,
  });
  source.setFurtherDefinitions([
    {
      name: 'more',
      state: {
        present: { status: 'present', value: aDocument({ b: {} }) },
        loading: { status: 'loading' },
        failed: { status: 'failed', problem: 'x' },
      }[state] as never,
    },
    { name: 'gone', state: { status: 'missing' } },
  ]);
  return source;
};

describe('documentsIn', () => {
  it('gives all documents of a board in their order, also those that are missing', () => {
    expect(documentsIn(aSource().getSnapshot(), names)).toEqual(board);
  });

  it.each(['loading', 'failed'] as const)('gives nothing to edit while one is %s', (state) => {
    expect(documentsIn(aSource(state).getSnapshot(), names)).toBeUndefined();
  });

  it('gives nothing to edit given a document that holds no object', () => {
    const source = aSource();
    source.setDefinitions([]);
    expect(documentsIn(source.getSnapshot(), names)).toBeUndefined();
  });

  it('gives an empty board where nothing was ever saved, whose settings are not looked for', () => {
    const snapshot = { ...memoryDashboardSource().getSnapshot(), board: { status: 'loading' } as const };
    expect(documentsIn(snapshot, names)).toEqual({
      definitions: [{ name: names.definitions, value: undefined }],
      board: { name: names.board, value: undefined },
    });
    const loading = { ...snapshot, definitions: { status: 'loading' } as const };
    expect(documentsIn(loading, names)).toBeUndefined();
  });
});

describe('showDocuments', () => {
  it('shows documents in place of the saved ones, and leaves the rest', () => {
    const before = memoryDashboardSource({ data: { version: 1 } }).getSnapshot();
    const shown = showDocuments(before, board);
    expect(documentsIn(shown, names)).toEqual(board);
    expect(shown.data).toBe(before.data);
  });
});

describe('documentSizes', () => {
  it.each([
    ['a', 9],
    ['é', 10],
    ['待', 11],
    ['😀', 12],
    ['\n', 10],
    ['\ud800', 14],
  ])('counts %j as Sync stores it, in UTF-8', (text, bytes) => {
    const [size] = documentSizes({ definitions: [], board: { name: 'b', value: { t: text } } });
    expect(size).toEqual({ name: 'b', bytes, bytesLeft: 16_384 - bytes });
    expect(bytes).toBe(Buffer.byteLength(JSON.stringify({ t: text })));
  });

  it('counts nothing for a document that is not there', () => {
    expect(documentSizes({ definitions: [], board: { name: 'b', value: undefined } })).toEqual([
      { name: 'b', bytes: 0, bytesLeft: 16_384 },
    ]);
  });
});

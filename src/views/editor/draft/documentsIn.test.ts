import { memorySources } from '../../../sources/memory/memorySources';
import { Store } from '../../../model/store/Store';
import { documentSizes } from '../../../model/board/documentSizes';
import { documentsIn } from './documentsIn';
import { aBoard, aDocument } from './testing/aBoard';

const names = { definitions: 'dashboard-definitions', board: 'dashboard-board' };
const board = aBoard(
  { a: {} },
  { title: 'T', definitionDocuments: ['more', 'gone'] },
  { more: aDocument({ b: {} }), gone: undefined },
);

const someSources = (state: 'ready' | 'loading' | 'failed' = 'ready') => {
  const sources = memorySources({
    definitions: board.definitions[0]?.value,
    boardSettings: board.board.value,
  });
  sources.setFurtherDefinitions([
    {
      name: 'more',
      state: {
        ready: { status: 'ready', value: aDocument({ b: {} }) },
        loading: { status: 'loading' },
        failed: { status: 'failed', problem: 'x' },
      }[state] as never,
    },
    { name: 'gone', state: { status: 'missing' } },
  ]);
  return sources;
};

describe('documentsIn', () => {
  it('gives all documents of a board in their order, also those that are missing', () => {
    expect(documentsIn(someSources(), names)).toEqual(board);
  });

  it.each(['loading', 'failed'] as const)('gives nothing to edit while one is %s', (state) => {
    expect(documentsIn(someSources(state), names)).toBeUndefined();
  });

  it('gives nothing to edit given a document that holds no object', () => {
    const sources = someSources();
    sources.setDefinitions([]);
    expect(documentsIn(sources, names)).toBeUndefined();
  });

  it('gives an empty board where nothing was ever saved, whose settings are not looked for', () => {
    const loading = new Store({ status: 'loading' } as const);
    const sources = { ...memorySources(), boardSettings: loading };
    expect(documentsIn(sources, names)).toEqual({
      definitions: [{ name: names.definitions, value: undefined }],
      board: { name: names.board, value: undefined },
    });
    expect(documentsIn({ ...sources, definitions: loading }, names)).toBeUndefined();
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

import { isOurShape, kindOf, type DocumentKind } from './documentShapes';

const names = {
  dataDocument: 'wall.data',
  definitionsDocument: 'wall-metrics',
  boardDocument: 'wall-board',
};

describe('kindOf', () => {
  test.each([
    ['wall.data', 'data'],
    ['wall.data-lease', 'lease'],
    ['wall.data-queue-1', 'part'],
    ['wall.data-channel-12', 'part'],
    ['wall-metrics', 'definitions'],
    ['wall-board', 'board'],
  ])('knows %s', (name, kind) => {
    expect(kindOf(name, names)).toBe(kind);
  });

  test.each([
    'wall.data-archive',
    'wall.data-warehouse-config',
    'wall.data-lease-2',
    'wall.data-queue-',
    'wall.data-queue-1-old',
    'wall.data-queue-one',
    'wallxdata-queue-1',
    'wall.database',
    'my-wall.data',
    'dashboard-data',
  ])('knows nothing of %s', (name) => {
    expect(kindOf(name, names)).toBeUndefined();
  });
});

describe('isOurShape', () => {
  const statistics = { realtime: {}, cumulative: {} };
  test.each<[DocumentKind, unknown]>([
    ['data', {}],
    ['data', { version: 1, collected_at: '2026-11-28T10:00:00.000Z', workspace_statistics: statistics }],
    ['lease', {}],
    ['lease', { number: 3, due: 1000, by: 'invocation', more: 'later' }],
    ['part', { collection: 4 }],
    ['part', { collection: 4, queue: { sid: 'WQ' } }],
    ['part', { collection: 4, channel: { unique_name: 'voice' } }],
    ['definitions', {}],
    ['definitions', { broken: {}, good: { metric: { formula: '1' } } }],
    ['board', { title: 'Support' }],
    ['board', { definitionDocuments: [], more: 'later' }],
  ])('takes as %s: %j', (kind, data) => {
    expect(isOurShape(kind, data)).toBe(true);
  });

  test.each<[DocumentKind, unknown]>([
    ['data', { theirs: 'important' }],
    ['data', { collected_at: '2026-11-28' }],
    ['data', [1, 2]],
    ['data', 'text'],
    ['data', null],
    ['lease', { by: 'somebody' }],
    ['lease', { number: 'three', due: 1000, by: 'invocation' }],
    ['part', { queue: { sid: 'WQ' } }],
    ['part', { collection: 4, songs: [] }],
    ['definitions', { colour: 'blue' }],
    ['definitions', { list: [{ metric: {} }] }],
    ['board', { theirs: 'important' }],
  ])('refuses as %s: %j', (kind, data) => {
    expect(isOurShape(kind, data)).toBe(false);
  });
});

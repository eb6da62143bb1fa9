import { assembledData, checkParts } from './checkParts';

const aPart = (name: string, collection: number, more: object = {}) => ({
  name,
  data: { collection, queue: { sid: `WQ-${name}`, friendly_name: name, ...more } },
});
const main = (numbers: readonly number[], more: object = {}) => ({
  name: 'data',
  data: { collection: 9, documents: { queues: numbers.map((number) => [number, '', '']) }, ...more },
});
const check = (...documents: Parameters<typeof checkParts>[1]) =>
  checkParts('data', documents, 'npm run deploy:dev');
const wrongs = (...documents: Parameters<typeof checkParts>[1]) =>
  check(...documents).flatMap((finding) => (finding.kind === 'wrong' ? finding.what : []));

test('says how many documents there are and how full the fullest is', () => {
  expect(check(main([8, 9]), aPart('data-queue-1', 8), aPart('data-queue-2', 9))).toEqual([
    {
      kind: 'ok',
      what: '2 documents of queues and channels (data-queue-1 ...) take at most 81 of 4096 bytes',
    },
  ]);
});

test('says so when none are collected, and nothing when there is no data yet', () => {
  expect(check(main([]))).toEqual([{ kind: 'ok', what: 'No queues and no channels are collected' }]);
  expect(check()).toEqual([]);
});

test('counts empty documents that wait for queues as fine', () => {
  const [finding] = check(main([9]), aPart('data-queue-1', 9), {
    name: 'data-queue-2',
    data: { collection: 7 },
  });

  expect(finding).toEqual({
    kind: 'ok',
    what: expect.stringMatching(/; 1 more are empty, for queues to come$/),
  });
});

test.each([
  ['a document that is gone', [main([9])], 'The Sync document data-queue-1 is gone'],
  [
    'one that is older than it should be',
    [main([9]), aPart('data-queue-1', 8)],
    'is of collection 8, and should be of 9',
  ],
  [
    'one that is too large',
    [main([9]), aPart('data-queue-1', 9, { much: 'x'.repeat(5_000) })],
    'bytes, more than the 4096 that the Functions write',
  ],
  [
    'one that nobody reads',
    [main([9]), aPart('data-queue-1', 9), aPart('data-queue-2', 3)],
    'The Sync document data-queue-2 holds a queue or channel that nobody reads.',
  ],
])('finds %s', (_, documents, what) => {
  expect(wrongs(...documents)).toEqual([expect.stringContaining(what)]);
});

test('repeats what the Function says is left out', () => {
  const notices = [{ code: 'queues-capped', text: '7 of 57 queues are left out.' }];

  expect(wrongs(main([9], { notices }), aPart('data-queue-1', 9))).toEqual([
    'The Function says: 7 of 57 queues are left out.',
  ]);
});

test('takes no other document that begins with the same name for one of its own', () => {
  expect(
    wrongs(main([9]), aPart('data-queue-1', 9), aPart('data-lease', 1), aPart('data-queue-x', 1)),
  ).toEqual([]);
});

test('gives the data as formulas see them', () => {
  expect(assembledData('data', [main([9]), aPart('data-queue-1', 9)])).toMatchObject({
    collection: 9,
    queues: [{ friendly_name: 'data-queue-1' }],
  });
});

import { readConfiguration } from './configuration';
import { selectQueues, type KnownQueue } from './selectQueues';
import { workspaceSid } from './testing/TwilioAtTheWire';

const sidOf = (number: number): string => `WQ${String(number).padStart(32, '0')}`;

const known = (...names: readonly string[]): readonly KnownQueue[] =>
  names.map((friendlyName, age) => ({
    sid: sidOf(age),
    friendlyName,
    dateCreated: new Date(Date.UTC(2026, 0, 1 + age)),
  }));

const select = (queues: readonly KnownQueue[], DASHBOARD_QUEUES = '*', DASHBOARD_QUEUES_MAX = '50') => {
  const { selected, notices } = selectQueues(
    queues,
    readConfiguration({ TWILIO_WORKSPACE_SID: workspaceSid, DASHBOARD_QUEUES, DASHBOARD_QUEUES_MAX }),
  );
  return { names: selected.map(({ friendlyName }) => friendlyName), notices };
};

test('takes all queues, the oldest first, unless told otherwise', () => {
  const queues = known('Support', 'Billing', 'Sales');

  expect(select([...queues].reverse())).toEqual({ names: ['Support', 'Billing', 'Sales'], notices: [] });
});

test('decides by the SID between queues of the same second', () => {
  const [first, second] = known('Support', 'Sales').map((queue) => ({ ...queue, dateCreated: new Date(0) }));

  expect(select([second, first].flatMap((queue) => queue ?? [])).names).toEqual(['Support', 'Sales']);
});

test.each([
  ['Sales', ['Sales']],
  ['Sales,Support', ['Support', 'Sales']],
  ['Sales*', ['Sales', 'Sales EU', 'Sales (UK)']],
  ['*EU', ['Sales EU']],
  ['S*s*', ['Sales', 'Sales EU', 'Sales (UK)']],
  ['Sales (UK)', ['Sales (UK)']],
  [sidOf(2), ['Sales EU']],
  [`Support,${sidOf(3)}`, ['Support', 'Sales (UK)']],
])('takes those that DASHBOARD_QUEUES=%s names', (pattern, names) => {
  expect(select(known('Support', 'Sales', 'Sales EU', 'Sales (UK)'), pattern)).toEqual({
    names,
    notices: [],
  });
});

test.each(['sales', 'Sale', '.*', 'Sales|Support', sidOf(9)])(
  'takes none for %s, which is no name of any, and says so',
  (pattern) => {
    const { names, notices } = select(known('Support', 'Sales'), pattern);

    expect(names).toEqual([]);
    expect(notices).toEqual([
      {
        code: 'queues-unmatched',
        text: `DASHBOARD_QUEUES asks for what no queue is called: ${pattern}. Correct it, or create the queue.`,
      },
    ]);
  },
);

test('names only the first few of many that are called nothing', () => {
  expect(select(known('Support'), 'a,b,c,d,e').notices[0]?.text).toContain(': a, b, c and 2 more.');
});

test.each([
  [2, []],
  [
    3,
    [
      '1 of 3 queues are left out, the newest: DASHBOARD_QUEUES_MAX is 2. Raise it (200 is the most), or choose queues with DASHBOARD_QUEUES.',
    ],
  ],
])('takes two at the most of %i, the oldest, and says how many are left out', (count, texts) => {
  const { names, notices } = select(known('C', 'B', 'A').slice(0, count), '*', '2');

  expect(names).toEqual(['C', 'B']);
  expect(notices.map(({ text }) => text)).toEqual(texts);
});

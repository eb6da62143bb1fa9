/** The Function that saves definitions, as it is deployed: whom it lets in, and what it refuses to write. */
import path from 'node:path';
import { account } from '../account';
import { issueToken } from '../token';
import { startCollector, type Collector } from './testing/startCollector';

let collector: Collector;
beforeAll(async () => {
  collector = await startCollector({ projectFolder: path.resolve(__dirname, '../..'), processes: 1 });
});
afterAll(() => collector.stop());

const service = account.defaultSyncServiceSid;
const metric = (label: string) => ({ metric: { label, formula: '1' } });
let before: number;

beforeEach(() => {
  for (const { uniqueName } of collector.sync.documents.list(service)) {
    collector.sync.documents.remove(service, uniqueName ?? '');
  }
  collector.sync.documents.put(service, 'dashboard-definitions', { a: metric('A') });
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
});

const supervisor = issueToken({ identity: 'ann@example.com', roles: ['supervisor'] });

async function save(Changes: unknown, Token = supervisor, to = collector) {
  const text = typeof Changes === 'string' ? Changes : JSON.stringify(Changes);
  const reply = await fetch(`${to.platform.origin}/saveDefinitions`, {
    method: 'POST',
    headers: { origin: 'https://flex.twilio.com' },
    body: new URLSearchParams({ Token, Changes: text }),
  });
  // Whatever the answer is, a page of another origin may read it.
  expect(reply.headers.get('access-control-allow-origin')).toBe('*');
  const body = (await reply.json()) as Readonly<Record<string, unknown>>;
  return { status: reply.status, code: body.code, outcome: body.outcome, body };
}
const changed = (value: unknown, base: unknown = { a: metric('A') }, document = 'dashboard-definitions') => [
  { document, base, value },
];
const writes = () => collector.journal.entries({ after: before, hop: 'sync-write' });
const index = () =>
  collector.document('dashboard-definitions-versions') as { versions: { saved_by?: string }[] };

test.each(['supervisor', 'admin'])('saves for a %s, by the name that Twilio vouches for', async (role) => {
  const token = issueToken({ identity: 'ann@example.com', roles: [role] });
  expect(await save(changed({ a: metric('B') }), token)).toMatchObject({ status: 200, outcome: 'saved' });
  expect(collector.document('dashboard-definitions')).toEqual({ a: metric('B') });
  expect(index().versions.map(({ saved_by: savedBy }) => savedBy)).toEqual([
    'ann_40example_2Ecom',
    undefined,
  ]);
});

test('answers 409 with what is there, given another base', async () => {
  expect(await save(changed({ a: metric('C') }, { a: metric('old') }))).toMatchObject({
    status: 409,
    code: 'conflict',
    body: { found: { 'dashboard-definitions': { a: metric('A') } } },
  });
  expect(await save(changed({}, {}, 'dashboard-board'))).toMatchObject({
    status: 409,
    body: { found: { 'dashboard-board': null } },
  });
  expect(writes()).toEqual([]);
});

test.each([
  ['an agent', issueToken({ identity: 'bob', roles: ['agent'] }), 403, 'wrong-role'],
  [
    'an expired token',
    issueToken({ identity: 'ann', roles: ['admin'], expiresInSeconds: -1 }),
    401,
    'refused-token',
  ],
  ['no token', '', 401, 'missing-token'],
])('refuses %s, without a look at what is to be saved', async (_, token, status, code) => {
  expect(await save('no JSON', token)).toMatchObject({ status, code });
  expect(writes()).toEqual([]);
});

test.each<[string, unknown, number, string]>([
  ['text that is no JSON', 'no JSON', 400, 'malformed-changes'],
  ['no list', {}, 400, 'malformed-changes'],
  ['nothing', [], 400, 'malformed-changes'],
  [
    '53 changes',
    Array.from({ length: 53 }, (_, number) => changed({}, null, `d${number}`)[0]),
    400,
    'malformed-changes',
  ],
  ['one document twice', [...changed({}), ...changed({})], 400, 'malformed-changes'],
  ['a list in place of a document', changed([]), 400, 'malformed-changes'],
  ['a base that is no document', changed({}, 'text'), 400, 'malformed-changes'],
  ['a metric without a formula', changed({ b: { metric: { label: 'B' } } }), 400, 'malformed-changes'],
  ['an entry that is no metric', changed({ b: 7 }), 400, 'malformed-changes'],
  [
    'a byte more than Sync takes',
    changed({ a: metric('A'), b: { ...metric('x'), x: 'x'.repeat(16_384) } }),
    413,
    'document-too-large',
  ],
  ['the data', changed({}, null, 'dashboard-data'), 403, 'foreign-document'],
  ['a document of somebody else', changed({}, null, 'theirs'), 403, 'foreign-document'],
  ['a name that is none', changed({}, null, 'a/b'), 400, 'malformed-changes'],
])('refuses %s, and writes nothing', async (_, changes, status, code) => {
  expect(await save(changes)).toMatchObject({ status, code });
  expect(writes()).toEqual([]);
});

test.each([
  'dashboard-data',
  'dashboard-data-lease',
  'dashboard-definitions-versions',
  'dashboard-board-version-x',
])('refuses %s even if the settings name it as a document of definitions', async (name) => {
  const settings = { definitionDocuments: [name] };
  collector.sync.documents.put(service, 'dashboard-board', settings);
  before = collector.journal.entries().at(-1)?.sequence ?? 0;
  const changes = [
    ...changed({}, null, name),
    ...changed({ ...settings, title: 'T' }, settings, 'dashboard-board'),
  ];
  expect(await save(changes)).toMatchObject({ status: 403, code: 'foreign-document' });
  expect(writes()).toEqual([]);
});

test('saves a further document that the settings name with the same call', async () => {
  const changes = [
    ...changed({ b: metric('B') }, null, 'team-a'),
    ...changed({ definitionDocuments: ['team-a'] }, null, 'dashboard-board'),
  ];
  expect(await save(changes)).toMatchObject({ status: 200 });
  expect(collector.document('team-a')).toEqual({ b: metric('B') });
});

test('leaves entries that are no metrics where they were', async () => {
  const odd = { a: metric('A'), odd: 7 };
  collector.sync.documents.put(service, 'dashboard-definitions', odd);
  expect(await save(changed({ ...odd, a: metric('B') }, odd))).toMatchObject({ status: 200 });
  expect(collector.document('dashboard-definitions')).toEqual({ a: metric('B'), odd: 7 });
});

test('tokens, names and definitions stand in no log line, whatever fails', async () => {
  collector.faults.order({ target: 'sync-write', times: 9, status: 400, code: 54008 });
  expect(await save(changed({ a: metric('secret label') }))).toMatchObject({ status: 502 });
  collector.faults.clear();
  expect(collector.lines.some((line) => line.startsWith('saveDefinitions: 502'))).toBe(true);
  for (const word of ['secret label', 'ann', supervisor.split('.')[1] ?? '']) {
    expect(collector.lines.join('\n')).not.toContain(word);
  }
  expect(collector.document('dashboard-definitions')).toEqual({ a: metric('A') });
});

test('says to save again, and saves nothing, while Sync fails', async () => {
  collector.faults.order({ target: 'sync-write', times: 9, status: 503, code: 20503 });
  const { status, body } = await save(changed({ a: metric('B') }));
  collector.faults.clear();
  expect(status).toBe(502);
  expect(body.message).toMatch(/Twilio answered 503.* Save again\.$/);
  expect(collector.document('dashboard-definitions')).toEqual({ a: metric('A') });
});

test('nothing in this file asked for anything that is not emulated', () => {
  expect(collector.journal.entries({ hop: 'unexpected' })).toEqual([]);
});

test('lets in the roles that DASHBOARD_EDITOR_ROLES names in place of supervisors and admins', async () => {
  const other = await startCollector({
    projectFolder: path.resolve(__dirname, '../..'),
    processes: 1,
    environment: { DASHBOARD_EDITOR_ROLES: 'lead, admin' },
  });
  try {
    other.sync.documents.put(service, 'dashboard-definitions', { a: metric('A') });
    const as = (role: string) =>
      save(changed({ a: metric(role) }), issueToken({ identity: 'ann', roles: [role] }), other);
    expect(await as('supervisor')).toMatchObject({ status: 403, code: 'wrong-role' });
    expect(other.document('dashboard-definitions')).toEqual({ a: metric('A') });
    expect(await as('lead')).toMatchObject({ status: 200, outcome: 'saved' });
  } finally {
    await other.stop();
  }
});

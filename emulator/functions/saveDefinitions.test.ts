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
    '101 changes',
    Array.from({ length: 101 }, (_, number) => changed({}, null, `d${number}`)[0]),
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
  [
    'a board without sections',
    changed({ title: 'Sales' }, null, 'dashboard-board-k3f9x2ab'),
    400,
    'malformed-changes',
  ],
  [
    'a list of boards with an id of another form',
    changed({ boards: [{ id: 'Sales' }] }, null, 'dashboard-boards'),
    400,
    'malformed-changes',
  ],
])('refuses %s, and writes nothing', async (_, changes, status, code) => {
  expect(await save(changes)).toMatchObject({ status, code });
  expect(writes()).toEqual([]);
});

test.each([
  'dashboard-data',
  'dashboard-data-lease',
  'dashboard-data-history',
  'dashboard-data-history-2026-11-27-queues-0-0',
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

describe('a further document of definitions', () => {
  const put = (name: string, value: object) => {
    collector.sync.documents.put(service, name, { ...value });
    before = collector.journal.entries().at(-1)?.sequence ?? 0;
  };
  const theirs = { secret: 'their API setting' };
  const documentSid = (name: string) => collector.sync.documents.get(service, name)?.sid ?? '';
  const begun = (name: string, base: unknown = null) => [
    ...changed({ b: metric('B') }, base, name),
    ...changed({ definitionDocuments: [name] }, null, 'dashboard-board'),
  ];
  const expectRefused = async (changes: unknown) => {
    const { status, code, body } = await save(changes);
    expect({ status, code }).toEqual({ status: 403, code: 'foreign-document' });
    expect(JSON.stringify(body)).not.toContain('API');
    expect(writes()).toEqual([]);
  };

  test('is begun, and named by the settings, with one call', async () => {
    expect(await save(begun('dashboard-definitions-2'))).toMatchObject({ status: 200 });
    expect(collector.document('dashboard-definitions-2')).toEqual({ b: metric('B') });
  });

  test('is begun again after a save that stopped before the settings named it', async () => {
    put('dashboard-definitions-2', { c: metric('C') });
    expect(await save(begun('dashboard-definitions-2'))).toMatchObject({
      status: 409,
      body: { found: { 'dashboard-definitions-2': { c: metric('C') } } },
    });
    expect(await save(begun('dashboard-definitions-2', { c: metric('C') }))).toMatchObject({ status: 200 });
  });

  test('is saved under whatever name an admin gave it', async () => {
    put('team-a', { b: metric('A') });
    put('dashboard-board', { definitionDocuments: ['team-a'] });
    expect(await save(changed({ b: metric('B') }, { b: metric('A') }, 'team-a'))).toMatchObject({
      status: 200,
    });
  });

  test.each(['team-a', 'dashboard-definitions-1', 'dashboard-definitions-02', 'dashboard-definitions-2-2'])(
    'is not begun under the name %s',
    (name) => expectRefused(begun(name)),
  );

  test("that the same request names is not read, given somebody else's", async () => {
    put('other-app-config', theirs);
    await expectRefused(begun('other-app-config'));
    await expectRefused(begun('other-app-config', theirs));
  });

  test("is not named in one request to be read in the next, given somebody else's", async () => {
    put('other-app-config', theirs);
    await expectRefused(changed({ definitionDocuments: ['other-app-config'] }, null, 'dashboard-board'));
  });

  test("is not taken for ours by its name, given somebody else's", async () => {
    put('dashboard-definitions-2', theirs);
    await expectRefused(begun('dashboard-definitions-2'));
    await expectRefused(
      changed({ definitionDocuments: ['dashboard-definitions-2'] }, null, 'dashboard-board'),
    );
  });

  test("tells nothing of somebody else's given settings that have changed meanwhile", async () => {
    put('other-app-config', theirs);
    put('dashboard-board', { title: 'Changed' });
    const { status, body } = await save(begun('other-app-config'));
    expect({ status, found: body.found }).toEqual({
      status: 409,
      found: { 'dashboard-board': { title: 'Changed' } },
    });
  });

  test('is not opened by its SID, even if the settings have that', async () => {
    put('dashboard-data', { realtime: { total_tasks: 1 } });
    const sid = documentSid('dashboard-data');
    expect(await save(begun(sid))).toMatchObject({ status: 400, code: 'malformed-changes' });
    put('dashboard-board', { definitionDocuments: [sid] });
    expect(await save(changed({ b: metric('B') }, null, sid))).toMatchObject({ status: 400 });
    expect(writes()).toEqual([]);
  });
});

describe('the document of a board', () => {
  const board = { sections: [{ tiles: [{ key: 'a', visual: { kind: 'number', metric: 'a' } }] }] };
  const list = { boards: [{ id: 'k3f9x2ab', title: 'Main' }] };
  const created = [
    ...changed(board, null, 'dashboard-board-k3f9x2ab'),
    ...changed(list, null, 'dashboard-boards'),
  ];
  const put = (name: string, value: object) => {
    collector.sync.documents.put(service, name, { ...value });
    before = collector.journal.entries().at(-1)?.sequence ?? 0;
  };
  const foreign = { status: 403, code: 'foreign-document' };

  test('is created with the list of boards, by one call, and kept as a version', async () => {
    expect(await save(created)).toMatchObject({ status: 200 });
    expect(collector.document('dashboard-board-k3f9x2ab')).toEqual(board);
    expect(collector.document('dashboard-boards')).toEqual(list);
    expect(index().versions[0]).toMatchObject({ created: ['dashboard-board-k3f9x2ab', 'dashboard-boards'] });
  });

  test('is created once when two people create it at the same moment', async () => {
    const theirs = { sections: [{ title: 'Theirs', tiles: [] }] };
    const outcomes = await Promise.all([
      save(created),
      save([
        ...changed(theirs, null, 'dashboard-board-k3f9x2ab'),
        ...changed(list, null, 'dashboard-boards'),
      ]),
    ]);
    const saved = outcomes.filter(({ status }) => status === 200);
    const told = outcomes.filter(({ status }) => status === 409);
    expect({ saved: saved.length, told: told.length }).toEqual({ saved: 1, told: 1 });
    const standing = collector.document('dashboard-board-k3f9x2ab');
    expect(outcomes[0]?.status === 200 ? board : theirs).toEqual(standing);
  });

  test.each([
    'dashboard-board-k3f9x2a',
    'dashboard-board-k3f9x2abc',
    'dashboard-board-K3F9X2AB',
    'dashboard-board-k3f9_2ab',
    'dashboard-board-',
    'dashboard-boardsk3f9x2ab',
    'other-board-k3f9x2ab',
  ])('is not written under the name %s', async (name) => {
    expect(await save(changed({}, null, name))).toMatchObject(foreign);
    expect(writes()).toEqual([]);
  });

  test.each(['dashboard-boards', 'dashboard-board-k3f9x2ab'])(
    "is not taken for ours by the name %s, given somebody else's",
    async (name) => {
      put(name, { secret: 'their API setting' });
      const { body, ...answer } = await save(created);
      expect(answer).toMatchObject(foreign);
      expect(JSON.stringify(body)).not.toContain('API');
      put('dashboard-board', { title: 'Changed' });
      const told = await save([...created, ...changed({ title: 'T' }, null, 'dashboard-board')]);
      expect(JSON.stringify(told.body)).not.toContain('API');
      expect(writes()).toEqual([]);
    },
  );

  test('names documents of metrics that are saved then, once it is stored', async () => {
    put('team-a', { b: metric('A') });
    const theirs = changed({ b: metric('B') }, { b: metric('A') }, 'team-a');
    const naming = { ...board, documents: ['team-a'] };
    expect(await save([...theirs, ...changed(naming, null, 'dashboard-board-k3f9x2ab')])).toMatchObject(
      foreign,
    );
    expect(await save(changed(naming, null, 'dashboard-board-k3f9x2ab'))).toMatchObject(foreign);
    put('dashboard-board-k3f9x2ab', naming);
    expect(await save(theirs)).toMatchObject(foreign);
    put('dashboard-boards', list);
    expect(await save(theirs)).toMatchObject({ status: 200 });
  });

  test('names no dashboard data', async () => {
    put('dashboard-boards', list);
    put('dashboard-board-k3f9x2ab', {
      ...board,
      documents: ['dashboard-data', 'dashboard-definitions-versions'],
    });
    for (const name of ['dashboard-data', 'dashboard-definitions-versions'])
      expect(await save(changed({}, null, name))).toMatchObject(foreign);
    expect(writes()).toEqual([]);
  });
});

describe('a list of versions that somebody else wrote', () => {
  const indexOf = (copies: (number: number) => object, more: object = {}) =>
    collector.sync.documents.put(service, 'dashboard-definitions-versions', {
      versions: Array.from({ length: 10 }, (_, number) => ({
        id: `v${number}`,
        saved_at: '2026-11-22T17:00:00Z',
        copies: copies(number),
      })),
      ...more,
    });
  const untouched = ['victim', 'victim-version-z0', 'dashboard-definitions'];
  beforeEach(() => {
    for (const name of untouched.slice(0, 2)) collector.sync.documents.put(service, name, { theirs: name });
  });

  test.each([
    ['a fragment', 'victim#', 'z0'],
    ['a fragment of our own', 'dashboard-definitions#', 'z0'],
    ["somebody else's document", 'victim', 'z0'],
    ['an escape', 'victim%23', 'z0'],
    ['a path as the name', '../victim', 'z0'],
    ['a path as the copy', 'dashboard-definitions', '../../x'],
    ['a fragment as the copy', 'dashboard-definitions', 'x#'],
    ['a query as the copy', 'dashboard-definitions', 'x?y'],
    ['a text of a thousand characters', 'dashboard-definitions', 'x'.repeat(1_000)],
    ['a prototype', '__proto__', 'z0'],
  ])('removes nothing of others and stops no save, given %s', async (_, document, copy) => {
    indexOf(() => ({ [document]: copy }));
    for (const [from, to] of [
      ['A', 'B'],
      ['B', 'C'],
    ] as const)
      expect(await save(changed({ a: metric(to) }, { a: metric(from) }))).toMatchObject({ status: 200 });
    expect(untouched.map((name) => collector.document(name))).toEqual([
      { theirs: 'victim' },
      { theirs: 'victim-version-z0' },
      { a: metric('C') },
    ]);
    expect(index().versions[0]?.saved_by).toBe('ann_40example_2Ecom');
  });

  test.each([
    ['filled to the brim', { versions: [], junk: 'x'.repeat(16_300) }],
    ['that is none', { versions: 'x'.repeat(16_300) }],
    [
      'with a version filled to the brim',
      { versions: [{ id: 'a', saved_at: 'x'.repeat(16_000), copies: {} }] },
    ],
    [
      'with copies of a thousand documents',
      {
        versions: [
          {
            id: 'a',
            saved_at: '2026-11-22T17:00:00Z',
            copies: Object.fromEntries(
              Array.from({ length: 800 }, (_, number) => [`d${number}`, 'abc-defg']),
            ),
          },
        ],
      },
    ],
  ])('is begun anew, given one %s', async (_, value) => {
    collector.sync.documents.put(service, 'dashboard-definitions-versions', value);
    expect(await save(changed({ a: metric('B') }))).toMatchObject({ status: 200 });
    expect(index().versions[0]).toMatchObject({ saved_by: 'ann_40example_2Ecom' });
  });
});

test.each(['refreshDashboard', 'saveDefinitions'])('%s takes no field out of the address', async (name) => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const fields = { Token: supervisor, Changes: JSON.stringify(changed({ a: metric('B') })) };
  const address = `${collector.platform.origin}/${name}`;
  const token = new URLSearchParams({ Token: fields.Token });
  const changes = new URLSearchParams({ Changes: fields.Changes });
  const replies = await Promise.all([
    fetch(`${address}?${token}&${changes}`, { headers }),
    fetch(`${address}?${token}&${changes}`, { method: 'POST', headers }),
    fetch(`${address}?${token}`, { method: 'POST', headers, body: changes }),
  ]);
  // What is no field of ours makes the body of the third long enough for that Function.
  const refused = replies.map(({ status }) => status).slice(0, name === 'saveDefinitions' ? 3 : 2);
  expect(new Set(refused)).toEqual(new Set([400]));
  expect(writes()).toEqual([]);
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

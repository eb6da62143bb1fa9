import { checkReply } from './checkRefresh';

const url = 'https://functions.example.com/refreshDashboard';
const readable = { 'access-control-allow-origin': '*' };
const refusal = '{"code":"missing-token","message":"..."}';

test('finds nothing wrong with a refusal of the Function itself, which browsers may read', () => {
  expect(checkReply({ status: 401, headers: readable, body: refusal }, url, 'deploy')).toEqual({
    kind: 'ok',
    what: `${url} answers browsers, and rejects requests without a Flex token (401)`,
  });
});

test.each([
  ['no answer', { failure: 'connect ECONNREFUSED' }, 'cannot be reached (connect ECONNREFUSED)', 'network'],
  ['no Function', { status: 404, headers: {}, body: '' }, 'There is no Function', 'deploy'],
  ['success', { status: 200, headers: readable, body: '{}' }, 'lets anybody in', 'again'],
  [
    'a refusal of the platform',
    { status: 403, headers: {}, body: 'no signature' },
    'answers 403',
    '"public"',
  ],
  [
    'a page of HTML',
    { status: 500, headers: {}, body: '<html>' },
    'refreshDashboard fails (500).',
    'Live logs',
  ],
  [
    'a failure of its own',
    { status: 500, headers: {}, body: '{"message":"Set X."}' },
    'fails (500): Set X.',
    'message',
  ],
  ['a refusal that no page may read', { status: 401, headers: {}, body: refusal }, 'Allow-Origin', 'again'],
])('finds %s wrong, and says what to do', (_, reply, what, advice) => {
  expect(checkReply(reply, url, 'deploy')).toEqual({
    kind: 'wrong',
    what: expect.stringContaining(what),
    advice: expect.stringContaining(advice),
  });
});

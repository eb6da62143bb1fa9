import { EventEmitter } from 'node:events';
import https from 'node:https';
import { sid } from '../../emulator/account';
import { askAboutToken } from './askAboutToken';

const credentials = { accountSid: sid('AC', 1), authToken: 'not-a-secret' };
const ask = () => askAboutToken('a.b.c', credentials, 3_000);

afterEach(() => jest.restoreAllMocks());

/** Stands where the network begins. */
function meet(
  act: (request: EventEmitter, respond: (status: number, text: string) => void) => void,
): jest.SpyInstance {
  return jest.spyOn(https, 'request').mockImplementation(((
    _options: unknown,
    onResponse: (response: unknown) => void,
  ) => {
    const request = Object.assign(new EventEmitter(), { end: () => undefined });
    const respond = (statusCode: number, text: string): void => {
      const response = Object.assign(new EventEmitter(), { statusCode, setEncoding: () => undefined });
      onResponse(response);
      response.emit('data', text);
      response.emit('end');
    };
    setImmediate(() => act(request, respond));
    return request;
  }) as unknown as typeof https.request);
}

const answering = (status: number, body: unknown) =>
  meet((_, respond) => respond(status, typeof body === 'string' ? body : JSON.stringify(body)));
const failing = (error: Error) => meet((request) => request.emit('error', error));

test("asks Twilio's own host alone, whatever the token is", async () => {
  const request = answering(200, { valid: true, identity: 'ann', roles: ['admin'] });
  expect(await ask()).toMatchObject({ identity: 'ann', roles: ['admin'] });
  expect(request.mock.calls[0]?.[0]).toMatchObject({
    hostname: 'iam.twilio.com',
    path: `/v1/Accounts/${credentials.accountSid}/Tokens/validate`,
  });
});

test.each([
  ['valid: false', 200, { valid: false, code: 20104, message: 'Access Token expired' }],
  ['valid: false without a code', 200, { valid: false }],
  ['valid: false with an error status', 401, { valid: false, code: 20101 }],
  ['a code of access tokens alone', 400, { code: 20107, message: 'Invalid Access Token signature' }],
])('knows nobody given %s', async (_, status, body) => {
  answering(status, body);
  expect(await ask()).toBeUndefined();
});

test.each([
  ['too many requests', 429, { code: 20429, message: 'Too Many Requests' }, 503, 'twilio-busy'],
  ['an outage', 503, { code: 20503, message: 'Service unavailable' }, 502, 'twilio-failed'],
  ['an outage with a page', 503, '<html>Service Unavailable</html>', 502, 'twilio-failed'],
  ['an outage without a word', 502, '', 502, 'twilio-failed'],
  ['credentials that are refused', 401, { code: 20003, message: 'Authenticate' }, 502, 'twilio-refused'],
  ['null', 200, 'null', 502, 'twilio-garbage'],
  ['half an answer', 200, '{"valid":tr', 502, 'twilio-garbage'],
  ['valid that is no truth value', 200, { valid: 'yes' }, 502, 'twilio-garbage'],
])('says what the matter is given %s', async (_, status, body, ours, code) => {
  answering(status, body);
  await expect(ask()).rejects.toMatchObject({ status: ours, code });
});

test.each([
  [
    'a peer that closes before the handshake',
    'Client network socket disconnected before secure TLS connection was established',
    'ECONNRESET',
  ],
  [
    'a certificate of somebody else',
    "Hostname/IP does not match certificate's altnames",
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ],
  ['a name that is not found', 'getaddrinfo ENOTFOUND iam.twilio.com', 'ENOTFOUND'],
  ['a broken answer', 'Parse Error: Expected HTTP/', 'HPE_INVALID_CONSTANT'],
])('says that there was no answer given %s', async (_, message, code) => {
  failing(Object.assign(new Error(message), { code }));
  await expect(ask()).rejects.toMatchObject({
    status: 502,
    code: 'twilio-unreachable',
    message: expect.stringContaining(`no answer (${code})`),
  });
});

import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestRefresh } from './requestRefresh';

let server: Server;
let url: string;
let answer: RequestListener;
let received: { readonly request: IncomingMessage; readonly body: string }[];

beforeEach(async () => {
  received = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => (body += String(part)));
    request.on('end', () => {
      received.push({ request, body });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/refreshDashboard`;
});
afterEach(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

const answering =
  (status: number, body: string, headers = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);

it('posts the token as a form, and resolves given success', async () => {
  answer = answering(200, '{"outcome":"covered"}');
  await requestRefresh(url, 'a.b+c/d=');
  const [{ request, body } = { request: undefined, body: '' }] = received;
  expect(request?.method).toBe('POST');
  expect(request?.url).toBe('/refreshDashboard');
  expect(request?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  expect(new URLSearchParams(body).get('Token')).toBe('a.b+c/d=');
});

it.each([
  [
    'the words of the Function',
    403,
    '{"code":"wrong-role","message":"Only supervisors may."}',
    'Only supervisors may.',
  ],
  ['the status, given no words', 502, '{}', 'The Function answered 502.'],
  ['the status, given what is no JSON', 504, '<html>', 'The Function answered 504.'],
  ['no more than 300 letters', 500, JSON.stringify({ message: 'a'.repeat(9_999) }), 'a'.repeat(300)],
])('rejects with %s', async (_, status, body, message) => {
  answer = answering(status, body);
  await expect(requestRefresh(url, 'token')).rejects.toEqual(new Error(message));
});

it('rejects given nobody who answers, and names only the host', async () => {
  answer = (request) => request.socket.destroy();
  await expect(requestRefresh(url, 'secret')).rejects.toEqual(
    new Error(`No answer from ${new URL(url).host}.`),
  );
});

it('hands the token to nobody else, given a redirection', async () => {
  answer = answering(307, '', { location: '/elsewhere' });
  await expect(requestRefresh(url, 'token')).rejects.toThrow('No answer');
  expect(received).toHaveLength(1);
});

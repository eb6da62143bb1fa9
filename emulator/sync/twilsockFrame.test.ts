import { decodeFrame, encodeFrame } from './twilsockFrame';

const header = { method: 'message', id: 'TM1' };

describe('encodeFrame', () => {
  test('writes magic, header and payload, with lengths in bytes', () => {
    const frame = encodeFrame({ method: 'reply', id: 'TM1' }, { name: '🗝' }).toString('utf8');
    const text = '{"method":"reply","id":"TM1","payload_type":"application/json","payload_size":15}';
    expect(frame).toBe(`TWILSOCK V3.0 ${text.length}\r\n${text}\r\n{"name":"🗝"}`);
  });

  test('counts the bytes of the header, not its characters', () => {
    const frame = encodeFrame({ method: 'reply', id: '🗝' }).toString('utf8');
    const [magic, text = ''] = frame.split('\r\n');
    expect(magic).toBe(`TWILSOCK V3.0 ${Buffer.byteLength(text)}`);
    expect(Buffer.byteLength(text)).toBe(text.length + 2);
  });

  test('marks text as text/plain', () => {
    expect(decodeFrame(encodeFrame(header, '<html>'))).toMatchObject({
      header: { payload_type: 'text/plain' },
      payload: '<html>',
    });
  });
});

describe('decodeFrame', () => {
  test('returns what was encoded, given characters of several bytes', () => {
    const frame = decodeFrame(encodeFrame({ ...header, note: 'é 🗝' }, { name: 'ключ' }));
    expect(frame?.header).toMatchObject({ ...header, note: 'é 🗝' });
    expect(frame?.payload).toBe('{"name":"ключ"}');
  });

  test('returns an empty payload given none', () => {
    expect(decodeFrame(encodeFrame(header))?.payload).toBe('');
  });

  test('ignores a CRLF after the payload, which Twilio’s Kotlin SDK sends', () => {
    const frame = Buffer.concat([encodeFrame(header, { a: 1 }), Buffer.from('\r\n')]);
    expect(decodeFrame(frame)?.payload).toBe('{"a":1}');
  });

  test('accepts a header without payload_size and without a CRLF after it', () => {
    const text = '{"method":"close","id":"TM1"}';
    expect(decodeFrame(Buffer.from(`TWILSOCK V3.0 ${text.length}\r\n${text}`))?.header.method).toBe('close');
  });

  test.each([
    ['nothing', ''],
    ['text without magic', 'hello'],
    ['another version', 'TWILSOCK V2.0 2\r\n{}\r\n'],
    ['a length that is no number', 'TWILSOCK V3.0 x\r\n{}\r\n'],
    ['a header that is no JSON', 'TWILSOCK V3.0 2\r\n{x\r\n'],
    ['a header that is JSON null', 'TWILSOCK V3.0 4\r\nnull\r\n'],
    ['a header without a method', 'TWILSOCK V3.0 12\r\n{"id":"TM1"}\r\n'],
    ['a header without an id', 'TWILSOCK V3.0 16\r\n{"method":"ping"}\r\n'],
  ])('returns undefined given %s', (_what, text) => {
    expect(decodeFrame(Buffer.from(text))).toBeUndefined();
  });

  test('returns undefined given a frame that ends before its payload does', () => {
    const frame = encodeFrame(header, { a: 1 });
    expect(decodeFrame(frame.subarray(0, frame.length - 1))).toBeUndefined();
  });
});

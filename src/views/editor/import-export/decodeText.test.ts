import { decodeText } from './decodeText';

const bytesOf = (buffer: Buffer): ArrayBuffer => Uint8Array.from(buffer).buffer;
const words = 'Atención al público';

it.each([
  ['UTF-8', Buffer.from(words)],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`)],
  ['UTF-16', Buffer.from(`\ufeff${words}`, 'utf16le')],
  ['UTF-16, the high byte first', Buffer.from(`\ufeff${words}`, 'utf16le').swap16()],
  ['the alphabet of Windows', Buffer.from(words, 'latin1')],
])('reads a file in %s', (_encoding, buffer) => {
  expect(decodeText(bytesOf(buffer))).toBe(words);
});

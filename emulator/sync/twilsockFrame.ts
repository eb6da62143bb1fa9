const magic = 'TWILSOCK V3.0';

/** The JSON header of a frame. `id` pairs a request with its reply. */
export interface FrameHeader {
  readonly method: string;
  readonly id: string;
  readonly [field: string]: unknown;
}

export interface Frame {
  readonly header: FrameHeader;
  /** Text as sent; empty when there is none. */
  readonly payload: string;
}

/**
 * One binary WebSocket message: `TWILSOCK V3.0 <bytes of header>`, the header, the payload, each after a CRLF.
 * Objects travel as JSON, a string as `text/plain`.
 */
export function encodeFrame(header: FrameHeader, payload?: object | string): Buffer {
  const text = payload === undefined ? '' : typeof payload === 'string' ? payload : JSON.stringify(payload);
  const type = typeof payload === 'string' ? 'text/plain' : 'application/json';
  const fullHeader = {
    ...header,
    ...(payload === undefined ? {} : { payload_type: type }),
    payload_size: Buffer.byteLength(text),
  };
  const headerText = JSON.stringify(fullHeader);
  return Buffer.from(`${magic} ${Buffer.byteLength(headerText)}\r\n${headerText}\r\n${text}`);
}

/** Undefined when it is no frame. Whatever follows the payload is ignored: Twilio's Kotlin SDK ends frames with a CRLF. */
export function decodeFrame(message: Buffer): Frame | undefined {
  const headerLength = /^TWILSOCK V3\.0 (\d+)\r\n/.exec(message.subarray(0, 40).toString('latin1'));
  if (!headerLength) return undefined;
  const headerStart = headerLength[0].length;
  const headerEnd = headerStart + Number(headerLength[1]);
  const header = parseHeader(message.subarray(headerStart, headerEnd).toString('utf8'));
  if (!header) return undefined;
  const size = typeof header.payload_size === 'number' ? header.payload_size : 0;
  const payloadStart = headerEnd + 2;
  if (message.length < headerEnd || message.length < payloadStart + size - (size === 0 ? 2 : 0))
    return undefined;
  return { header, payload: message.subarray(payloadStart, payloadStart + size).toString('utf8') };
}

function parseHeader(text: string): FrameHeader | undefined {
  try {
    const header: unknown = JSON.parse(text);
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

const isHeader = (value: unknown): value is FrameHeader =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Partial<FrameHeader>).method === 'string' &&
  typeof (value as Partial<FrameHeader>).id === 'string';

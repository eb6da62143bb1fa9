import { createHmac } from 'node:crypto';

/** The X-Twilio-Signature of a form post: base64 of HMAC-SHA1 over the address and every parameter, sorted by name. */
export function twilioSignature(
  authToken: string,
  url: string,
  parameters: Readonly<Record<string, string>>,
): string {
  const signed = Object.keys(parameters)
    .sort()
    .reduce((text, name) => text + name + parameters[name], url);
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}

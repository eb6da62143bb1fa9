import { validateRequest, validateRequestWithBody } from 'twilio';

/** A request as it came in. */
export interface SignedRequest {
  /** As the caller wrote it, query included. */
  readonly url: string;
  readonly signature: string | undefined;
  readonly contentType: string | undefined;
  readonly body: string;
}

/**
 * Whether the account's Auth Token signed the request, by the `twilio` library's own check.
 * @returns the reason to refuse it, or undefined when it is properly signed
 */
export function refuseUnsigned(request: SignedRequest, authToken: string): string | undefined {
  const { url, signature, contentType = '', body } = request;
  if (!signature) return 'no signature';
  try {
    const hasBodyHash = new URL(url).searchParams.has('bodySHA256');
    if (hasBodyHash) {
      return validateRequestWithBody(authToken, signature, url, body) ? undefined : 'wrong signature';
    }
    const isForm = contentType.startsWith('application/x-www-form-urlencoded');
    // A signature covers a body that is not a form only by its hash.
    if (!isForm && body !== '') return 'body not covered by the signature';
    return validateRequest(authToken, signature, url, readForm(body)) ? undefined : 'wrong signature';
  } catch {
    return 'wrong signature';
  }
}

function readForm(body: string): Record<string, string | string[]> {
  const form = new URLSearchParams(body);
  return Object.fromEntries(
    [...new Set(form.keys())].map((key) => {
      const values = form.getAll(key);
      return [key, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
}

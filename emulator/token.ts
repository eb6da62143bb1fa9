import { randomUUID } from 'node:crypto';
import { account } from './account';

/** What the emulator reads out of a token. */
export interface TokenClaims {
  /** Whose token it is; tokens of other accounts can be issued to see them refused. */
  readonly accountSid: string | undefined;
  readonly identity: string;
  readonly roles: readonly string[];
  /** Milliseconds since 1970; may lie in the past. */
  readonly expiresAt: number;
}

const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A token for Flex, Sync and TaskRouter clients, which treat it as opaque. It has the form of a JWT but no signature,
 * so that nobody mistakes it for a secret. Two tokens never equal each other: twilio-sync ignores a token it has already seen.
 * Fractions of a second are kept, and a negative `expiresInSeconds` gives a token that has already expired.
 */
export function issueToken(claims: {
  identity: string;
  roles?: readonly string[];
  expiresInSeconds?: number;
  accountSid?: string;
}): string {
  const { identity, roles = [], expiresInSeconds = 3600, accountSid = account.accountSid } = claims;
  const payload = {
    jti: randomUUID(),
    sub: accountSid,
    exp: Date.now() / 1000 + expiresInSeconds,
    roles,
    grants: { identity },
  };
  return `${encode({ typ: 'JWT', alg: 'none' })}.${encode(payload)}.`;
}

/**
 * Reads tokens of `issueToken` and JWTs made by `twilio.jwt.AccessToken`. Undefined when malformed.
 * Signatures are not checked: the emulator guards nothing, and knows no API key to check them with.
 */
export function readToken(token: string): TokenClaims | undefined {
  const parts = token.split('.');
  if (parts.length !== 3) return undefined;
  let payload: unknown;
  try {
    payload = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
  if (!isRecord(payload) || typeof payload.exp !== 'number' || !isRecord(payload.grants)) return undefined;
  const { identity } = payload.grants;
  if (typeof identity !== 'string' || identity === '') return undefined;
  const roles = Array.isArray(payload.roles)
    ? payload.roles.filter((role): role is string => typeof role === 'string')
    : [];
  const accountSid = typeof payload.sub === 'string' ? payload.sub : undefined;
  return { accountSid, identity, roles, expiresAt: payload.exp * 1000 };
}

import { askAboutToken } from './askAboutToken';
import { CollectorError } from './CollectorError';
import type { FunctionContext, FunctionEvent } from './FunctionContext';
import { collectsAgain } from './TwilioFailure';

/** Those that Flex hands out take one or two thousand characters. */
const longestToken = 8_192;

/** Milliseconds for Twilio to answer: a collection needs the rest of the time. */
const validateWithinMs = 3_000;

/** Who asks, as far as Twilio vouches for it. */
export interface FlexUser {
  readonly identity: string;
  readonly roles: readonly unknown[];
}

/**
 * Lets nobody pass but users of the account's Flex, by the token of their session.
 * The token comes as the field `Token` of a posted form, as Twilio's own library for this expects: browsers send such a
 * form to another origin without asking first, and a token in an address would stand in logs.
 * @throws CollectorError 400, 401; 500, 502 or 503 when the token could not be validated
 */
export async function requireFlexUser(context: FunctionContext, event: FunctionEvent): Promise<FlexUser> {
  if (!isForm(event) || !isInBody(event)) {
    throw new CollectorError(
      400,
      'malformed-request',
      "Post a form (application/x-www-form-urlencoded) whose body has the token of the Flex session as its field 'Token'.",
    );
  }
  return validate(readToken(event), context);
}

/**
 * @param admitted roles of which one is enough
 * @param deed what only they may do, to complete a sentence
 * @throws CollectorError 403
 */
export function requireRole({ roles }: FlexUser, admitted: readonly string[], deed: string): void {
  if (admitted.some((role) => roles.includes(role))) return;
  throw new CollectorError(
    403,
    'wrong-role',
    `Only the roles ${admitted.join(' and ')} of Flex may ${deed}.`,
  );
}

function isForm({ request }: FunctionEvent): boolean {
  const { headers } = (request ?? {}) as { headers?: Readonly<Record<string, unknown>> };
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(String(headers?.['content-type']));
}

/**
 * Whether the body is long enough to hold our fields. Twilio's platform mixes them with those of the address and does not say
 * how a request was made; one without a body, or with a part of the fields in its address, has a shorter body than they take.
 */
function isInBody({ request, Token, Changes }: FunctionEvent): boolean {
  const { headers } = (request ?? {}) as { headers?: Readonly<Record<string, unknown>> };
  const fields = Object.entries({ Token, Changes }).filter(([, value]) => typeof value === 'string');
  const shortest = fields.map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value)).replace(/%20/g, '+')}`,
  );
  return Number(headers?.['content-length'] ?? 0) >= shortest.join('&').length;
}

function readToken({ Token: token }: FunctionEvent): string {
  if (token === undefined || token === '') {
    throw new CollectorError(401, 'missing-token', "The field 'Token' is missing.");
  }
  // Whatever else it holds is no token.
  if (typeof token === 'string' && token.length <= longestToken && /^[\w.~+/=-]+$/.test(token)) return token;
  throw refused();
}

async function validate(token: string, context: FunctionContext): Promise<FlexUser> {
  const { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken } = context;
  if (typeof accountSid !== 'string' || typeof authToken !== 'string') {
    throw new CollectorError(
      500,
      'missing-credentials',
      'The Function has no account credentials to validate a token with. Include them in the service (Settings, "Add my Twilio Credentials to ENV"), and deploy again.',
    );
  }
  const user = await askAboutToken(token, { accountSid, authToken }, validateWithinMs).catch(
    (error: unknown) => {
      if (!(error instanceof CollectorError)) throw error;
      const message = error.message.replace(collectsAgain, 'Try again in a minute.');
      throw new CollectorError(error.status, error.code, message);
    },
  );
  if (!user) throw refused();
  return {
    roles: Array.isArray(user.roles) ? user.roles : [],
    identity: typeof user.identity === 'string' ? user.identity : 'unknown',
  };
}

const refused = (): CollectorError =>
  new CollectorError(
    401,
    'refused-token',
    'This is not the token of a Flex session of this account, or it has expired. Reload Flex to get a new one.',
  );

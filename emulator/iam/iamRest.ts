import express, { type NextFunction, type Request, type Response } from 'express';
import { account } from '../account';
import type { Faults } from '../faults';
import type { Journal } from '../journal';
import { credentialsOf, requireAccount } from '../serverless-api/accountCredentials';
import { issueToken, readToken } from '../token';
import { TwilioError } from '../twilioError';

/**
 * Twilio's identity service, as far as Flex's tokens go: mount it at `/_tw/iam.twilio.com`.
 * `Tokens/validate` is what `twilio-flex-token-validator` asks, with the account's credentials, and Flex UI before 2.14, with
 * the token itself; `Tokens/refresh` is what Flex asks before its token expires.
 */
export function iamRest({ journal, faults }: { journal: Journal; faults: Faults }): express.Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }), express.json());

  router.post(
    `/v1/Accounts/${account.accountSid}/Tokens/validate`,
    requireAccountOrToken,
    (request, response, next) => {
      const { token } = (request.body ?? {}) as { token?: unknown };
      const answer = typeof token === 'string' ? validate(token) : refusal(20001, 'token is missing');
      const { valid } = answer;
      journal.record('token-validation', `A token was found ${valid ? 'valid' : 'invalid'}`, { valid });
      faults
        .strike('token-validation')
        .then(({ error, garbage }) => {
          if (garbage) response.status(garbage.status).type('json').send(garbage.body);
          else if (error) response.status(error.status).json(error);
          else response.json(answer);
        })
        .catch(next);
    },
  );

  router.post('/v1/Accounts/:account/Tokens/refresh', (request, response) => {
    const session = readToken(String(request.body?.token ?? request.body?.Token ?? ''));
    if (!session) return void response.status(401).json(new TwilioError(401, 20101, 'Invalid Access Token'));
    const token = issueToken({ identity: session.identity, roles: session.roles });
    response.json({
      token,
      identity: session.identity,
      roles: session.roles,
      expiration: new Date(readToken(token)?.expiresAt ?? 0).toISOString(),
    });
  });
  return router;
}

/** The account may ask about any token. Flex UI before 2.14 asks about its own, which is then its password as well. */
function requireAccountOrToken(request: Request, response: Response, next: NextFunction): void {
  const { user, password } = credentialsOf(request);
  if (user === 'token' && password === (request.body as { token?: unknown } | undefined)?.token)
    return next();
  requireAccount(request, response, next);
}

const refusal = (code: number, message: string) => ({ valid: false, code, message });

/** The fields are those that the library documents, as Twilio gives them. */
function validate(token: string): { readonly valid: boolean; readonly [field: string]: unknown } {
  const claims = readToken(token);
  if (!claims || claims.accountSid !== account.accountSid) return refusal(20101, 'Invalid Access Token');
  if (claims.expiresAt <= Date.now()) return refusal(20104, 'Access Token expired');
  return {
    valid: true,
    code: 0,
    message: null,
    expiration: new Date(claims.expiresAt).toISOString(),
    realm_user_id: claims.identity,
    identity: encodeIdentity(claims.identity),
    roles: claims.roles,
    worker_sid: null,
  };
}

/** `user@example.com` becomes `user_40example_2Ecom`. */
const encodeIdentity = (identity: string): string =>
  identity.replace(/[^A-Za-z0-9]/g, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `_${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );

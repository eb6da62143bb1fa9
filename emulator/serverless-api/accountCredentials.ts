import type { NextFunction, Request, Response } from 'express';
import { account } from '../account';
import { TwilioError } from '../twilioError';

interface Credentials {
  readonly user: string;
  readonly password: string;
}

/** The account with its token, or any API key with the same secret. */
const areTheAccounts = ({ user, password }: Credentials): boolean =>
  (user === account.accountSid || isApiKey(user)) && password === account.authToken;

const isApiKey = (user: string): boolean => /^SK[0-9a-f]{32}$/i.test(user);

/** What a request says by HTTP Basic; both are empty when it says nothing. */
export function credentialsOf(request: Request): Credentials {
  const encoded = /^Basic (.+)$/i.exec(request.get('authorization') ?? '')?.[1] ?? '';
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { user, password: rest.join(':') };
}

/** Lets only the account itself by, with its token or an API key. */
export function requireAccount(request: Request, response: Response, next: NextFunction): void {
  if (areTheAccounts(credentialsOf(request))) return next();
  response.status(401).json(new TwilioError(401, 20003, 'Authenticate'));
}

/** Refuses wrong credentials of an account or a key, and lets by who comes without, as Flex UI does with a token of its own. */
export function refuseWrongAccount(request: Request, response: Response, next: NextFunction): void {
  const { user } = credentialsOf(request);
  if (/^(AC|SK)/.test(user)) return requireAccount(request, response, next);
  next();
}

/** An API key is as good as the account: behind this, the account itself seems to ask. */
export function apiKeyAsAccount(request: Request, _response: Response, next: NextFunction): void {
  const credentials = credentialsOf(request);
  if (isApiKey(credentials.user) && areTheAccounts(credentials)) {
    const asAccount = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
    request.headers.authorization = `Basic ${asAccount}`;
  }
  next();
}

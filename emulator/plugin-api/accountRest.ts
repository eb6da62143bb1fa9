import express from 'express';
import { account, sid } from '../account';
import { requireAccount } from '../serverless-api/accountCredentials';

/**
 * Serves what the Twilio CLI asks of https://api.twilio.com: whether the credentials are the account's, and, to log in, an
 * API key. Every key has the account's token for its secret.
 */
export function accountRest(): express.Router {
  const router = express.Router();
  const base = `/2010-04-01/Accounts/${account.accountSid}`;
  let keys = 0;
  router.use(express.urlencoded({ extended: false }));
  router.get(`${base}.json`, requireAccount, (_request, response) => {
    response.json({
      sid: account.accountSid,
      owner_account_sid: account.accountSid,
      friendly_name: 'Emulated account',
      status: 'active',
      type: 'Full',
    });
  });
  router.post(`${base}/Keys.json`, requireAccount, (request, response) => {
    keys += 1;
    response.status(201).json({
      sid: sid('SK', keys),
      friendly_name: String(request.body.FriendlyName ?? ''),
      secret: account.authToken,
    });
  });
  return router;
}

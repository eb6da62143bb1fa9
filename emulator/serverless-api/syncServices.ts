import express from 'express';
import { account } from '../account';
import { requireAccount } from './accountCredentials';
import { listPage } from './listPage';

const host = 'https://sync.twilio.com';

/** Serves the services themselves of https://sync.twilio.com; what is in them falls through to Sync. */
export function syncServices(): express.Router {
  const serviceSid = account.defaultSyncServiceSid;
  const started = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const service = {
    sid: serviceSid,
    unique_name: null,
    account_sid: account.accountSid,
    friendly_name: 'Default Service',
    date_created: started,
    date_updated: started,
    url: `${host}/v1/Services/${serviceSid}`,
    webhook_url: null,
    webhooks_from_rest_enabled: false,
    reachability_webhooks_enabled: false,
    acl_enabled: false,
    reachability_debouncing_enabled: false,
    reachability_debouncing_window: 5000,
    links: { documents: `${host}/v1/Services/${serviceSid}/Documents` },
  };
  const router = express.Router();
  router.get('/v1/Services', requireAccount, (request, response) => {
    response.json(listPage(request, host, 'services', [service]));
  });
  router.get('/v1/Services/:service', requireAccount, (request, response, next) => {
    if (!['default', serviceSid].includes(request.params.service ?? '')) return next();
    response.json(service);
  });
  return router;
}

import express from 'express';
import type { Journal } from '../journal';
import { refuseWrongAccount, requireAccount } from '../serverless-api/accountCredentials';
import { readToken } from '../token';
import { TwilioError } from '../twilioError';
import { userOf, users } from '../users';
import type { FlexConfiguration } from './FlexConfiguration';
import type { PluginListing } from './pluginBundles';

export interface FlexRestOptions {
  readonly journal: Journal;
  /** The plugins of the active release. */
  readonly plugins: () => readonly PluginListing[];
  readonly configuration: FlexConfiguration;
}

/**
 * Every HTTP request that Flex UI 2.0.2 to 2.17.1 makes while it starts, by host, apart from TaskRouter, Sync and iam.
 * The answers are the least that Flex needs; mount it at `/_tw`, where the page's shim sends all of Twilio's hosts.
 */
export function flexRest({ journal, plugins, configuration }: FlexRestOptions): express.Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }), express.json());

  const flexApi = '/flex-api.twilio.com/v1';
  router.get(`${flexApi}/Configuration`, refuseWrongAccount, (_request, response) => {
    response.json(configuration.read());
  });
  router.post(`${flexApi}/Configuration`, requireAccount, (request, response) => {
    try {
      response.json(configuration.update(request.body));
    } catch (error: unknown) {
      if (!(error instanceof TwilioError)) throw error;
      response.status(error.status).json(error);
    }
  });
  router.post(`${flexApi}/Accounts/:account/Tokens/Info`, (request, response) => {
    const session = readToken(String(request.body?.Token ?? ''));
    if (!session || session.expiresAt <= Date.now()) return void response.json({ valid: false });
    // To start, Flex needs the roles. Of a renewed token it takes the rest from here as well, and goes to its login page without.
    response.json({
      valid: true,
      roles: session.roles,
      identity: session.identity,
      expiration: new Date(session.expiresAt).toISOString(),
      flex_user_sid: (userOf(session.identity) ?? users[0])?.flexUserSid,
    });
  });
  router.get(`${flexApi}/Instances/:instance/Teams/Context`, (_request, response) => {
    response.json({ team_setup_complete: false });
  });
  router.get(`${flexApi}/account/provision/status`, (_request, response) => {
    response.json({ status: 'inactive' });
  });
  // Asked for by 2.9 to 2.14.
  router.get(`${flexApi}/Instances/:instance/Integrations/AiInsights`, (_request, response) => {
    response.json({ enabled: false, time_zone: 'Etc/UTC' });
  });
  router.get('/flex.twilio.com/api/v1/Session', (_request, response) => {
    response.json({ features: [] });
  });
  // Asked for one by one when the token is renewed.
  router.get('/flex.twilio.com/api/v1/Features/:feature', (_request, response) => {
    response.json({ enabled: false });
  });
  router.get('/flex.twilio.com/plugins', (_request, response) => {
    response.json(plugins());
  });
  router.post('/flex-sdk.twilio.com/v1/Telemetry/Events', (_request, response) => {
    response.json({});
  });
  router.get('/status.twilio.com/api/v2/summary.json', (_request, response) => {
    response.json({ status: { indicator: 'none' }, components: [], incidents: [] });
  });
  router.get('/assets.flex.twilio.com/assets/countries.json', (_request, response) => {
    response.json([]);
  });
  router.get('/assets.flex.twilio.com/assets/flagPositions.json', (_request, response) => {
    response.json({});
  });

  router.use((request, response) => {
    journal.record('unexpected', `${request.method} ${request.originalUrl}`, { body: request.body });
    response
      .status(404)
      .json(new TwilioError(404, 20404, `The emulator has no ${request.method} ${request.path}`));
  });
  return router;
}

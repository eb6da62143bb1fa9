import express from 'express';
import { account } from '../account';
import type { Journal } from '../journal';
import { issueToken, readToken } from '../token';
import { TwilioError } from '../twilioError';

export interface PluginListing {
  readonly name: string;
  readonly version: string;
  /** Path on the page's own origin. */
  readonly src: string;
}

export interface FlexRestOptions {
  readonly journal: Journal;
  readonly plugins: readonly PluginListing[];
  /** Becomes `ui_attributes.custom_data` of Flex Configuration; read anew for each request. */
  readonly customData: () => Record<string, string>;
}

const started = new Date().toISOString();

/**
 * Every HTTP request that Flex UI 2.17.1 makes while it starts, apart from TaskRouter and Sync, by host.
 * The answers are the least that Flex needs; mount it at `/_tw`, where the page's shim sends all of Twilio's hosts.
 */
export function flexRest({ journal, plugins, customData }: FlexRestOptions): express.Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false }), express.json());

  const flexApi = '/flex-api.twilio.com/v1';
  router.get(`${flexApi}/Configuration`, (_request, response) => {
    response.json({
      account_sid: account.accountSid,
      flex_instance_sid: account.flexInstanceSid,
      taskrouter_workspace_sid: account.workspaceSid,
      date_created: started,
      date_updated: started,
      markdown: { enabled: false, mode: 'readOnly' },
      notifications: { enabled: false, mode: 'whenNotInFocus' },
      ui_attributes: { version_compatibility: 'yes', custom_data: customData() },
    });
  });
  router.post(`${flexApi}/Accounts/:account/Tokens/Info`, (request, response) => {
    const session = readToken(String(request.body?.Token ?? ''));
    response.json(session ? { valid: true, roles: session.roles } : { valid: false });
  });
  router.post('/iam.twilio.com/v1/Accounts/:account/Tokens/refresh', (request, response) => {
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
  router.get(`${flexApi}/Instances/:instance/Teams/Context`, (_request, response) => {
    response.json({ team_setup_complete: false });
  });
  router.get(`${flexApi}/account/provision/status`, (_request, response) => {
    response.json({ status: 'inactive' });
  });
  router.get('/flex.twilio.com/api/v1/Session', (_request, response) => {
    response.json({ features: [] });
  });
  router.get('/flex.twilio.com/plugins', (_request, response) => {
    response.json(plugins.map((plugin) => ({ ...plugin, phase: 3 })));
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
